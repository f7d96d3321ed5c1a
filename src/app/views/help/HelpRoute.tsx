/** `/hjalp` and `/hjalp/:page`. */
import type { JSX } from 'preact';
import { loadTexts } from '../../../i18n/loadTexts.ts';
import { lazyView } from '../../../ui/lazyView.tsx';
import { NotFound } from '../../shell/NotFound.tsx';
import { HelpView } from './HelpView.tsx';
import { TroubleView } from './TroubleView.tsx';
import { troublePages } from './troublePages.ts';

const Accessibility = lazyView(() =>
  import('./AccessibilityView.tsx').then((m) => m.AccessibilityView),
);

const Words = lazyView(async () => {
  const [{ WordsView }] = await Promise.all([
    import('../words/WordsView.tsx'),
    loadTexts('sv', 'words'),
  ]);
  return WordsView;
});

/** Pages with a view of their own. */
const views: ReadonlyMap<string, (props: object) => JSX.Element> = new Map([
  ['tillganglighet', Accessibility],
  ['ord', Words],
]);

export function HelpRoute({ page }: { readonly page: string | undefined }): JSX.Element {
  if (page === undefined) return <HelpView />;
  const trouble = troublePages.find(({ id }) => id === page);
  if (trouble !== undefined) return <TroubleView key={page} trouble={trouble} />;
  const View = views.get(page);
  return View === undefined ? <NotFound /> : <View key={page} />;
}
