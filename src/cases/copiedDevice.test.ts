import { expect, it } from 'vitest';
import { addNote } from '../plan/commands/addRows.ts';
import { setPlanField } from '../plan/commands/wholePlan.ts';
import type { JournalPort } from '../storage/journalPort.ts';
import { unwrap } from '../vault/testing.ts';
import { compactCase } from './compactCase.ts';
import { createCase } from './createCase.ts';
import { openCase } from './openCase.ts';
import { createRecordReceiver } from './receiveRecords.ts';
import { createTestCase } from './testCase.ts';
import { createTestDevices, type DeviceKeys, memoryDisk } from './testDevices.ts';

it('a device and its copy that both wrote are told, both kept, and never made one snapshot', async () => {
  const { deps } = await createTestCase();
  const [here] = await (await createTestDevices(1)).begin();
  if (here === undefined) throw new Error('A device is needed.');
  const { caseId } = here;
  const disk = memoryDisk(here.store);
  const { journal } = await disk.open();
  const session = { ...here.session, createCase: () => here.session.openCase(caseId) };
  unwrap(
    await createCase({ ...deps, journal }, session, (doc, ctx) =>
      setPlanField(doc, ctx, { field: 'name', value: 'Lars' }),
    ),
  ).abandon();
  const twinKeys = await here.copy();
  const { journal: twin } = await (await disk.copy(caseId)).open();
  const open = async (keys: DeviceKeys, of: JournalPort) =>
    unwrap(await openCase({ ...deps, journal: of }, keys.session, caseId, { log: false }));
  const write = async (keys: DeviceKeys, of: JournalPort, text: string): Promise<void> => {
    const opened = await open(keys, of);
    unwrap(await opened.workspace().edit((doc, ctx) => addNote(doc, ctx, { text })));
    unwrap(await opened.close());
  };
  await write(here, journal, 'På plattan');
  await write(twinKeys, twin, 'På kopian');
  expect((await open(here, journal)).workspace().state.copied).toBe(false);

  const { rows } = unwrap(await twin.readSince(caseId, 0));
  const keys = unwrap(await here.session.openCase(caseId));
  const receiver = createRecordReceiver({ journal }, keys);
  unwrap(await receiver.receive(rows.map(({ bytes }) => bytes)));
  const opened = await open(here, journal);
  const { state } = opened.workspace();
  expect(state.copied).toBe(true);
  expect(state.plan.notes.map(({ text }) => text).sort()).toEqual(['På kopian', 'På plattan']);
  expect(await compactCase({ ...deps, journal }, keys, 2)).toEqual({
    ok: false,
    error: { kind: 'notWhole' },
  });
  const before = opened.device();
  unwrap(await opened.workspace().edit((doc, ctx) => addNote(doc, ctx, { text: 'Sedan' })));
  expect(opened.device()).not.toBe(before);
  unwrap(await opened.close());
});
