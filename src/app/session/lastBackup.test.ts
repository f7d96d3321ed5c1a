import { describe, expect, it } from 'vitest';
import { isBackupDue, readLastBackup } from './lastBackup.ts';

const day = 86_400_000;
const at = Date.UTC(2026, 10, 2);
const last = { at, plans: 3, notes: 40 };

describe('the reminder of a backup', () => {
  it('comes when there is none, and after thirty days', () => {
    expect(isBackupDue(null, at)).toBe(true);
    expect(isBackupDue(last, at + 30 * day)).toBe(false);
    expect(isBackupDue(last, at + 30 * day + 1)).toBe(true);
  });

  it('comes when the last one lies days ahead: it was dated by a wrong clock, and would else be silent for years', () => {
    expect(isBackupDue(last, at - 400 * day)).toBe(true);
    expect(isBackupDue(last, at - day)).toBe(false);
  });

  it('reads nothing else than what it wrote', () => {
    expect(readLastBackup(last)).toEqual(last);
    for (const other of [null, 7, 'x', {}, { ...last, at: 'monday' }]) {
      expect(readLastBackup(other)).toBeNull();
    }
  });
});
