/** Whatever a released program has written, this one opens, and shows what was there (fixtures/README.md). */
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { applyUpdate, createPlanDocument } from '../plan/document.ts';
import { selectPlan } from '../plan/selectors.ts';
import type { Fact } from '../shared/fact.ts';
import { secretOf } from '../vault/secret.ts';
import { unwrap } from '../vault/testing.ts';
import { unlockWithPassword } from '../vault/unlock.ts';
import { unlockWithReserveCode } from '../vault/unlockWithReserve.ts';
import { openCase } from './openCase.ts';
import { isSoundFact } from './soundFact.ts';
import { openFixtureDevice } from './testFixtureDevice.ts';

/** Every release that wrote something new. Lines are added, never taken away. */
const devices = [1, 2] as const;
const plans = [1] as const;

const fixture = (name: string): URL => new URL(`./fixtures/${name}.json`, import.meta.url);

const loose = v.record(v.string(), v.unknown());
const expectedShape = v.object({
  plan: loose,
  consent: loose,
  meeting: loose,
  versions: v.array(v.object({ hash: v.string() })),
  cards: v.array(v.object({ caseId: v.string(), card: loose })),
  facts: v.array(v.looseObject({ id: v.string(), type: v.string() })),
});

const readJson = (name: string): unknown => JSON.parse(readFileSync(fixture(name), 'utf8'));

const openDevice = async (version: (typeof devices)[number]) => ({
  ...(await openFixtureDevice(version)),
  expected: v.parse(expectedShape, readJson(`device-${version}.expected`)),
});

describe.each(devices)('a device of version %i', (version) => {
  it('is opened whole: plan, consents, meeting, version, facts, none set aside and none missing', async () => {
    const { device, expected, caseDeps, unlock } = await openDevice(version);
    const opened = unwrap(await openCase(caseDeps, await unlock(), device.caseId, { log: false }));
    const { state } = opened.workspace();
    expect(state.setAsideRecords).toEqual([]);
    expect(state.missingRecords).toEqual([]);
    // Later programs may know more fields; none that was there may be gone or changed.
    expect(state.plan).toMatchObject(expected.plan);
    expect(state.plan.readOnly).toBe(false);
    expect(state.consent).toMatchObject(expected.consent);
    expect(state.meeting.current).toMatchObject(expected.meeting);
    expect(state.versions).toMatchObject(expected.versions);
    expect(state.versions.every(({ sound }) => sound)).toBe(true);
    expect(state.log.map(({ fact }) => fact)).toMatchObject(expected.facts);
    unwrap(await opened.close());
  });

  it('shows its list from the card that was written', async () => {
    const { expected, storage, unlock } = await openDevice(version);
    const session = await unlock();
    const ids = unwrap(await session.listCases());
    const cards = unwrap(await session.openCards(unwrap(await storage.journal.readCards(ids))));
    expect(cards).toMatchObject(expected.cards);
  });

  it('has what its owner wrote of themselves, and opens by the reserve code too', async () => {
    const { device, deps, unlock } = await openDevice(version);
    const session = await unlock();
    expect(unwrap(await session.readValue('person'))).toMatchObject({ name: 'Karin Ek' });
    expect(unwrap(await session.readValue('organisation'))).toMatchObject({ name: 'Åby kommun' });
    expect(unwrap(await session.readValue('settings'))).toMatchObject({ idleMinutes: 15 });
    const restored = await unlockWithReserveCode(deps, {
      vaultId: device.vaultId,
      code: secretOf(device.reserveCode),
      newPassword: secretOf('helt andra ord än förut'),
      newCode: false,
    });
    expect(unwrap(await unwrap(restored).session.listCases())).toEqual([device.caseId]);
  });

  it('gives a colleague the case that was given to them', async () => {
    const { device, caseDeps, deps } = await openDevice(version);
    const theirs = secretOf('bastu vinter lingon kanot');
    const colleague = unwrap(await unlockWithPassword(deps, device.colleagueId, theirs));
    unwrap(await colleague.acceptGiven());
    const opened = unwrap(await openCase(caseDeps, colleague, device.caseId, { log: false }));
    expect(opened.workspace().state.plan.name.value).toBe('Lars');
    unwrap(await opened.close());
  });

  it('can be written in, and stays whole', async () => {
    const { device, caseDeps, unlock } = await openDevice(version);
    const session = await unlock();
    const opened = unwrap(await openCase(caseDeps, session, device.caseId));
    opened
      .workspace()
      .typing({ item: 'plan', field: 'important' })
      .splice({ index: 0, remove: 0, insert: 'I dag: ' });
    unwrap(await opened.close());
    const again = unwrap(await openCase(caseDeps, session, device.caseId, { log: false }));
    const { state } = again.workspace();
    expect(state.plan.important.text).toMatch(/^I dag: Viktigast: Behålla gården/);
    expect(state.setAsideRecords.length + state.missingRecords.length).toBe(0);
    unwrap(await again.close());
  });

  it('holds only facts that this program takes as sound', () => {
    const { facts } = v.parse(expectedShape, readJson(`device-${version}.expected`));
    expect(facts.filter((fact) => !isSoundFact(fact as unknown as Fact))).toEqual([]);
  });
});

it('has every kind of fact and of meeting event that version 1 wrote', () => {
  const { facts } = v.parse(expectedShape, readJson('device-1.expected'));
  expect([...new Set(facts.map(({ type }) => type))].sort()).toEqual([
    'after.line',
    'case.created',
    'case.exported',
    'case.given',
    'case.opened',
    'case.printed',
    'case.received',
    'consent.excepted',
    'consent.exceptionRemoved',
    'consent.informed',
    'consent.recorded',
    'consent.withdrawn',
    'contents.removed',
    'leader.taken',
    'meeting.event',
    'process.called',
    'process.closed',
    'version.frozen',
  ]);
  const event = v.looseObject({ data: v.object({ event: v.object({ type: v.string() }) }) });
  const events = facts.flatMap((fact) => {
    const read = v.safeParse(event, fact);
    return read.success ? [read.output.data.event.type] : [];
  });
  expect(new Set(events).size).toBe(27);
});

describe('version 2, which came with taking over', () => {
  it('has every kind of fact that it wrote first', () => {
    const { facts } = v.parse(expectedShape, readJson('device-2.expected'));
    const types = new Set(facts.map(({ type }) => type));
    for (const type of ['standInChosen', 'standInWithdrawn', 'restored', 'takenOver']) {
      expect(types).toContain(`case.${type}`);
    }
  });

  it('has a yes in one window beside a withdrawal in another, of which neither answers the other', async () => {
    const { device, caseDeps, unlock } = await openDevice(2);
    const opened = unwrap(await openCase(caseDeps, await unlock(), device.caseId, { log: false }));
    const { log, consent } = opened.workspace().state;
    expect(log.filter(({ unseen }) => unseen !== undefined)).toHaveLength(1);
    expect(consent.share).toMatchObject({ answer: 'no', withdrawn: true });
    expect(consent.share.disputed).toHaveLength(2);
    unwrap(await opened.close());
  });

  it('opens the plan for the colleague who took it over', async () => {
    const { caseDeps, deps, storage } = await openDevice(2);
    const vaults = unwrap(await storage.vaults.listVaults());
    const taker = vaults.find(({ shortName }) => shortName === 'A')?.vaultId ?? '';
    const theirs = secretOf('kåta tunnbröd fjällvind lingon');
    const session = unwrap(await unlockWithPassword(deps, taker, theirs));
    const [caseId = ''] = unwrap(await session.listCases());
    const opened = unwrap(await openCase(caseDeps, session, caseId, { log: false }));
    expect(opened.workspace().state.plan.name.value).toBe('Lars');
    unwrap(await opened.close());
  });
});

it.each(plans)('reads a plan document of schema %i', (version) => {
  const shape = v.object({ update: v.object({ base64: v.string() }), plan: loose });
  const { update, plan } = v.parse(shape, readJson(`plan-${version}`));
  const doc = createPlanDocument();
  unwrap(applyUpdate(doc, new Uint8Array(Buffer.from(update.base64, 'base64'))));
  expect(selectPlan(doc)).toMatchObject(plan);
});
