import { beforeAll, describe, expect, it } from 'vitest';
import { recordConsent } from '../consent/recordConsent.ts';
import { addNote } from '../plan/commands/addRows.ts';
import { setPlanField } from '../plan/commands/wholePlan.ts';
import type { Bytes } from '../shared/bytes.ts';
import type { JournalPort } from '../storage/journalPort.ts';
import { unwrap } from '../vault/testing.ts';
import { createCase } from './createCase.ts';
import { nobody } from './keptApart.ts';
import { type OpenCase, openCase } from './openCase.ts';
import { createRecordReceiver, mostApart } from './receiveRecords.ts';
import { rewriteCase } from './rewriteCase.ts';
import { createTestCase } from './testCase.ts';
import { createTestDevices, type DeviceKeys, memoryDisk, type TestDevices } from './testDevices.ts';

let devices: TestDevices;
beforeAll(async () => {
  devices = await createTestDevices(2);
});

/** Two devices with the same case: the first has written, the second has nothing yet. */
const setUp = async () => {
  const { deps } = await createTestCase();
  const [here, there] = await devices.begin();
  if (here === undefined || there === undefined) throw new Error('Two devices are needed.');
  const disks = [
    await memoryDisk(here.store).open(),
    await memoryDisk(there.store).open(),
  ] as const;
  const depsOf = (journal: JournalPort) => ({ ...deps, journal });
  const { caseId } = here;
  const write = async (
    keys: DeviceKeys,
    journal: JournalPort,
    words: string,
  ): Promise<OpenCase> => {
    const opened = unwrap(await openCase(depsOf(journal), keys.session, caseId, { log: false }));
    unwrap(await opened.workspace().edit((doc, ctx) => addNote(doc, ctx, { text: words })));
    return opened;
  };
  const session = { ...here.session, createCase: () => here.session.openCase(caseId) };
  const first = unwrap(
    await createCase(depsOf(disks[0].journal), session, (doc, ctx) =>
      setPlanField(doc, ctx, { field: 'name', value: 'Lars' }),
    ),
  );
  const recordsOf = async (place: 0 | 1): Promise<readonly Bytes[]> =>
    unwrap(await disks[place].journal.readSince(caseId, 0)).rows.map(({ bytes }) => bytes);
  const receiver = createRecordReceiver(
    { journal: disks[1].journal },
    unwrap(await there.session.openCase(caseId)),
  );
  const read = async () =>
    unwrap(
      await openCase(depsOf(disks[1].journal), there.session, caseId, { log: false }),
    ).workspace().state;
  return { here, there, disks, caseId, depsOf, write, first, recordsOf, receiver, read };
};

describe('records from another device', () => {
  it('make the same case, backwards and twice', async () => {
    const { first, recordsOf, receiver, read } = await setUp();
    for (const text of ['Ett', 'Två', 'Tre']) {
      unwrap(await first.workspace().edit((doc, ctx) => addNote(doc, ctx, { text })));
    }
    const records = [...(await recordsOf(0))].reverse();
    for (const record of records) {
      expect(unwrap(await receiver.receive([record, record]))).toMatchObject({
        taken: 1,
        known: 1,
      });
    }
    expect(unwrap(await receiver.receive(records))).toMatchObject({ taken: 0, known: 5 });
    const state = await read();
    expect(state.plan).toEqual(first.workspace().state.plan);
    expect(state.missingRecords).toEqual([]);
  });

  it('that are missing are told as a gap until they come', async () => {
    const { first, recordsOf, receiver, read } = await setUp();
    unwrap(await first.workspace().edit((doc, ctx) => addNote(doc, ctx, { text: 'Ett' })));
    unwrap(await first.workspace().edit((doc, ctx) => addNote(doc, ctx, { text: 'Två' })));
    const records = await recordsOf(0);
    const device = first.device();
    unwrap(await receiver.receive(records.filter((_, place) => place !== 2)));
    expect((await read()).missingRecords).toEqual([{ device, from: 3, to: 3 }]);
    unwrap(await receiver.receive(records));
    expect((await read()).missingRecords).toEqual([]);
  });

  it('of which another has seen more than came are missing too', async () => {
    const { here, disks, first, write, recordsOf, receiver, there, caseId, read } = await setUp();
    unwrap(await receiver.receive(await recordsOf(0)));
    unwrap(await first.workspace().edit((doc, ctx) => addNote(doc, ctx, { text: 'Ett' })));
    const back = createRecordReceiver(
      { journal: disks[0].journal },
      unwrap(await here.session.openCase(caseId)),
    );
    await (await write(there, disks[1].journal, 'Där')).close();
    unwrap(await back.receive(await recordsOf(1)));
    await (await write(here, disks[0].journal, 'Efteråt')).close();
    const last = (await recordsOf(0)).at(-1);
    if (last === undefined) throw new Error('Nothing was written.');
    unwrap(await receiver.receive([last]));
    expect((await read()).missingRecords).toEqual([{ device: first.device(), from: 3, to: 3 }]);
  });

  it('do not count as seen while something that they had seen is missing', async () => {
    const { first, disks, there, depsOf, caseId, recordsOf, receiver, read } = await setUp();
    const answered = (answer: 'no' | 'yes') =>
      first
        .workspace()
        .record((ctx) => recordConsent(ctx, { which: 'make', answer, form: 'muntligt' }));
    unwrap(await answered('yes'));
    unwrap(await answered('no'));
    unwrap(await first.workspace().edit((doc, ctx) => addNote(doc, ctx, { text: 'Sist' })));
    const records = await recordsOf(0);
    // The refusal has not come, and somebody who knows nothing of it records a yes.
    unwrap(await receiver.receive(records.filter((_, place) => place !== 3)));
    const opened = unwrap(
      await openCase(depsOf(disks[1].journal), there.session, caseId, { log: false }),
    );
    unwrap(
      await opened
        .workspace()
        .record((ctx) => recordConsent(ctx, { which: 'make', answer: 'yes', form: 'muntligt' })),
    );
    unwrap(await receiver.receive(records));
    expect((await read()).consent.make.answer).toBe('no');
  });

  it('under a number of this device lead to a new name, and both are kept', async () => {
    const { here, disks, caseId, write, recordsOf } = await setUp();
    const twin = await here.copy();
    const copied = memoryDisk(twin.store);
    const disk = await copied.open();
    unwrap(
      await disk.journal.append<never>(caseId, 0, async () => ({
        ok: true,
        value: {
          rows: [],
          received: unwrap(await disks[0].journal.readSince(caseId, 0)),
        },
      })),
    );
    await (await write(here, disks[0].journal, 'Här')).close();
    await (await write(twin, disk.journal, 'Kopian')).close();
    const receiver = createRecordReceiver(
      { journal: disk.journal },
      unwrap(await twin.session.openCase(caseId)),
    );
    const before = unwrap(await twin.session.openCase(caseId)).device;
    unwrap(await receiver.receive(await recordsOf(0)));
    const opened = await write(twin, disk.journal, 'Efteråt');
    expect(opened.device()).not.toBe(before);
    const { plan } = opened.workspace().state;
    expect(plan.notes.map(({ text }) => text).sort()).toEqual(['Efteråt', 'Här', 'Kopian']);
    const { rows } = unwrap(await disk.journal.readSince(caseId, 0));
    const places = rows.map(({ device, seq }) => `${device} ${seq}`);
    expect(new Set(places).size).toBe(places.length - 1);
  });

  it('of an older root are kept apart and told, merged by nobody, and stop nothing', async () => {
    const { here, disks, depsOf, caseId, first, recordsOf } = await setUp();
    unwrap(await first.workspace().edit((doc, ctx) => addNote(doc, ctx, { text: 'Ska bort' })));
    const old = await recordsOf(0);
    const removal = {
      scope: { scope: 'part', choice: 'staff' },
      keepsItem: () => false,
      keepsField: () => true,
      keepsFact: () => true,
    } as const;
    const deps = depsOf(disks[0].journal);
    const anew = unwrap(await rewriteCase(deps, here.session, disks[0].removal, first, removal));
    const receiver = createRecordReceiver(
      { journal: disks[0].journal },
      unwrap(await here.session.openCase(caseId)),
    );
    expect(unwrap(await receiver.receive(old))).toMatchObject({ taken: 0, apart: old.length });
    expect(unwrap(await receiver.receive(old))).toMatchObject({ apart: 0, known: old.length });
    await anew.catchUp();
    const { state } = anew.workspace();
    expect(state.plan.notes).toEqual([]);
    expect(state.setAsideRecords).toHaveLength(old.length);
    expect(state.missingRecords).toEqual([]);
    unwrap(
      await anew.workspace().edit((doc, ctx) => addNote(doc, ctx, { text: 'Går att skriva' })),
    );
    const again = unwrap(await rewriteCase(deps, here.session, disks[0].removal, anew, removal));
    expect(again.workspace().state.setAsideRecords).toEqual([]);
  });

  it('that are no records of the case at all are kept up to a bound', async () => {
    const { receiver, recordsOf, disks, caseId } = await setUp();
    unwrap(await receiver.receive(await recordsOf(0)));
    const noise = Array.from({ length: mostApart + 5 }, (_, n) => new Uint8Array(40).fill(n % 256));
    for (const [n, bytes] of noise.entries()) new DataView(bytes.buffer).setUint32(36, n);
    const huge = new Uint8Array(300_000);
    const counts = unwrap(await receiver.receive([...noise, huge]));
    expect(counts).toEqual({ taken: 0, known: 0, apart: mostApart, refused: 6 });
    const { rows } = unwrap(await disks[1].journal.readSince(caseId, 0));
    expect(rows.filter(({ device }) => device === nobody)).toHaveLength(mostApart);
  });
});
