/** Canaries through everything that happens to a device, in each of the three browsers, three times. */
import { engines } from '../driver/openBrowser.ts';
import type { LongTest } from '../longTest.ts';
import { searchCanaries } from '../secrets/canaryJourney.ts';

const rounds = 3;

export const longTest: LongTest = {
  promise:
    'A canary of 24 random letters in every field, in names, errors and files: after use, lock, a crash, an update and removals none is in any file of the profile, whole or in pieces, and no key that is left opens what was removed.',
  pieces: rounds * engines.length,
  sideBySide: true,
  run: async ({ piece }) => {
    const engine = engines[piece % engines.length] ?? 'chromium';
    const counts = await searchCanaries({ engine, extent: 'whole' });
    const { canaries = 0, ...rest } = counts;
    return { ...rest, 'canaries written': canaries, [`journeys: ${engine}`]: 1 };
  },
};
