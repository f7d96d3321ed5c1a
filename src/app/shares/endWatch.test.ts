import { expect, it } from 'vitest';
import { foldShares } from '../../cases/shares/foldShares.ts';
import { shareOpened } from '../../cases/shares/shareFacts.ts';
import { createShareKeeper } from '../../cases/shares/shareKeeper.ts';
import { createTestShares } from '../../cases/shares/testShares.ts';
import { readWaitingEnds } from '../../cases/shares/waitingEnds.ts';
import { createTestCase } from '../../cases/testCase.ts';
import { settle } from '../../cases/testTimers.ts';
import { recordConsent, withdrawConsent } from '../../consent/recordConsent.ts';
import { ok } from '../../shared/result.ts';
import { createEndWatch } from './endWatch.ts';

const todayOf = (now: number): string => new Date(now).toISOString().slice(0, 10);

/** The vault here is unlocked and no case is open; `elsewhere` is where somebody writes. */
const world = async () => {
  const { first: elsewhere, openWindow, deps, session, time } = await createTestCase();
  const { record } = elsewhere.workspace();
  const shares = createTestShares();
  const grown = new Set<(caseId: string) => void>();
  let kept = 0;
  const watch = createEndWatch({
    clock: deps.clock,
    timers: deps.timers,
    vault: session,
    todayOf,
    open: async () => ok(await openWindow()),
    keep: async (opened) => {
      kept += 1;
      return createShareKeeper(
        { ...deps, transport: shares.transport, project: () => ({}), todayOf },
        opened,
      );
    },
    isOpenHere: () => false,
    onGrown: (listener) => {
      grown.add(listener);
      return () => grown.delete(listener);
    },
  });
  const pass = async (ms: number): Promise<void> => {
    for (let turn = 0; turn < 30; turn += 1) {
      await time.pass(ms / 30);
      await settle();
      await new Promise((done) => setTimeout(done, 0));
    }
  };
  const share = (until: string | null) =>
    record((ctx) =>
      shareOpened(ctx, {
        shareId: 's1',
        kind: 'plan',
        receiver: { receiverKind: 'other', participantId: 'p2', name: 'Anna Test' },
        until,
        reliesOn: [],
        scope: '',
        judged: '',
        versionId: 'v1',
        secret: 'keys1',
      }),
    );
  const consent = () =>
    record((ctx) => recordConsent(ctx, { which: 'share', answer: 'yes', form: 'muntligt' }));
  const comes = async (): Promise<void> => {
    for (const listener of grown) listener(elsewhere.caseId);
    await pass(12_000);
  };
  const left = () => foldShares(elsewhere.workspace().state.log).filter(({ isGone }) => !isGone);
  return {
    elsewhere,
    record,
    shares,
    watch,
    pass,
    share,
    consent,
    comes,
    left,
    session,
    time,
    kept: () => kept,
  };
};

it('ends what another device withdrew the consent for, while the case is open nowhere', async () => {
  const { record, shares, watch, share, consent, comes, pass } = await world();
  await consent();
  await share(null);
  await comes();
  expect(shares.done).toEqual([]);
  await record((ctx) => withdrawConsent(ctx, { which: 'share', form: 'muntligt' }));
  await comes();
  await pass(1_000);
  expect(shares.done).toEqual(['end keys1']);
  expect(watch.waits()).toBe(false);
});

it('ends it when there is internet again, and says until then that it waits', async () => {
  const { record, shares, watch, share, consent, comes, pass, session, elsewhere } = await world();
  await consent();
  await share(null);
  shares.setOnline(false);
  await record((ctx) => withdrawConsent(ctx, { which: 'share', form: 'muntligt' }));
  await comes();
  expect([shares.done, watch.waits()]).toEqual([[], true]);
  expect(await readWaitingEnds(session)).toEqual([
    { caseId: elsewhere.caseId, until: '1970-01-01' },
  ]);
  shares.setOnline(true);
  await pass(1_000);
  expect([shares.done, watch.waits()]).toEqual([['end keys1'], false]);
});

it('ends it when its last day has passed, though nobody does anything', async () => {
  const { shares, share, consent, comes, pass, time } = await world();
  await consent();
  await share(todayOf(time.now()));
  await comes();
  expect(shares.done).toEqual([]);
  await pass(86_400_000);
  await pass(120_000);
  expect(shares.done).toEqual(['end keys1']);
});

it('leaves alone what may go on', async () => {
  const { shares, share, consent, comes, left, kept } = await world();
  await consent();
  await share(null);
  await comes();
  expect([shares.done, kept(), left().length]).toEqual([[], 0, 1]);
});
