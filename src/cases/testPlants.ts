import type { Bytes } from '../shared/bytes.ts';
import { ok } from '../shared/result.ts';
import type { JournalPort, JournalRow } from '../storage/journalPort.ts';
import type { CaseKeys } from '../vault/caseKeys.ts';
import { openRecord, sealRecord } from '../vault/sealRecord.ts';
import { payloadToFact } from './factPayload.ts';

/** Bugs to be found: what a harness is worth that finds none of them. For tests only. */
export type Plant =
  | 'none'
  /** One record in four is thrown away at its receiver, who says that it has it. */
  | 'dropsSilently'
  /** The other record of two under one number is thrown away. */
  | 'keepsOneOfTwo'
  /** The journal says that it is written, one time in eight, and it is not. */
  | 'saysSavedUnwritten'
  /** Facts are folded in the order in which they came. */
  | 'foldsAsItCame'
  /** Of two values the one written last is read. */
  | 'lastWriterWins'
  /** What was written under an older root is merged by itself. */
  | 'mergesOldEpoch'
  /** A snapshot takes facts along. */
  | 'forgetsFacts';

/** A journal in which the bug is, where it is one of journals. */
export const plantedJournal = (
  plant: Plant,
  inner: JournalPort,
  keys: CaseKeys | null = null,
): JournalPort => {
  if (plant === 'saysSavedUnwritten') {
    return {
      ...inner,
      append: async (caseId, since, prepare) => {
        if (Math.random() > 1 / 8) return inner.append(caseId, since, prepare);
        const state = await inner.readSince(caseId, since);
        if (!state.ok) return state;
        const prepared = await prepare(state.value);
        if (!prepared.ok) return prepared;
        const { last } = state.value;
        const rows = prepared.value.rows.map((row, place) => ({
          ...row,
          caseId,
          n: last + place + 1,
        }));
        return ok({ rows, last });
      },
    };
  }
  if (plant === 'forgetsFacts' && keys !== null) {
    return {
      ...inner,
      append: async (caseId, since, prepare) => {
        const all = await inner.readSince(caseId, 0);
        const facts = all.ok ? await factRows(keys, all.value.rows) : [];
        return inner.append(caseId, since, async (state) => {
          const prepared = await prepare(state);
          if (!prepared.ok || prepared.value.replaced === undefined) return prepared;
          return ok({
            ...prepared.value,
            replaced: [...prepared.value.replaced, ...facts.map(({ n }) => n)],
          });
        });
      },
    };
  }
  return inner;
};

/** Facts as they came, as if nobody had ordered them. */
export const factRows = async (
  keys: CaseKeys,
  rows: readonly JournalRow[],
): Promise<readonly { readonly n: number; readonly id: string }[]> => {
  const facts: { readonly n: number; readonly id: string }[] = [];
  for (const { n, bytes } of rows) {
    const opened = await openRecord(keys, bytes);
    const fact = opened.ok ? payloadToFact(opened.value.body.payload) : opened;
    if (fact.ok) facts.push({ n, id: fact.value.id });
  }
  return facts;
};

/** What is left of the records before they reach the receiver. */
export const plantedRecords = async (
  plant: Plant,
  keys: CaseKeys,
  rows: readonly JournalRow[],
  records: readonly Bytes[],
): Promise<readonly Bytes[]> => {
  if (plant === 'dropsSilently') return records.filter((bytes) => (bytes.at(-1) ?? 0) % 4 !== 0);
  if (plant !== 'keepsOneOfTwo') return records;
  const places = new Map(rows.map((row) => [`${row.device} ${row.seq}`, row.bytes.join()]));
  const kept: Bytes[] = [];
  for (const bytes of records) {
    const opened = await openRecord(keys, bytes);
    const place = opened.ok ? `${opened.value.body.device} ${opened.value.body.seq}` : '';
    const other = places.get(place);
    if (other === undefined || other === bytes.join()) kept.push(bytes);
  }
  return kept;
};

/** Records of an older root, under the new one: as if they belonged to it. */
export const resealOld = async (
  old: CaseKeys,
  keys: CaseKeys,
  rows: readonly JournalRow[],
): Promise<readonly Bytes[]> => {
  const made: Bytes[] = [];
  for (const { bytes } of rows) {
    const opened = await openRecord(old, bytes);
    if (!opened.ok) continue;
    const sealed = await sealRecord(keys, opened.value.body);
    if (sealed.ok) made.push(sealed.value.bytes);
  }
  return made;
};
