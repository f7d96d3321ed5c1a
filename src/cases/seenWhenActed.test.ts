import { beforeAll, describe, expect, it } from 'vitest';
import { recordConsent, withdrawConsent } from '../consent/recordConsent.ts';
import type { Workspace } from '../meeting/workspace.ts';
import { setPlanField } from '../plan/commands/wholePlan.ts';
import type { WriteContext } from '../plan/writeContext.ts';
import { unwrap } from '../vault/testing.ts';
import { createCase } from './createCase.ts';
import { openCase } from './openCase.ts';
import { createRecordReceiver } from './receiveRecords.ts';
import { createTestCase } from './testCase.ts';
import { createTestDevices, memoryDisk, type TestDevices } from './testDevices.ts';
import { type FaultyJournal, faultyJournal } from './testWindow.ts';

/** A fact answers what was before its writer's eyes when they acted, however late it is written. */
let devices: TestDevices;
beforeAll(async () => {
  devices = await createTestDevices(2);
});

const yes = (ctx: WriteContext) =>
  recordConsent(ctx, { which: 'make', answer: 'yes', form: 'muntligt' });
const withdrawn = (ctx: WriteContext) => withdrawConsent(ctx, { which: 'make', form: 'muntligt' });

/** Windows of the first device, which read only when they are told to, and the second device. */
const setUp = async () => {
  const { deps } = await createTestCase();
  const [here, there] = await devices.begin();
  if (here === undefined || there === undefined) throw new Error('Two devices are needed.');
  const { caseId } = here;
  const disks = {
    here: await memoryDisk(here.store).open(),
    there: await memoryDisk(there.store).open(),
  };
  const session = { ...here.session, createCase: () => here.session.openCase(caseId) };
  unwrap(
    await createCase({ ...deps, journal: disks.here.journal }, session, (doc, ctx) =>
      setPlanField(doc, ctx, { field: 'name', value: 'Lars' }),
    ),
  ).abandon();
  const open = async (where: 'here' | 'there' = 'here') => {
    const faulty: FaultyJournal = faultyJournal(disks[where].journal);
    const keys = where === 'here' ? here : there;
    const opened = unwrap(
      await openCase({ ...deps, journal: faulty.journal }, keys.session, caseId, { log: false }),
    );
    return { opened, faulty, now: (): Workspace => opened.workspace() };
  };
  const send = async (from: 'here' | 'there', to: 'here' | 'there'): Promise<void> => {
    const { rows } = unwrap(await disks[from].journal.readSince(caseId, 0));
    const keys = unwrap(await (to === 'here' ? here : there).session.openCase(caseId));
    const receiver = createRecordReceiver({ journal: disks[to].journal }, keys);
    unwrap(await receiver.receive(rows.map(({ bytes }) => bytes)));
  };
  await send('here', 'there');
  const consentThere = async () => {
    await send('here', 'there');
    return (await open('there')).now().state.consent.make;
  };
  return { open, send, consentThere };
};

describe('a yes that is written late', () => {
  it('does not answer a withdrawal that came from another device while it waited', async () => {
    const { open, send, consentThere } = await setUp();
    const window = await open();
    window.faulty.next = 'failBefore';
    await window.now().record(yes);
    expect(window.now().save.kind).toBe('notSaved');
    const other = await open('there');
    unwrap(await other.now().record(withdrawn));
    await send('there', 'here');
    unwrap(await window.now().flush());
    expect(window.now().state.consent.make).toMatchObject({ answer: 'no', withdrawn: true });
    expect(window.now().state.consent.make.disputed).toHaveLength(2);
    expect(await consentThere()).toEqual(window.now().state.consent.make);
  });

  it('does not answer a withdrawal in another window that this one had not shown', async () => {
    const { open, consentThere } = await setUp();
    const [first, second] = [await open(), await open()];
    unwrap(await first.now().record(withdrawn));
    unwrap(await second.now().record(yes));
    expect(second.now().state.consent.make).toMatchObject({ answer: 'no', withdrawn: true });
    await first.opened.catchUp();
    expect(first.now().state.consent.make).toEqual(second.now().state.consent.make);
    expect(await consentThere()).toEqual(first.now().state.consent.make);
    // Whoever has seen both settles it, in either window.
    unwrap(await first.now().record(yes));
    expect(first.now().state.consent.make).toMatchObject({ answer: 'yes', disputed: [] });
  });

  it('answers what the same window wrote before it, also when both waited and others wrote', async () => {
    const { open, send, consentThere } = await setUp();
    const [first, second] = [await open(), await open()];
    second.faulty.next = 'failBefore';
    await second.now().record(withdrawn);
    expect(second.now().state.consent.make.withdrawn).toBe(true);
    unwrap(
      await first.now().edit((doc, ctx) => setPlanField(doc, ctx, { field: 'name', value: 'L.' })),
    );
    const other = await open('there');
    unwrap(
      await other.now().edit((doc, ctx) => setPlanField(doc, ctx, { field: 'name', value: 'Lar' })),
    );
    await send('there', 'here');
    second.faulty.next = 'failBefore';
    await second.now().record(yes);
    unwrap(await second.now().flush());
    expect(second.now().state.consent.make).toMatchObject({ answer: 'yes', disputed: [] });
    expect(await consentThere()).toMatchObject({ answer: 'yes', disputed: [] });
  });

  it('answers a withdrawal that the window had shown', async () => {
    const { open, send, consentThere } = await setUp();
    const window = await open();
    const other = await open('there');
    unwrap(await other.now().record(withdrawn));
    await send('there', 'here');
    await window.opened.catchUp();
    window.faulty.next = 'failAfter';
    await window.now().record(yes);
    unwrap(await window.now().flush());
    expect(window.now().state.consent.make).toMatchObject({ answer: 'yes', disputed: [] });
    expect(await consentThere()).toMatchObject({ answer: 'yes', disputed: [] });
  });
});
