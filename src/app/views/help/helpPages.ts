/**
 * The pages in **Hjälp**, `/hjalp/:page`, in the order of the list. To add one: write its view with `HelpFrame` (no
 * personal data: it is open also when locked, and while others see the screen), then one line here and one in
 * `HelpRoute`. A page of safe words and steps needs no view: one entry in `troublePages.ts`. All are cached with the
 * program.
 */
import type { TextKey } from '../../../i18n/keys.ts';
import { troublePages } from './troublePages.ts';

export interface HelpPage {
  readonly id: string;
  readonly title: TextKey;
  /** One line under the title in the list. */
  readonly line: TextKey;
  /** `trouble`: something has happened, and there is a way through. */
  readonly about: 'trouble' | 'program';
}

export const helpPages: readonly HelpPage[] = [
  ...troublePages.map(({ id, title, line }) => ({ id, title, line, about: 'trouble' as const })),
  { id: 'tillganglighet', title: 'access:title', line: 'access:line', about: 'program' },
];
