import { beforeAll, describe, expect, it } from 'vitest';
import {
  caseExported,
  caseGiven,
  caseOpened,
  casePrinted,
  caseRestored,
  caseTakenOver,
  standInChosen,
  standInWithdrawn,
} from '../../../cases/caseFacts.ts';
import {
  exceptParty,
  exceptSubject,
  recordConsent,
  recordInformed,
} from '../../../consent/recordConsent.ts';
import { initI18n, translate } from '../../../i18n/i18n.ts';
import { createLars } from '../../../individual/testRoom.ts';
import { createTestWorkspace } from '../../../individual/testWorkspace.tsx';
import { answerAfterLine } from '../../../meeting/afterMeeting.ts';
import { placed, started, taken, testStart, timed } from '../../../meeting/testMeeting.ts';
import type { CaseState } from '../../../meeting/workspace.ts';
import { setPlanField } from '../../../plan/commands/wholePlan.ts';
import { must } from '../../../plan/testing.ts';
import type { WriteContext } from '../../../plan/writeContext.ts';
import type { Fact } from '../../../shared/fact.ts';
import { historyFileName, historyText } from './historyText.ts';

beforeAll(() => initI18n('sv'));

const address = 'Hemliga vägen 7';
const minute = 60_000;

const open = async (
  makers: readonly ((ctx: WriteContext) => Fact)[],
  protectedIdentity = false,
): Promise<CaseState> => {
  const lars = createLars();
  if (protectedIdentity) {
    must(setPlanField(lars.doc, lars.ctx, { field: 'protectedIdentity', value: true }));
  }
  must(setPlanField(lars.doc, lars.ctx, { field: 'address', value: address }));
  let at = testStart;
  const workspace = createTestWorkspace({
    ...lars,
    log: [],
    now: () => {
      at += minute;
      return at;
    },
  });
  for (const maker of makers) await workspace.current().record(maker);
  return workspace.current().state;
};

const textOf = (state: CaseState, own: Partial<Parameters<typeof historyText>[2]> = {}): string =>
  historyText(state, translate, {
    at: testStart + 60 * minute,
    by: 'Karin Ek',
    organisation: 'Åby kommun',
    vaultLog: [],
    ...own,
  });

/** Every word of somebody's own in the facts that Historik tells of, with the address in each. */
const withAddressEverywhere: readonly ((ctx: WriteContext) => Fact)[] = [
  (ctx) => recordConsent(ctx, { which: 'share', answer: 'yes', form: 'annat', note: address }),
  (ctx) => exceptParty(ctx, { participantId: null, name: address }),
  (ctx) => exceptSubject(ctx, { text: address }),
  (ctx) => recordInformed(ctx, { how: address, on: '2026-05-11' }),
  (ctx) => answerAfterLine(ctx, { line: 'forIn', state: 'done', meetingId: null, system: address }),
  (ctx) => answerAfterLine(ctx, { line: 'prata', state: 'done', meetingId: null, note: address }),
  (ctx) => caseTakenOver(ctx, { fromVault: 'v', shortName: 'K', reason: 'other', note: address }),
];

describe('the history as text', () => {
  it('says first what it is, whose, when and who took it out', async () => {
    const [first, second] = textOf(await open([caseOpened])).split('\n');
    expect(first).toMatch(
      /^Historik för den SIP som gäller Lars\. Uttagen .+ av Karin Ek, Åby kommun\.$/,
    );
    expect(second).toContain('Planens innehåll är inte med.');
  });

  it('has openings, prints, exports, gifts, take-overs, backups and restores, oldest first', async () => {
    const state = await open([
      caseOpened,
      (ctx) => casePrinted(ctx, 'plan'),
      (ctx) => caseExported(ctx, 'log'),
      (ctx) => caseGiven(ctx, { toVault: 'v', shortName: 'P' }),
      (ctx) => standInChosen(ctx, { toVault: 'v', shortName: 'P' }),
      standInWithdrawn,
      (ctx) => caseTakenOver(ctx, { fromVault: 'v', shortName: 'K', reason: 'longer', note: '' }),
      caseRestored,
    ]);
    const lines = textOf(state, {
      vaultLog: [
        { at: testStart - minute, what: 'backup' },
        { at: testStart + 30 * minute, what: 'backup' },
        { at: testStart + 31 * minute, what: 'restored' },
      ],
    })
      .trim()
      .split('\n')
      .slice(3)
      .map((line) => line.replace(/^.*?\d\d\.\d\d {2}/, ''));
    expect(lines).toEqual([
      'Planen öppnades. Per Test',
      'Utkastet skrevs ut. Per Test',
      'Historiken togs ut som text. Per Test',
      'Planen lämnades till P på den här plattan. Per Test',
      'P valdes att ta över planen vid behov. Per Test',
      'Valet av vem som tar över togs tillbaka. Per Test',
      'Per Test tog över planen. Från K. Kollegan är borta längre.',
      'Planen kom tillbaka från en säkerhetskopia. Per Test',
      'En säkerhetskopia av allt här sparades.',
      'Planer hämtades från en säkerhetskopia.',
    ]);
  });

  it('says who began to lead, and that what another device did after that did not count', async () => {
    const events = timed([
      [0, started()],
      [50, { type: 'meeting.ended', followUp: { kind: 'avslutas' } }],
    ]);
    const log = [...placed(events), taken(testStart + 40 * minute, { seen: { a: 1 } })];
    const lines = textOf({ ...(await open([])), log });
    expect(lines).toContain('Mötet började. 60 minuter. Anna Lind');
    expect(lines).toContain('Anna Lind började leda mötet.');
    expect(lines).toContain(
      'Mötet slutade. Räknades inte, för någon annan ledde mötet då. Anna Lind',
    );
    const counted = textOf({ ...(await open([])), log: placed(events) });
    expect(counted).toContain('Mötet slutade. SIP:en avslutas. Anna Lind');
  });

  it('holds nothing of what stands in the plan but the name', async () => {
    const state = await open([caseOpened, (ctx) => casePrinted(ctx, 'plan')]);
    const text = textOf(state, { organisation: '' });
    const words = new Set<string>();
    JSON.stringify(state.plan, (key, value: unknown) => {
      const isOwn = !['kind', 'id', 'writeId', 'at', 'by', 'createdBy', 'authority'].includes(key);
      if (typeof value === 'string' && isOwn && value.trim().length > 3) words.add(value.trim());
      return ['by', 'createdBy'].includes(key) ? undefined : value;
    });
    words.delete('Lars');
    expect(words.size).toBeGreaterThan(15);
    expect(words).toContain(address);
    expect([...words].filter((word) => text.includes(word))).toEqual([]);
  });

  it('has the words of somebody’s own where no identity is protected', async () => {
    const text = textOf(await open(withAddressEverywhere));
    expect(text.split(address).length - 1).toBe(5);
  });

  it('never holds an address when the identity is protected, and says what is left out', async () => {
    const state = await open(withAddressEverywhere, true);
    const text = textOf(state, { organisation: address });
    expect(text).not.toContain(address);
    expect(text).not.toContain('går inte att läsa');
    expect(text).toContain('Skyddade uppgifter: det som någon har skrivit fritt är inte med.');
    expect(text).toContain('Någon ska inte få veta.');
    expect(text).toContain('Per Test tog över planen. Från K. Annat.');
    expect(text.trim().split('\n')).toHaveLength(4 + withAddressEverywhere.length);
  });

  it('gives nobody’s own words a line of their own, nor lets them turn round what stands beside them', async () => {
    const forged = 'Ja\n3 maj 2026 10.00  Planen öppnades. Eva Ek\u2028x\u202edno';
    const state = await open([
      (ctx) =>
        caseTakenOver(ctx, { fromVault: 'v', shortName: 'K', reason: 'other', note: forged }),
      (ctx) => exceptParty(ctx, { participantId: null, name: forged }),
    ]);
    const text = textOf(state, { by: forged, organisation: forged });
    expect(text.trim().split('\n')).toHaveLength(3 + 2);
    expect(text).not.toMatch(/[\u2028\u202e]/);
    expect(text).toContain('Ja / 3 maj 2026 10.00  Planen öppnades. Eva Ek / xdno');
  });

  it('is saved under a name that says nothing about anybody', () => {
    expect(historyFileName(testStart)).toMatch(/^sip-historik-\d{4}-\d\d-\d\d\.txt$/);
  });
});
