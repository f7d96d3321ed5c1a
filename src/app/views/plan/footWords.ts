import type { Translate } from '../../../i18n/keys.ts';
import type { SoundVersion } from '../../../plan/versions.ts';

/** In the foot of every printed page: whose plan, and which. */
export const footWords = (name: string, version: SoundVersion | null, t: Translate): string => {
  if (version === null) {
    return name === '' ? t('print:foot.draftNoName') : t('print:foot.draft', { name });
  }
  return name === ''
    ? t('print:foot.versionNoName', { number: version.n })
    : t('print:foot.version', { name, number: version.n });
};
