import { beforeAll, describe, expect, it } from 'vitest';
import {
  type ShareEndedWhy,
  type ShareOpenedData,
  shareEnded,
  shareGone,
  shareOpened,
} from '../../../cases/shares/shareFacts.ts';
import { createTestCase } from '../../../cases/testCase.ts';
import { initI18n, translate } from '../../../i18n/i18n.ts';
import type { WriteContext } from '../../../plan/writeContext.ts';
import type { Fact } from '../../../shared/fact.ts';
import type { Said } from './historyLines.ts';
import { sayShare } from './sayShare.ts';

beforeAll(() => initI18n('sv'));

const key = 'keys-of-the-share';

const toAnna = (data: Partial<ShareOpenedData> = {}): ShareOpenedData => ({
  shareId: 'a',
  kind: 'follow',
  receiver: { receiverKind: 'other', participantId: 'p2', name: 'Anna Test' },
  until: null,
  reliesOn: [],
  scope: '',
  judged: '',
  versionId: null,
  secret: key,
  ...data,
});

/** What is said of each of these, as they come after each other. */
const say = async (
  ...makers: readonly ((ctx: WriteContext) => Fact)[]
): Promise<readonly (Said | null)[]> => {
  const { first } = await createTestCase();
  const facts: Fact[] = [];
  for (const maker of makers) {
    const written = await first.workspace().record(maker);
    if (!written.ok) throw new Error(written.error.kind);
    facts.push(written.value);
  }
  const { state } = first.workspace();
  return facts.map((fact) => sayShare(fact, state, { name: 'Lars', by: 'Karin' }, translate));
};

const wordsOf = (said: Said | null | undefined): readonly (string | undefined)[] => [
  said?.group,
  said?.what,
  said?.more,
];

const endedWhy = (why: ShareEndedWhy, reason = '') =>
  say(
    (ctx) => shareOpened(ctx, toAnna()),
    (ctx) => shareEnded(ctx, { shareId: 'a', why, reason }),
  ).then(([, said]) => wordsOf(said));

describe('what Historik says of what was shared', () => {
  it('is to whom, by whom and until when', async () => {
    const [follow, plan] = await say(
      (ctx) => shareOpened(ctx, toAnna()),
      (ctx) =>
        shareOpened(
          ctx,
          toAnna({ shareId: 'b', kind: 'plan', versionId: 'v1', until: '2026-07-01' }),
        ),
    );
    expect(wordsOf(follow)).toEqual([
      'copies',
      'Anna Test fick en länk för att följa mötet.',
      'Karin',
    ]);
    expect(wordsOf(plan)).toEqual([
      'copies',
      'Anna Test fick planen genom en länk.',
      'Karin, till och med 1 juli 2026',
    ]);
  });

  it('holds what staff judged of a guardian, and never the keys', async () => {
    const judged = 'Barnet bor hos henne.';
    const [said] = await say((ctx) => shareOpened(ctx, toAnna({ judged })));
    expect(said?.more).toBe(`Karin, ${judged}`);
    expect(JSON.stringify(said)).not.toContain(key);
  });

  it.each<[ShareEndedWhy, string]>([
    ['withdrawn', 'Samtycket togs tillbaka.'],
    ['no', 'Lars sa nej till att dela.'],
    ['excepted', 'Anna Test ska inte få veta.'],
    ['individual', 'Lars ville det själv.'],
    ['protected', 'Uppgifterna blev skyddade.'],
    ['meetingOver', 'Mötet var slut.'],
    ['lastDay', 'Sista dagen var förbi.'],
    ['aged', 'Det hade legat för länge.'],
  ])('is why it ended: %s', async (why, more) => {
    expect(await endedWhy(why)).toEqual(['copies', 'Slutade dela med Anna Test.', more]);
  });

  it('is why staff ended it, in their own words', async () => {
    const [, , more] = await endedWhy('staff', 'Fel person stod på länken.');
    expect(more).toBe('Avslutat av Karin. Fel person stod på länken.');
  });

  it('is that nothing of it is left with the server', async () => {
    const [, , gone] = await say(
      (ctx) => shareOpened(ctx, toAnna()),
      (ctx) => shareEnded(ctx, { shareId: 'a', why: 'withdrawn', reason: '' }),
      (ctx) => shareGone(ctx, 'a'),
    );
    expect(wordsOf(gone)).toEqual([
      'copies',
      'Det som delades med Anna Test är borttaget och går inte att öppna.',
      '',
    ]);
  });

  it('is nothing where the share itself is not here', async () => {
    expect(await say((ctx) => shareGone(ctx, 'never opened'))).toEqual([null]);
  });
});
