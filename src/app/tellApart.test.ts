import { beforeAll, describe, expect, it } from 'vitest';
import { initI18n, translate } from '../i18n/i18n.ts';
import type { LockedVault } from './session/sessionTypes.ts';
import { looksAlike, tellApart, tellApartShort } from './tellApart.ts';

beforeAll(() => initI18n('sv'));

const vault = (
  vaultId: string,
  shortName: string,
  openedAt: number | null = null,
): LockedVault => ({
  vaultId,
  shortName,
  openedAt,
  hasPasskey: false,
  hasRecovery: false,
});

describe('telling vaults apart', () => {
  it('leaves a name that nobody else has as it is', () => {
    const vaults = [vault('a', 'Anna'), vault('b', 'Per')];
    expect(tellApart(vaults[0] as LockedVault, vaults, translate)).toEqual({ label: 'Anna' });
  });

  it.each(['anna', 'Anna ', 'An\u200bna', '\u202eAnna', 'Ａｎｎａ', 'An\u00adna'])(
    'numbers a name that only looks like another’s: %j',
    (name) => {
      expect(looksAlike('Anna', name)).toBe(true);
      const vaults = [vault('a', 'Anna', Date.UTC(2026, 10, 22, 9)), vault('b', name)];
      const [real, other] = vaults.map((each) => tellApartShort(each, vaults, translate));
      expect(real).toMatch(/^Anna \(1\) · Senast öppnad /);
      expect(other).toBe(`${name} (2)`);
    },
  );
});
