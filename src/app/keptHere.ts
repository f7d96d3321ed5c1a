/** What the first page must know of plans that are kept on this phone (docs/decisions/0070): that there are any. */
import { createKeptPlans } from '../cases/shares/keptPlans.ts';
import type { LanguageCode } from '../i18n/languages.ts';
import { ownLanguage, readShareState } from '../individual/follow/shareState.ts';
import { createKeptStore } from '../storage/keptStore.ts';
import type { AppDeps } from './deps.ts';

/** The language of the one who reads the newest of them; null where there are none. */
export const languageOfKept = async (
  deps: Pick<AppDeps, 'clock' | 'random'>,
): Promise<LanguageCode | null> => {
  const plans = await createKeptPlans({ ...deps, store: createKeptStore() }).list();
  // What cannot be read now is said there, and not here.
  if (plans === null) return 'sv';
  const [newest] = plans;
  return newest === undefined ? null : (ownLanguage(readShareState(newest.state)) ?? 'sv');
};
