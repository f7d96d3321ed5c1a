/**
 * The address of an organisation's own link to another survey about meetings, such as SIP-kollen (domain.md 5.1). Sealed in
 * the vault as `officialSurvey`. The program never asks anything of that address: a person opens it.
 */
import { err, ok, type Result } from '../../shared/result.ts';
import type { VaultSession } from '../../vault/vaultSession.ts';

export interface OfficialSurvey {
  /** Begins with https:// */
  readonly address: string;
  /** Whose it is. */
  readonly owner: string;
}

/** What is wrong with what was written. */
export type SurveyProblem = 'owner' | 'address' | 'https' | 'login' | 'long';

const longestAddress = 500;
const longestOwner = 100;

export const judgeSurvey = (written: OfficialSurvey): Result<OfficialSurvey, SurveyProblem> => {
  const owner = written.owner.trim().slice(0, longestOwner);
  const text = written.address.trim();
  if (text.length > longestAddress) return err('long');
  const url = urlOf(text);
  if (url === null || /\s/u.test(text)) return err('address');
  if (url.protocol !== 'https:') return err(url.protocol === 'http:' ? 'https' : 'address');
  if (url.username !== '' || url.password !== '') return err('login');
  // Only names that others can have: not this machine, not a number.
  if (!/\.\p{L}[\p{L}\d-]+$/u.test(url.hostname)) return err('address');
  return owner === '' ? err('owner') : ok({ address: url.href, owner });
};

const urlOf = (text: string): URL | null => {
  try {
    return new URL(text);
  } catch {
    return null;
  }
};

const name = 'officialSurvey';

/** Null where none is set, or it cannot be read now. */
export const readOfficialSurvey = async (
  vault: Pick<VaultSession, 'readValue'>,
): Promise<OfficialSurvey | null> => {
  const read = await vault.readValue(name);
  if (!read.ok || typeof read.value !== 'object' || read.value === null) return null;
  const { address, owner } = { address: '', owner: '', ...read.value };
  const sound = judgeSurvey({ address: String(address), owner: String(owner) });
  return sound.ok ? sound.value : null;
};

/** @param survey null takes it away */
export const writeOfficialSurvey = async (
  vault: Pick<VaultSession, 'writeValue'>,
  survey: OfficialSurvey | null,
): Promise<boolean> => (await vault.writeValue(name, survey)).ok;
