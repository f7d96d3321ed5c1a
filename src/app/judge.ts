import type { RandomDep } from '../shared/deps.ts';
import { judgePassword, showSuggestion, suggestPassword } from '../vault/passwordPolicy.ts';
import { secretOf } from '../vault/secret.ts';
import type { PasswordVerdict } from './views/welcome/PasswordStep.tsx';

/** How good a password is, in the words of the form. */
export const judge = async (password: string): Promise<PasswordVerdict> => {
  const verdict = await judgePassword(secretOf(password));
  if (verdict.ok) return 'good';
  return verdict.error.why === 'tooShort' ? 'tooShort' : 'tooCommon';
};

/** Four Swedish words. */
export const suggest = async (deps: RandomDep): Promise<string> => {
  const { swedishWords } = await import('../i18n/locales/words/sv.ts');
  return showSuggestion(suggestPassword(deps, swedishWords));
};
