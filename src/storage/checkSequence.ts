/** The last guard against two records with one device and `seq`: asked inside the transaction that writes. */
import { err, ok, type Result } from '../shared/result.ts';
import type { Head, JournalError, NewRow, Prepared } from './journalPort.ts';

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

/** The heads after all of it is in: own rows stand in sequence, what came from elsewhere only goes forward. */
export const headsAfter = (
  heads: Readonly<Record<string, Head>>,
  { rows, received }: Prepared,
): Result<Readonly<Record<string, Head>>, JournalError> => {
  const own = checkSequence(heads, rows);
  if (!own.ok || received === undefined) return own;
  const raised = Object.entries(received.heads).filter(
    ([device, { seq }]) => seq > (own.value[device]?.seq ?? 0),
  );
  return ok({ ...own.value, ...Object.fromEntries(raised) });
};

/** In the order in which they are numbered. */
export const rowsOf = ({ rows, received }: Prepared): readonly Omit<NewRow, 'id'>[] => [
  ...rows,
  ...(received?.rows ?? []),
];
