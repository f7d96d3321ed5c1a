/** The last guard against two records with one device and `seq`: asked inside the transaction that writes. */
import { err, ok, type Result } from '../shared/result.ts';
import type { Head, JournalError, NewRow } from './journalPort.ts';

/** The heads after the rows are in, or the first row that is not the next of its device. */
export const checkSequence = (
  heads: Readonly<Record<string, Head>>,
  rows: readonly NewRow[],
): Result<Readonly<Record<string, Head>>, JournalError> => {
  const after: Record<string, Head> = { ...heads };
  for (const { device, seq, id } of rows) {
    const expected = (after[device]?.seq ?? 0) + 1;
    if (seq !== expected) return err({ kind: 'conflict', device, expected });
    after[device] = { seq, id };
  }
  return ok(after);
};
