/**
 * The pages in **Hjälp**, `/hjalp/:page`, in the order of the list. To add one: write its view with `HelpFrame` (no
 * personal data: it is open also when locked, and while others see the screen), then one line here. A page of safe
 * words and steps needs no view of its own: one entry in `troublePages.ts`. All are cached with the program.
 */
import type { JSX } from 'preact';
import type { TextKey } from '../../../i18n/keys.ts';
import { lazyView } from '../../../ui/lazyView.tsx';
import { type TroublePage, troublePages } from './troublePages.ts';

export interface HelpPage {
  readonly id: string;
  readonly title: TextKey;
  /** One line under the title in the list. */
  readonly line: TextKey;
  /** Its own view (a `lazyView`), or the words of a trouble. */
  readonly body:
    | { readonly view: (props: object) => JSX.Element }
    | { readonly trouble: TroublePage };
}

const Accessibility = lazyView(() =>
  import('./AccessibilityView.tsx').then((m) => m.AccessibilityView),
);

export const helpPages: readonly HelpPage[] = [
  ...troublePages.map((trouble) => ({
    id: trouble.id,
    title: trouble.title,
    line: trouble.line,
    body: { trouble },
  })),
  {
    id: 'tillganglighet',
    title: 'access:title',
    line: 'access:line',
    body: { view: Accessibility },
  },
];
