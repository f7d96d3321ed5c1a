import { describe, expect, it, vi } from 'vitest';
import { recordConsent } from '../consent/recordConsent.ts';
import { started } from '../meeting/testMeeting.ts';
import { addLongTermGoal } from '../plan/commands/addRows.ts';
import { setPlanField } from '../plan/commands/wholePlan.ts';
import { selectCard } from '../process/caseCard.ts';
import { err } from '../shared/result.ts';
import type { JournalPort } from '../storage/journalPort.ts';
import { memoryJournal } from '../storage/memoryJournal.ts';
import { sealRecord } from '../vault/sealRecord.ts';
import { compactCase } from './compactCase.ts';
import { compactFrom } from './compactFrom.ts';
import { factToPayload } from './factPayload.ts';
import { freezePlan } from './freeze.ts';
import { listCases } from './listCases.ts';
import { type OpenCase, openCase } from './openCase.ts';
import { quietBeforeCompactingMs } from './quietCompacting.ts';
import { createTestCase, testAuthor } from './testCase.ts';

const important = { item: 'plan', field: 'important' };

const write = (opened: OpenCase, text: string): void =>
  opened.workspace().typing(important).splice({ index: 0, remove: 0, insert: text });

const nameOf = (opened: OpenCase) => opened.workspace().state.plan.name.value;

describe('an open case', () => {
  it('shows after reopening what was typed and told as saved', async () => {
    const { first, time, openWindow } = await createTestCase();
    write(first, 'Behålla gården');
    expect(first.workspace().save).toEqual({ kind: 'saving' });
    expect(first.workspace().typing(important).value).toBe('Behålla gården');
    await time.pass(250);
    await vi.waitFor(() => expect(first.workspace().save).toEqual({ kind: 'saved' }));
    const second = await openWindow();
    expect(second.workspace().state.plan.important.text).toBe('Behålla gården');
  });

  it('tells its screens only after the durable write', async () => {
    let durable = 0;
    const { first } = await createTestCase((journal) => ({
      ...journal,
      append: async (caseId, since, prepare) => {
        const result = await journal.append(caseId, since, prepare);
        if (result.ok) durable += 1;
        return result;
      },
    }));
    const before = durable;
    const shown: { readonly name: string | null; readonly durable: number }[] = [];
    first.subscribe(() => shown.push({ name: nameOf(first), durable }));
    await first
      .workspace()
      .edit((doc, ctx) => setPlanField(doc, ctx, { field: 'name', value: 'Lasse' }));
    expect(shown.some(({ name }) => name === 'Lasse')).toBe(true);
    for (const { name, durable: then } of shown) {
      if (name === 'Lasse') expect(then).toBe(before + 1);
    }
  });

  it('keeps on the screen what could not be written, says so, and writes it once when there is room', async () => {
    let full = false;
    const { first, time, openWindow } = await createTestCase((journal) => ({
      ...journal,
      append: (caseId, since, prepare) =>
        full ? Promise.resolve(err({ kind: 'quota' })) : journal.append(caseId, since, prepare),
    }));
    full = true;
    const edited = await first
      .workspace()
      .edit((doc, ctx) => addLongTermGoal(doc, ctx, { text: 'Sova' }));
    expect(edited).toEqual(err({ kind: 'notSaved', reason: 'full' }));
    expect(first.workspace().save).toEqual({ kind: 'notSaved', reason: 'full' });
    expect(first.workspace().state.plan.longTermGoals.map(({ text }) => text)).toEqual(['Sova']);
    expect((await first.close()).ok).toBe(false);
    full = false;
    await time.pass(2_000);
    await vi.waitFor(() => expect(first.workspace().save).toEqual({ kind: 'saved' }));
    const second = await openWindow();
    expect(second.workspace().state.plan.longTermGoals.map(({ text }) => text)).toEqual(['Sova']);
  });

  it('writes a fact once although the first attempt did not say that it had succeeded', async () => {
    let mute = false;
    const { first, openWindow } = await createTestCase((journal) => ({
      ...journal,
      append: async (caseId, since, prepare) => {
        const result = await journal.append(caseId, since, prepare);
        return mute ? err({ kind: 'closed' }) : result;
      },
    }));
    mute = true;
    const answer = await first
      .workspace()
      .record((ctx) => recordConsent(ctx, { which: 'make', answer: 'yes', form: 'muntligt' }));
    expect(answer.ok).toBe(false);
    mute = false;
    expect((await first.workspace().flush()).ok).toBe(true);
    const second = await openWindow();
    const consents = second
      .workspace()
      .state.log.filter(({ fact }) => fact.type === 'consent.recorded');
    expect(consents).toHaveLength(1);
    const seqs = second.workspace().state.log.map(({ seq }) => seq);
    expect(new Set(seqs).size).toBe(seqs.length);
  });

  it('sees what another window wrote, without asking', async () => {
    const { first, openWindow } = await createTestCase();
    const second = await openWindow();
    await second
      .workspace()
      .edit((doc, ctx) => setPlanField(doc, ctx, { field: 'name', value: 'Lasse' }));
    await vi.waitFor(() => expect(nameOf(first)).toBe('Lasse'));
  });

  it('sets aside a record that does not open, counts it, and shows the rest', async () => {
    const { first, memory, openWindow } = await createTestCase();
    write(first, 'Sova');
    await first.workspace().flush();
    const kept = memory.cases.get(first.caseId);
    const broken = kept?.rows.at(-1);
    if (kept === undefined || broken === undefined) throw new Error('no rows');
    const bytes = broken.bytes.slice();
    bytes[80] = (bytes[80] ?? 0) ^ 1;
    kept.rows = kept.rows.map((row) => (row === broken ? { ...row, bytes } : row));
    const second = await openWindow();
    const { state } = second.workspace();
    expect(state.setAsideRecords.map(({ reason }) => reason)).toEqual(['cannotOpen']);
    expect(state.plan.name.value).toBe('Lars');
    expect(state.plan.important.text).toBe('');
  });

  it('keeps both of two records with one number, and writes on under a new device id', async () => {
    const { first, memory, session, openWindow } = await createTestCase();
    const keys = await session.openCase(first.caseId);
    const kept = memory.cases.get(first.caseId);
    if (!keys.ok || kept === undefined) throw new Error('no case');
    await first.workspace().record((ctx) => ({
      ...recordConsent(ctx, { which: 'make', answer: 'yes', form: 'muntligt' }),
    }));
    const last = kept.rows.at(-1);
    if (last === undefined) throw new Error('no rows');
    const copy = await sealRecord(keys.value, {
      device: last.device,
      seq: last.seq,
      prev: kept.rows.at(-2) === undefined ? null : 'A'.repeat(43),
      seen: {},
      kind: 'fact',
      at: 1,
      payload: factToPayload({
        id: 'copied',
        type: 'test.copied',
        at: 1,
        by: testAuthor,
        data: {},
      }),
    });
    if (!copy.ok) throw new Error(copy.error.kind);
    kept.rows = [...kept.rows, { ...last, n: kept.last + 1, bytes: copy.value.bytes }];
    kept.last += 1;
    const second = await openWindow();
    await second
      .workspace()
      .edit((doc, ctx) => setPlanField(doc, ctx, { field: 'name', value: 'Lasse' }));
    const { log } = second.workspace().state;
    expect(log.map(({ fact }) => fact.type)).toContain('test.copied');
    expect(log.map(({ fact }) => fact.type)).toContain('consent.recorded');
    expect(second.device()).not.toBe(first.device());
    expect(nameOf(await openWindow())).toBe('Lasse');
  });

  it('never shows an empty plan where the records are gone', async () => {
    const { first, deps, session } = await createTestCase();
    const empty = await openCase({ ...deps, journal: memoryJournal() }, session, first.caseId);
    expect(empty).toEqual(err({ kind: 'empty' }));
  });

  it('logs who opened it and when', async () => {
    const { openWindow } = await createTestCase();
    const second = await openWindow();
    const opened = second.workspace().state.log.filter(({ fact }) => fact.type === 'case.opened');
    expect(opened.map(({ fact }) => fact.by)).toEqual([testAuthor]);
  });

  it('writes a card with each change, equal to one rebuilt from the journal', async () => {
    const { first, deps, session, memory } = await createTestCase();
    await first
      .workspace()
      .edit((doc, ctx) => setPlanField(doc, ctx, { field: 'meetingDate', value: '2026-12-01' }));
    const listed = await listCases(deps, session);
    const card = selectCard(first.workspace().state);
    expect(listed).toEqual({ ok: true, value: [{ caseId: first.caseId, card }] });
    expect(card).toMatchObject({ name: 'Lars', nextDate: '2026-12-01' });
    const kept = memory.cases.get(first.caseId);
    if (kept === undefined) throw new Error('no case');
    kept.card = null;
    expect(await listCases(deps, session)).toEqual(listed);
  });

  it('says Sparar… from the touch on, and draws what was done once, when it is down', async () => {
    const { first } = await createTestCase();
    const said: string[] = [];
    let drawn = 0;
    first.workspace().watchSave(() => said.push(first.workspace().saveNow()));
    first.subscribe(() => {
      drawn += 1;
    });
    const writing = first
      .workspace()
      .edit((doc, ctx) => setPlanField(doc, ctx, { field: 'meetingPlace', value: 'Åby' }));
    expect(first.workspace().saveNow()).toBe('saving');
    expect(said).toEqual(['saving']);
    expect(drawn).toBe(0);
    await writing;
    expect(said.at(-1)).toBe('saved');
    expect(drawn).toBe(1);
    expect(first.workspace().save).toEqual({ kind: 'saved' });
  });

  it('takes nothing back from before a version', async () => {
    const { first } = await createTestCase();
    const refused = await freezePlan(first);
    expect(refused).toEqual(err({ kind: 'noConsentToMake' }));
    await first
      .workspace()
      .record((ctx) => recordConsent(ctx, { which: 'make', answer: 'yes', form: 'muntligt' }));
    write(first, 'Sova');
    const frozen = await freezePlan(first);
    expect(frozen.ok).toBe(true);
    const [version] = first.workspace().state.versions;
    expect(version?.sound === true && version.plan.important.text).toBe('Sova');
    expect(first.workspace().canUndo).toBe(false);
  });
});

describe('compaction', () => {
  const manyRecords = async (count: number) => {
    const made = await createTestCase();
    for (let n = 0; n < count; n += 1) {
      write(made.first, String.fromCharCode(97 + (n % 26)));
      await made.first.workspace().flush();
    }
    return made;
  };

  it('leaves the same plan, the same facts and no gap, in fewer records', async () => {
    const { first, deps, session, memory, openWindow } = await manyRecords(60);
    const keys = await session.openCase(first.caseId);
    if (!keys.ok) throw new Error(keys.error.kind);
    const before = await openWindow();
    const text = before.workspace().state.plan.important.text;
    expect(text).toHaveLength(60);
    const rows = memory.cases.get(first.caseId)?.rows.length ?? 0;
    expect(await compactCase(deps, keys.value, 1_000)).toEqual(err({ kind: 'notNeeded' }));
    const done = await compactCase(deps, keys.value, 50);
    expect(done).toEqual({ ok: true, value: { replaced: 61 } });
    expect(memory.cases.get(first.caseId)?.rows.length).toBe(rows - 60);
    const after = await openWindow();
    expect(after.workspace().state.plan).toEqual(before.workspace().state.plan);
    const log = before.workspace().state.log.map(({ fact }) => fact.id);
    expect(
      after
        .workspace()
        .state.log.map(({ fact }) => fact.id)
        .slice(0, log.length),
    ).toEqual(log);
    expect(after.workspace().state.setAsideRecords).toEqual([]);
    write(after, 'Å');
    await after.workspace().flush();
    expect((await openWindow()).workspace().state.plan.important.text).toBe(`Å${text}`);
  });

  it('comes by itself in a quiet moment, and what is typed afterwards is kept', async () => {
    const { first, time, memory, openWindow } = await manyRecords(compactFrom);
    const rows = () => memory.cases.get(first.caseId)?.rows.length ?? 0;
    expect(rows()).toBeGreaterThan(compactFrom);
    await time.pass(quietBeforeCompactingMs);
    await vi.waitFor(() => expect(rows()).toBeLessThan(10));
    write(first, 'Å');
    await first.workspace().flush();
    const text = (await openWindow()).workspace().state.plan.important.text;
    expect(text).toHaveLength(compactFrom + 1);
    expect(text.startsWith('Å')).toBe(true);
  });

  it('leaves a journal alone in which a record is set aside', async () => {
    const { first, deps, session, memory } = await manyRecords(20);
    const kept = memory.cases.get(first.caseId);
    if (kept === undefined) throw new Error('no case');
    kept.rows = kept.rows.map((row, place) =>
      place === 5 ? { ...row, bytes: row.bytes.slice(0, 100) } : row,
    );
    const keys = await session.openCase(first.caseId);
    if (!keys.ok) throw new Error(keys.error.kind);
    expect(await compactCase(deps, keys.value, 5)).toEqual(err({ kind: 'notWhole' }));
  });
});

describe('two windows and one lead', () => {
  const lockManager = () => {
    const held = new Map<string, (reason: unknown) => void>();
    const request = (
      name: string,
      options: LockOptions,
      run: (lock: Lock | null) => unknown,
    ): Promise<unknown> => {
      if (held.has(name) && options.steal !== true) return Promise.resolve(run(null));
      held.get(name)?.(new DOMException('stolen', 'AbortError'));
      return new Promise((done, fail) => {
        held.set(name, fail);
        void Promise.resolve(run({ name, mode: 'exclusive' })).then((value) => {
          held.delete(name);
          done(value);
        });
      });
    };
    return { request } as unknown as NonNullable<Parameters<typeof openCase>[0]['locks']>;
  };

  it('lets only the leading window move the meeting, until the other takes the lead', async () => {
    const { first, deps, session, memory } = await createTestCase();
    const locks = lockManager();
    const open = async (journal: JournalPort) => {
      const opened = await openCase({ ...deps, journal, locks }, session, first.caseId);
      if (!opened.ok) throw new Error(opened.error.kind);
      return opened.value;
    };
    const one = await open(memoryJournal(memory));
    const two = await open(memoryJournal(memory));
    expect((await one.workspace().send(started())).ok).toBe(true);
    await vi.waitFor(() => expect(two.workspace().state.meeting.current.phase).toBe('running'));
    expect(await two.workspace().send({ type: 'meeting.paused' })).toEqual(
      err({ kind: 'notSaved', reason: 'busy' }),
    );
    expect(two.lead.status()).toBe('elsewhere');
    expect(
      (await two.workspace().edit((doc, ctx) => addLongTermGoal(doc, ctx, { text: 'Sova' }))).ok,
    ).toBe(true);
    await two.leadFromHere();
    await vi.waitFor(() => expect(one.lead.status()).toBe('elsewhere'));
    expect((await two.workspace().send({ type: 'meeting.paused' })).ok).toBe(true);
    await vi.waitFor(() => expect(one.workspace().state.meeting.current.phase).toBe('paused'));
  });
});

describe('records that are missing', () => {
  it('are told of, whether they stand between others or last', async () => {
    const { first, memory, openWindow } = await createTestCase();
    for (const text of ['a', 'b', 'c', 'd']) write(first, text);
    for (const answer of ['yes', 'no', 'later'] as const) {
      await first
        .workspace()
        .record((ctx) => recordConsent(ctx, { which: 'share', answer, form: 'muntligt' }));
    }
    await first.workspace().flush();
    expect(first.workspace().state.missingRecords).toEqual([]);
    const kept = memory.cases.get(first.caseId);
    const { length } = kept?.rows ?? [];
    if (kept === undefined || length < 5) throw new Error('too few rows');
    const whole = kept.rows;
    kept.rows = whole.filter((_, place) => place !== length - 3 && place !== length - 1);
    const second = await openWindow();
    const device = first.device();
    const seqs = [whole.at(-3)?.seq, whole.at(-1)?.seq];
    expect(second.workspace().state.missingRecords).toEqual(
      seqs.map((seq) => ({ device, from: seq, to: seq })),
    );
    expect(second.workspace().state.plan.name.value).toBe('Lars');
  });
});
