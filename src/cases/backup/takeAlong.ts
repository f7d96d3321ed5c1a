/**
 * What goes into a backup. A row that has been damaged on the disk so far that no reader would take it is left out and
 * counted: one must not keep all the others out.
 */
import { readPiece } from '../../storage/backupPieces.ts';
import type { CaseRows, DeviceRows, KeyRows } from '../../storage/backupPort.ts';

export interface TakenAlong extends DeviceRows {
  readonly leftOut: number;
}

const noKeys: KeyRows = { vaults: [], sealed: [], access: [] };

export const takeAlong = ({ keys, cases }: DeviceRows): TakenAlong => {
  let leftOut = 0;
  const sound = <Row>(rows: readonly Row[], toPiece: (row: Row) => unknown): readonly Row[] => {
    const taken = rows.filter((row) => readPiece(toPiece(row)) !== null);
    leftOut += rows.length - taken.length;
    return taken;
  };
  const soundCase = ({ caseId, records, heads, card }: CaseRows): CaseRows => {
    const alone = { kind: 'case', caseId, records: [], heads: [], card: null } as const;
    return {
      caseId,
      records: sound(records, (row) => ({ ...alone, records: [row] })),
      heads: sound(heads, (row) => ({ ...alone, heads: [row] })),
      card: sound([card], (bytes) => ({ ...alone, card: bytes }))[0] ?? null,
    };
  };
  return {
    keys: {
      vaults: sound(keys.vaults, (row) => ({ kind: 'keys', ...noKeys, vaults: [row] })),
      sealed: sound(keys.sealed, (row) => ({ kind: 'keys', ...noKeys, sealed: [row] })),
      access: sound(keys.access, (row) => ({ kind: 'keys', ...noKeys, access: [row] })),
    },
    cases: cases.map(soundCase).filter(({ records }) => records.length > 0),
    leftOut,
  };
};
