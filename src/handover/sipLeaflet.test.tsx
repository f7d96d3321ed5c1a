// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { lix } from '../i18n/lix.ts';
import { loadTexts } from '../i18n/loadTexts.ts';
import { axeFindings } from '../ui/axeFindings.ts';
import { sceneNames } from '../ui/Scene/sceneNames.ts';
import { SipLeaflet } from './SipLeaflet.tsx';
import { type SipVersion, sipVersions } from './sipVersions.ts';

afterEach(cleanup);

const swedish = ['sv', 'sv-x-lattlast'] as const;
const each = swedish.flatMap((language) =>
  sipVersions.map((version) => [version, language] as const),
);

const textsOf = async (language: (typeof swedish)[number], version: SipVersion) => {
  const { t, isFallback } = await loadTexts(language, 'sip');
  const keys = sceneNames.flatMap(
    (scene) => [`sip:${version}.${scene}.title`, `sip:${version}.${scene}.text`] as const,
  );
  return {
    missing: language === 'sv' ? [] : keys.filter(isFallback),
    titles: sceneNames.map((scene) => t(`sip:${version}.${scene}.title`)),
    texts: sceneNames.map((scene) => t(`sip:${version}.${scene}.text`)),
  };
};

const sentences = (text: string): readonly string[] => text.match(/[^.?]+[.?]/gu) ?? [];

describe.each(each)('Vad är en SIP? for %s in %s', (version, language) => {
  it('has words for each of the six pictures, and no picture says what another does', async () => {
    const { missing, titles, texts } = await textsOf(language, version);
    expect(missing).toEqual([]);
    for (const text of [...titles, ...texts]) expect(text).toMatch(/\p{L}{2}/u);
    expect(new Set(titles).size).toBe(6);
    expect(new Set(texts).size).toBe(6);
  });

  it('is short, and easy to read', async () => {
    const { texts } = await textsOf(language, version);
    const longest = language === 'sv' ? 3 : 5;
    for (const text of texts) {
      expect(sentences(text).length, text).toBeLessThanOrEqual(longest);
      expect(text.length, text).toBeLessThan(170);
    }
    expect(lix(texts)).toBeLessThan(version === 'barn' ? 20 : 30);
  });

  it('says the same on paper, in its own language, with lines to write on', async () => {
    const texts = await loadTexts(language, 'sip');
    const { container } = render(<SipLeaflet texts={texts} version={version} />);
    const words = await textsOf(language, version);
    const paper = container.querySelector('article');
    expect(paper?.getAttribute('lang')).toBe(language);
    expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1);
    for (const title of words.titles)
      expect(screen.getByRole('heading', { name: title })).toBeTruthy();
    const said = (paper?.textContent ?? '').replace(/\s+/gu, ' ');
    for (const text of words.texts) expect(said).toContain(text.replace(/\s+/gu, ' '));
    expect(screen.getByRole('heading', { name: texts.t('sip:leaflet.ask') })).toBeTruthy();
    const drawn = [...container.querySelectorAll('use')].map((use) => use.getAttribute('href'));
    expect(drawn.map((href) => href?.split('#')[1])).toEqual([...sceneNames]);
    expect(container.querySelectorAll('.scene--child')).toHaveLength(version === 'barn' ? 6 : 0);
    expect(await axeFindings(container)).toEqual([]);
  });
});

describe('what it promises', () => {
  const all = async (version: SipVersion): Promise<string> =>
    (await textsOf('sv', version)).texts.join(' ');

  it('to an adult: no SIP without a yes, a plan of their own always, and records that stay', async () => {
    const text = await all('vuxen');
    expect(text).toContain('Utan ditt ja blir det ingen SIP');
    expect(text).toContain('du får ändra dig när du vill');
    expect(text).toContain('Du får alltid en egen plan');
    expect(text).toContain('Det som redan står i en journal finns kvar');
  });

  it.each(['barn', 'ungdom'] as const)(
    'to %s: to be heard, to go out, to talk alone; not that they decide by themselves',
    async (version) => {
      const text = await all(version);
      expect(text).toMatch(/förälder|vårdnadshavare/u);
      expect(text).toContain('du får ändra dig');
      expect(text).toContain('gå ut en stund');
      expect(text).toContain('prata ensam med');
      expect(text).toContain('Fråga vem mer som får läsa');
      expect(text).not.toMatch(/ingen SIP|du bestämmer|bara du/iu);
    },
  );

  it('to somebody close: that the other decides, and that they may ask for support themselves', async () => {
    const text = await all('narstaende');
    expect(text).toContain('säger själv ja eller nej');
    expect(text).toContain('stöd för din egen del');
  });

  it('names nobody whose words they are not', async () => {
    for (const language of swedish) {
      const { t } = await loadTexts(language, 'sip');
      const { texts } = await textsOf(language, 'vuxen');
      expect([...texts, t('sip:leaflet.ours')].join(' ')).not.toMatch(/SKR|1177|VGR/u);
    }
  });
});
