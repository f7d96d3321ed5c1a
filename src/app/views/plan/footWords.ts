import { swedishText } from '../../../i18n/i18n.ts';
import type { SoundVersion } from '../../../plan/versions.ts';

/** In the foot of every printed page: whose plan, and which. In Swedish, as all paper. */
export const footWords = (name: string, version: SoundVersion | null): string => {
  if (version === null) {
    return name === ''
      ? swedishText('print:foot.draftNoName')
      : swedishText('print:foot.draft', { name });
  }
  return name === ''
    ? swedishText('print:foot.versionNoName', { number: version.n })
    : swedishText('print:foot.version', { name, number: version.n });
};
