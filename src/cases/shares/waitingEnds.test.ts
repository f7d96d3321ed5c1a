import { describe, expect, it } from 'vitest';
import { recordConsent } from '../../consent/recordConsent.ts';
import { createTestCase } from '../testCase.ts';
import { shareEnded, shareGone, shareOpened } from './shareFacts.ts';
import { atOnce, nextEnd, noteWaitingEnd, readWaitingEnds } from './waitingEnds.ts';

const opened = (shareId: string, until: string | null) => ({
  shareId,
  kind: 'plan' as const,
  receiver: { receiverKind: 'other' as const, participantId: 'p2', name: 'Anna Test' },
  until,
  reliesOn: [],
  scope: '',
  judged: '',
  versionId: 'v1',
  secret: 'keys',
});

describe('what must end while no case is open', () => {
  it('is looked at after the earliest last day, at once where an end waits, and never when all is gone', async () => {
    const { first } = await createTestCase();
    const { record } = first.workspace();
    const state = () => first.workspace().state;
    expect(nextEnd(state(), '2026-05-01')).toBeNull();
    await record((ctx) => recordConsent(ctx, { which: 'share', answer: 'yes', form: 'muntligt' }));
    await record((ctx) => shareOpened(ctx, opened('a', '2026-07-01')));
    await record((ctx) => shareOpened(ctx, opened('b', '2026-06-15')));
    expect(nextEnd(state(), '2026-05-01')).toBe('2026-06-15');
    await record((ctx) =>
      recordConsent(ctx, { which: 'share', answer: 'yes', form: 'muntligt', until: '2026-06-01' }),
    );
    expect(nextEnd(state(), '2026-05-01')).toBe('2026-06-01');
    await record((ctx) => shareEnded(ctx, { shareId: 'a', why: 'withdrawn', reason: '' }));
    expect(nextEnd(state(), '2026-05-01')).toBe(atOnce);
    await record((ctx) => shareGone(ctx, 'a'));
    expect(nextEnd(state(), '2026-05-01')).toBe('2026-06-01');
    await record((ctx) => shareEnded(ctx, { shareId: 'b', why: 'staff', reason: '' }));
    await record((ctx) => shareGone(ctx, 'b'));
    expect(nextEnd(state(), '2026-05-01')).toBeNull();
  });

  it('is kept sealed in the vault, one line a case', async () => {
    const { session } = await createTestCase();
    await noteWaitingEnd(session, 'case1', atOnce);
    await noteWaitingEnd(session, 'case2', '2026-06-01');
    await noteWaitingEnd(session, 'case1', '2026-07-01');
    expect(await readWaitingEnds(session)).toEqual([
      { caseId: 'case2', until: '2026-06-01' },
      { caseId: 'case1', until: '2026-07-01' },
    ]);
    await noteWaitingEnd(session, 'case2', null);
    expect((await readWaitingEnds(session)).map(({ caseId }) => caseId)).toEqual(['case1']);
  });
});
