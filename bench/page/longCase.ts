/** A case with many records, sealed and laid in the journal as the program does, but many in one write. */

import { addLongTermGoal } from '../../src/plan/commands/addRows.ts';
import { setPlanField } from '../../src/plan/commands/wholePlan.ts';
import { createPlanDocument, onLocalUpdate } from '../../src/plan/document.ts';
import { spliceText } from '../../src/plan/documentWrite.ts';
import type { WriteContext } from '../../src/plan/writeContext.ts';
import type { Bytes } from '../../src/shared/bytes.ts';
import { createId } from '../../src/shared/ids.ts';
import { ok } from '../../src/shared/result.ts';
import type { NewRow } from '../../src/storage/journalPort.ts';
import { sealRecord } from '../../src/vault/sealRecord.ts';
import type { VaultSession } from '../../src/vault/vaultSession.ts';
import { author, caseDeps, newCase, okOf } from './world.ts';

const important = { item: 'plan', field: 'important' };
const rowsInOneWrite = 500;
const longestText = 3_000;

/** Typing for the most part, a field now and then, seldom a new row: one update of the document each. */
const writeUpdates = (count: number): readonly Bytes[] => {
  const doc = createPlanDocument();
  const updates: Bytes[] = [];
  onLocalUpdate(doc, (update) => updates.push(update));
  const ctx: WriteContext = {
    by: author,
    at: caseDeps.clock.now(),
    newId: () => createId(caseDeps),
  };
  let length = 0;
  for (let n = 0; updates.length < count; n += 1) {
    if (n % 100 === 0) okOf(addLongTermGoal(doc, ctx, { text: `Mål ${n}` }));
    else if (n % 10 === 5)
      okOf(setPlanField(doc, ctx, { field: 'meetingPlace', value: `Plats ${n}` }));
    else {
      const remove = length > longestText ? 1_000 : 0;
      okOf(spliceText(doc, ctx, important, { index: length - remove, remove, insert: 'abcd ' }));
      length += 5 - remove;
    }
  }
  return updates.slice(0, count);
};

/** Gives the id of the case. */
export const makeLongCase = async (session: VaultSession, count: number): Promise<string> => {
  const made = await newCase(session, 'Amina');
  const { caseId } = made;
  okOf(await made.close());
  const keys = okOf(await session.openCase(caseId));
  const updates = writeUpdates(count);
  let since = okOf(await caseDeps.journal.readSince(caseId, 0)).last;
  for (let start = 0; start < updates.length; start += rowsInOneWrite) {
    const part = updates.slice(start, start + rowsInOneWrite);
    const written = await caseDeps.journal.append(caseId, since, async ({ heads }) => {
      const { device } = keys;
      let { seq, id: prev } = heads[device] ?? { seq: 0, id: null };
      const rows: NewRow[] = [];
      for (const payload of part) {
        seq += 1;
        const at = caseDeps.clock.now();
        const body = { device, seq, prev, seen: {}, kind: 'doc', at, payload } as const;
        const sealed = okOf(await sealRecord(keys, body));
        rows.push({ device, seq, ...sealed });
        prev = sealed.id;
      }
      return ok({ rows });
    });
    since = okOf(written).last;
  }
  return caseId;
};
