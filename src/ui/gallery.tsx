/**
 * Every example on one page, to look at: `npm run dev`, then /src/ui/gallery.html. In the address: `only=Circle`,
 * `theme=dark`, `text=200`, `dir=rtl`, `texts=stretched`. Not part of the build.
 */
import { render } from 'preact';
import { putTexts } from '../i18n/i18n.ts';
import { stretchedCode, stretchTree } from '../i18n/stretched.ts';
import { swedish } from '../i18n/swedish.ts';
import { allExamples } from './allExamples.ts';
import './tokens.css';
import './fonts.css';
import './base.css';
import './gallery.css';

const small: ReadonlySet<string> = new Set([
  'Button',
  'Circle',
  'Icon',
  'Picture',
  'Shape',
  'TimeDisc',
]);
const asked = new URLSearchParams(location.search);
const page = document.documentElement;
page.dir = asked.get('dir') ?? 'ltr';
page.dataset['textSize'] = asked.get('text') ?? '100';
if (asked.get('texts') === 'stretched') void putTexts(stretchedCode, stretchTree(swedish));
const theme = asked.get('theme');
if (theme !== null) page.dataset['theme'] = theme;
const only = asked.get('only')?.split(',');

function Gallery() {
  return (
    <div class="gallery">
      {[...allExamples]
        .filter(([name]) => (only === undefined ? name !== 'Dialog' : only.includes(name)))
        .map(([name, examples]) => (
          <section key={name} class="gallery__one">
            <h2>{name}</h2>
            {examples.map((example) => (
              <div
                key={example.name}
                title={example.name}
                class={
                  small.has(name) ? 'gallery__example' : 'gallery__example gallery__example--wide'
                }
              >
                {example.render()}
              </div>
            ))}
          </section>
        ))}
    </div>
  );
}

const root = document.getElementById('gallery');
if (root !== null) render(<Gallery />, root);
