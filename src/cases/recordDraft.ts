import { mergeUpdates } from '../plan/document.ts';
import type { RecordKind } from '../protocol/record.ts';
import type { Bytes } from '../shared/bytes.ts';
import { factToPayload } from './factPayload.ts';
import type { PendingEntry, Shown } from './journalWriter.ts';

/** What becomes one record, and which entries of the queue it holds. */
export interface RecordDraft {
  readonly kind: RecordKind;
  readonly payload: Bytes;
  readonly keys: readonly number[];
  /** Of a fact: what its writer had before their eyes. */
  readonly shown?: Shown;
}

/** Updates are joined up to this; a single larger one stands alone, and is refused only above the record's own limit. */
export const joinedLimitBytes = 48_000;

/** Neighbouring updates become one record; a fact is a record of its own. The order of the queue is kept. */
export const entriesToDrafts = (entries: readonly PendingEntry[]): readonly RecordDraft[] => {
  const drafts: RecordDraft[] = [];
  let updates: Bytes[] = [];
  let keys: number[] = [];
  let size = 0;
  const close = (): void => {
    if (updates.length > 0) drafts.push({ kind: 'doc', payload: mergeUpdates(updates), keys });
    updates = [];
    keys = [];
    size = 0;
  };
  for (const entry of entries) {
    if (entry.kind === 'fact') {
      close();
      const { fact, key, shown } = entry;
      drafts.push({ kind: 'fact', payload: factToPayload(fact), keys: [key], shown });
      continue;
    }
    if (size + entry.update.length > joinedLimitBytes) close();
    updates.push(entry.update);
    keys.push(entry.key);
    size += entry.update.length;
  }
  close();
  return drafts;
};
