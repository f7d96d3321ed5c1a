import { describe, expect, it } from 'vitest';
import type { Receiver } from '../../consent/mayShare.ts';
import { exceptParty, recordConsent, withdrawConsent } from '../../consent/recordConsent.ts';
import type { ShareKind } from '../../consent/shares.ts';
import type { MeetingIntent } from '../../meeting/meetingEvents.ts';
import { setPlanField } from '../../plan/commands/wholePlan.ts';
import type { SignalMessage } from '../../shared/signalMessage.ts';
import { createTestCase } from '../testCase.ts';
import { settle } from '../testTimers.ts';
import { foldShares, type Share } from './foldShares.ts';
import { endShare, openShare, type WantedShare } from './openShare.ts';
import { createShareKeeper } from './shareKeeper.ts';
import { createTestShares } from './testShares.ts';

const dateOfInstant = (now: number): string => new Date(now).toISOString().slice(0, 10);

const lars: Receiver = { receiverKind: 'individual', participantId: 'p1', name: 'Lars' };
const anna: Receiver = { receiverKind: 'other', participantId: 'p2', name: 'Anna Test' };
const mother: Receiver = { receiverKind: 'guardian', participantId: 'p3', name: 'Mor Test' };

const start: MeetingIntent = {
  type: 'meeting.started',
  minutes: 60,
  shares: { inledning: 10, aktuellSituation: 15, behov: 50, sammanfattning: 15, avslutning: 10 },
  seenBy: 'nej',
  interpreter: false,
};

const calm = async (): Promise<void> => {
  for (let turn = 0; turn < 40; turn += 1) {
    await settle();
    await new Promise((done) => setTimeout(done, 0));
  }
};

const begin = async () => {
  const { first, deps, time, openWindow } = await createTestCase();
  const shares = createTestShares();
  const keep = (opened: typeof first) =>
    createShareKeeper(
      {
        clock: deps.clock,
        timers: deps.timers,
        transport: shares.transport,
        project: (share, { plan }) => ({ [share.kind]: plan.name.value }),
        todayOf: dateOfInstant,
      },
      opened,
    );
  const keeper = keep(first);
  const workspace = () => first.workspace();
  const all = (): readonly Share[] => foldShares(workspace().state.log);
  const share = (receiver: Receiver, kind: ShareKind = 'follow', more: Partial<WantedShare> = {}) =>
    openShare(
      { ...deps, transport: shares.transport },
      first,
      {
        receiver,
        kind,
        until: null,
        judged: receiver.receiverKind === 'guardian' ? 'Vi har läst 12 kap. 3 §.' : '',
        versionId: kind === 'plan' ? 'v1' : null,
        ...more,
      },
      dateOfInstant(deps.clock.now()),
    );
  const rename = (value: string) =>
    workspace().edit((doc, ctx) => setPlanField(doc, ctx, { field: 'name', value }));
  const yes = () =>
    workspace().record((ctx) =>
      recordConsent(ctx, { which: 'share', answer: 'yes', form: 'muntligt' }),
    );
  const withdraw = () =>
    workspace().record((ctx) => withdrawConsent(ctx, { which: 'share', form: 'muntligt' }));
  const of = (receiver: Receiver): Share => {
    const found = all().find((each) => each.receiver.name === receiver.name);
    if (found === undefined) throw new Error('no share');
    return found;
  };
  return {
    ...shares,
    first,
    time,
    keeper,
    keep,
    workspace,
    all,
    rename,
    share,
    yes,
    withdraw,
    of,
    openWindow,
  };
};

describe('a share', () => {
  it('is not made for a relative without a consent, nor for a guardian whom nobody has judged', async () => {
    const { share, yes, all } = await begin();
    expect(await share(anna)).toMatchObject({ error: { kind: 'notAllowed', why: 'notAsked' } });
    expect(await share(mother, 'follow', { judged: ' ' })).toMatchObject({
      error: { why: 'notJudged' },
    });
    expect(all()).toEqual([]);
    await yes();
    expect((await share(anna)).ok).toBe(true);
    expect(all()[0]).toMatchObject({ receiver: anna, by: 'Karin', kind: 'follow' });
  });

  it('publishes what changes, with rising numbers, and a version only once', async () => {
    const { share, yes, there, done, rename } = await begin();
    await yes();
    await share(anna);
    await share(anna, 'plan');
    await calm();
    const before = there.get('keys1')?.number ?? 0;
    await rename('Sova');
    await calm();
    expect(there.get('keys1')?.state).toEqual({ follow: 'Sova' });
    expect(there.get('keys1')?.number).toBeGreaterThan(before);
    expect(done.filter((each) => each === 'publish keys2')).toHaveLength(1);
  });

  it('does not wait for another on its way to the server, and what changed meanwhile follows', async () => {
    const { share, yes, there, rename, holdBack } = await begin();
    await yes();
    await share(lars);
    await share(anna);
    await calm();
    const { letGo } = holdBack('keys1');
    await rename('Sova');
    await calm();
    expect(there.get('keys2')?.state).toEqual({ follow: 'Sova' });
    await rename('Sova gott');
    await calm();
    letGo();
    await calm();
    for (const keys of ['keys1', 'keys2'])
      expect(there.get(keys)?.state).toEqual({ follow: 'Sova gott' });
  });

  it('of a relative ends when the consent is withdrawn; the individual’s own goes on', async () => {
    const { share, yes, withdraw, there, done, of, keeper, rename } = await begin();
    await yes();
    await share(lars);
    await share(anna);
    await share(mother);
    await calm();
    expect([...there.keys()]).toEqual(['keys1', 'keys2', 'keys3']);
    await withdraw();
    await calm();
    expect([...there.keys()]).toEqual(['keys1', 'keys3']);
    expect(of(anna)).toMatchObject({ ended: { why: 'withdrawn' }, isGone: true });
    expect(of(lars).ended).toBeNull();
    expect(keeper.progress(of(anna))).toEqual({ kind: 'ended' });
    await rename('Mer');
    await calm();
    expect(there.get('keys1')?.state).toEqual({ follow: 'Mer' });
    expect(done.at(-1)).not.toContain('keys2');
  });

  it('that could not be ended without internet is ended first of all when there is some', async () => {
    const { share, yes, withdraw, there, done, of, keeper, setOnline, rename } = await begin();
    await yes();
    await share(lars);
    await share(anna);
    await calm();
    setOnline(false);
    await withdraw();
    await rename('Lasse');
    await calm();
    expect(there.has('keys2')).toBe(true);
    expect(keeper.progress(of(anna))).toEqual({ kind: 'endWaiting' });
    const before = done.length;
    setOnline(true);
    await calm();
    expect(done[before]).toBe('end keys2');
    expect(there.has('keys2')).toBe(false);
    expect(keeper.progress(of(anna))).toEqual({ kind: 'ended' });
  });

  it('is ended by another window too, which finds the keys in the case', async () => {
    const { share, yes, withdraw, keeper, keep, setOnline, there, openWindow } = await begin();
    await yes();
    await share(anna);
    await calm();
    setOnline(false);
    await withdraw();
    keeper.stop();
    const second = keep(await openWindow());
    setOnline(true);
    await calm();
    expect(there.size).toBe(0);
    second.stop();
  });

  it('live ends with the meeting, but not the individual’s; a version stays until its last day', async () => {
    const { share, yes, workspace, there, of, all, time } = await begin();
    await yes();
    await workspace().send(start);
    await share(lars);
    await share(anna);
    const today = dateOfInstant(time.now());
    await share(mother, 'plan', { until: today });
    await calm();
    await workspace().send({ type: 'meeting.ended', followUp: null });
    await calm();
    expect(of(anna)).toMatchObject({ ended: { why: 'meetingOver' }, isGone: true });
    expect([...there.keys()]).toEqual(['keys1', 'keys3']);
    await time.pass(25 * 3_600_000);
    await calm();
    expect(of(mother)).toMatchObject({ ended: { why: 'lastDay' } });
    expect(all().filter(({ ended }) => ended === null)).toEqual([of(lars)]);
  });

  it('of the individual is ended by staff only with a reason, and by no exception', async () => {
    const { share, first, of, workspace } = await begin();
    await share(lars);
    const { shareId } = of(lars);
    await workspace().record((ctx) => exceptParty(ctx, lars));
    await calm();
    expect(await endShare(first, shareId, { why: 'staff', reason: ' ' })).toMatchObject({
      error: { kind: 'noReason' },
    });
    expect(of(lars).ended).toBeNull();
    expect((await endShare(first, shareId, { why: 'individual', reason: '' })).ok).toBe(true);
    await calm();
    expect(of(lars)).toMatchObject({ ended: { why: 'individual' }, isGone: true });
  });

  it('shows what the leader has, also after a device that had not heard of the meeting published', async () => {
    const { share, workspace, there, publishElsewhere } = await begin();
    await workspace().send(start);
    await share(lars);
    await calm();
    const number = there.get('keys1')?.number ?? 0;
    publishElsewhere('keys1', number + 60_000, { follow: 'Mötet börjar snart' });
    await calm();
    expect(there.get('keys1')).toEqual({ number: number + 60_001, state: { follow: 'Lars' } });
  });

  it('is live for nobody but the individual once the identity is protected', async () => {
    const { share, yes, workspace, there } = await begin();
    await yes();
    await share(lars);
    await share(anna);
    await share(mother);
    await calm();
    await workspace().edit((doc, ctx) =>
      setPlanField(doc, ctx, { field: 'protectedIdentity', value: true }),
    );
    await calm();
    expect([...there.keys()]).toEqual(['keys1']);
    expect(await share(anna)).toMatchObject({ error: { why: 'protected' } });
  });
});

describe('signals through a share', () => {
  const signal = (more: Partial<SignalMessage> & { readonly meeting: string }): SignalMessage =>
    ({
      is: 'raised',
      from: 'phone1',
      number: 1,
      at: 1,
      card: 'paus',
      whose: null,
      ...more,
    }) as SignalMessage;

  it('reach the leader from the one whose share it is, and are answered there', async () => {
    const { share, yes, workspace, keeper, say, heard, told } = await begin();
    await yes();
    await share(lars);
    await share(anna);
    await calm();
    expect(heard()).toEqual([]);
    await workspace().send(start);
    await calm();
    expect(heard()).toEqual(['keys1', 'keys2']);
    const meeting = workspace().state.meeting.current.id ?? '';
    const came: SignalMessage[] = [];
    keeper.onSignal((message) => came.push(message));
    say('keys1', signal({ meeting }));
    say('keys1', signal({ meeting: 'another', number: 2 }));
    // A relative may say that they do not understand, and nothing in another's name.
    say('keys2', signal({ meeting, from: 'phone2' }));
    say('keys2', signal({ meeting, from: 'phone2', whose: 'p2', card: 'gaUt' }));
    say('keys2', signal({ meeting, from: 'phone2', whose: 'p2', card: 'forstarInte' }));
    // Nor take back what somebody else has said.
    say('keys2', signal({ meeting, from: 'phone1', is: 'gone' }));
    expect(came.map(({ from, is }) => [from, is])).toEqual([
      ['phone1', 'raised'],
      ['phone2', 'raised'],
    ]);
    keeper.answer(signal({ meeting, is: 'seen' }));
    expect(told).toHaveLength(1);
    // Whoever has the link has no more room than so, whatever they call themselves.
    for (let n = 0; n < 500; n += 1) {
      say('keys1', signal({ meeting, from: `stranger${n}` }));
      say('keys1', signal({ meeting, from: `another${n}`, is: 'gone' }));
    }
    expect(came.splice(2)).toHaveLength(3);
    await workspace().send({ type: 'meeting.ended', followUp: null });
    await calm();
    // After it the individual alone is heard, and of signals nothing.
    expect(heard()).toEqual(['keys1']);
    say('keys1', signal({ meeting, number: 3 }));
    expect(came).toHaveLength(2);
  });

  it('say after the meeting how it was, which waits for a person and changes nothing', async () => {
    const { share, yes, workspace, keeper, say, told } = await begin();
    await yes();
    await share(lars);
    await workspace().send(start);
    await calm();
    const meeting = workspace().state.meeting.current.id ?? '';
    const answered = {
      is: 'answered',
      meeting,
      from: 'phone1',
      number: 1,
      at: 1,
      who: 'individual',
      answers: '555555',
    } as const;
    say('keys1', answered);
    expect(keeper.survey.waiting()).toEqual([]);
    await workspace().send({ type: 'meeting.ended', followUp: null });
    await calm();
    const { log } = workspace().state;
    say('keys1', answered);
    expect(keeper.survey.waiting()).toEqual([answered]);
    expect(workspace().state.log).toEqual(log);
    keeper.survey.settle('phone1', true);
    expect(told.map(({ is }) => is)).toEqual(['sent', 'seen']);
  });
});
