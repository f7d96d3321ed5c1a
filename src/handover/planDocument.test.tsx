// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { translate } from '../i18n/i18n.ts';
import { setNotFor } from '../plan/commands/showRows.ts';
import { setPlanField } from '../plan/commands/wholePlan.ts';
import { type FieldWay, fieldInventory } from '../plan/fieldInventory.ts';
import type { Register, SipPlan } from '../plan/model.ts';
import { selectPlan } from '../plan/selectors.ts';
import { eva, must } from '../plan/testing.ts';
import { larsCase } from '../plan/testPlans.ts';
import { axeFindings } from '../ui/axeFindings.ts';
import { PlanDocument, shortHash } from './PlanDocument.tsx';
import { stampWords } from './paperWords.ts';
import { planPaper } from './planPaper.ts';

const at = Date.UTC(2026, 4, 5, 12, 0);

const draw = (plan: SipPlan, form: 'screen' | 'paper' = 'paper') =>
  render(<PlanDocument form={form} paper={planPaper(plan)} head={{ kind: 'draft', at }} />);

const is = <T,>(value: T): Register<T> => ({ value, both: [] });

const row = <K extends string>(kind: K, text: string) => ({
  id: `id-${kind}`,
  kind,
  text,
  shown: false,
  notFor: [],
  notWithChild: false,
  createdBy: eva,
  createdAt: 1,
});

/** A plan with a word or a date of its own in every field, by the names of the inventory. */
const plantedPlan = (): { plan: SipPlan; planted: ReadonlyMap<string, string> } => {
  const planted = new Map<string, string>();
  const plant = (path: string): string => {
    const word = `ORD${String(planted.size + 1).padStart(3, '0')}`;
    planted.set(path, word);
    return word;
  };
  const empty = selectPlan(larsCase().doc);
  const date = (path: string, day: number): Register<string> => {
    planted.set(path, `${day} mars`);
    return is(`2031-03-${day}`);
  };
  const timing = (path: string) => is({ every: null, before: null, text: plant(path) });
  const plan: SipPlan = {
    ...empty,
    name: is(plant('plan.name')),
    screenName: is(plant('plan.screenName')),
    personnummer: is(plant('plan.personnummer')),
    address: is(plant('plan.address')),
    phone: is(plant('plan.phone')),
    language: is(plant('plan.language')),
    adaptations: plant('plan.adaptations'),
    important: { text: plant('important.text'), shown: false },
    purpose: plant('plan.purpose'),
    meeting: {
      date: date('meeting.date', 11),
      time: is('03:03'),
      place: is(plant('meeting.place')),
      minutes: is(60),
    },
    participants: [
      {
        id: 'id-participant',
        name: plant('participant.name'),
        function: plant('participant.function'),
        service: plant('participant.service'),
        authority: is('region'),
        isIndividual: false,
        call: is('kallad'),
        reply: is('kommer'),
        mandate: is('ja'),
        attendance: is('video'),
        workPhone: is(plant('participant.workPhone')),
        workHours: is(plant('participant.workHours')),
        privatePhone: is(plant('participant.privatePhone')),
        askAbout: is(plant('participant.askAbout')),
        spokenBefore: is(plant('participant.spokenBefore')),
        serviceOnScreen: is(''),
        protectedIdentity: is(false),
        shown: false,
      },
    ],
    questions: [row('question', plant('plan.questions'))],
    values: [row('value', plant('plan.values'))],
    worksWell: [row('worksWell', plant('plan.worksWell'))],
    worksLess: [row('worksLess', plant('plan.worksLess'))],
    longTermGoals: [row('longTermGoal', plant('plan.longTermGoals'))],
    subgoals: [
      {
        ...row('subgoal', plant('subgoal.text')),
        longTermGoalId: null,
        date: date('subgoal.date', 12),
        interventions: [
          {
            ...row('intervention', plant('intervention.text')),
            subgoalId: null,
            timing: timing('intervention.timing'),
            where: is(plant('intervention.where')),
            doers: is([
              {
                participantId: null,
                name: plant('intervention.doers'),
                function: '',
                service: '',
                authority: 'region',
              },
            ]),
            decision: is({ kind: 'soks', by: plant('intervention.decision'), date: null }),
            followUp: is(plant('intervention.followUp')),
            status: is('pagar'),
          },
        ],
        ownActions: [
          {
            ...row('ownAction', plant('ownAction.text')),
            subgoalId: null,
            timing: timing('ownAction.timing'),
          },
        ],
      },
    ],
    resources: [row('resource', plant('plan.resources'))],
    disagreements: [row('disagreement', plant('plan.disagreements'))],
    later: [row('later', plant('plan.later'))],
    notes: [row('note', plant('plan.notes'))],
    lead: {
      authority: is('kommun'),
      participantId: { value: null, both: [] },
      name: is(plant('lead.name')),
      shown: false,
    },
    nextMeeting: {
      date: date('nextMeeting.date', 13),
      time: is('07:53'),
      place: is(plant('nextMeeting.place')),
      caller: is(plant('nextMeeting.caller')),
      shown: false,
    },
    answers: { ...empty.answers, saysYes: is('delvis'), ownWords: plant('answers.ownWords') },
    putAway: [{ id: 'away', kind: 'note', text: plant('plan.putAway'), by: eva, at: 1 }],
  };
  planted.set('nextMeeting.time', '07.53');
  planted.set('meeting.time', '03.03');
  planted.set('participant.call', 'kallad');
  planted.set('participant.attendance', 'video');
  planted.set('intervention.status', 'Pågår');
  planted.set('answers.saysYes', 'Delvis');
  planted.set('lead.authority', 'Kommunen');
  return { plan, planted };
};

const wayOf = (path: string): FieldWay => {
  const [group = '', field = ''] = path.split('.');
  const groups: Readonly<Record<string, Readonly<Record<string, FieldWay>>>> = fieldInventory;
  const way = groups[group]?.[field];
  if (way === undefined) throw new Error(`no such field ${path}`);
  return way;
};

afterEach(cleanup);

describe('the plan on paper', () => {
  it('holds every field that is to be printed, and none that is left out on purpose', () => {
    const { plan, planted } = plantedPlan();
    const { container } = draw(plan);
    const text = container.textContent ?? '';
    const paths = [...planted.keys()];
    const reached = paths.filter((path) => text.includes(planted.get(path) ?? ''));
    expect(reached).toEqual(paths.filter((path) => wayOf(path).print === 'yes'));
  });

  it('is grouped by who answers for it: region, kommun, somebody else, the person', () => {
    const { doc } = larsCase();
    draw(selectPlan(doc));
    const table = screen.getByRole('table', { name: /Delmål 1: Sova sex timmar/ });
    const groups = within(table)
      .getAllByRole('rowheader')
      .map((cell) => cell.textContent);
    expect(groups).toEqual([
      'Det här ansvarar regionen för',
      'Gå igenom mediciner',
      'Det här ansvarar kommunen för',
      'Samtal varje vecka',
      'Det här gör Lars själv',
      'Gå ut efter kvällsmjölkningen',
    ]);
    expect(within(table).getAllByRole('columnheader')).toHaveLength(3);
  });

  it('says what is not decided, by whom and when', () => {
    const { doc } = larsCase();
    const { container } = draw(selectPlan(doc));
    expect(container.textContent).toContain('Inte bestämt än. Söks av Per senast 20 maj.');
  });

  it('leaves out what must not reach the receiver, and says that something is left out', () => {
    const { doc, ctx, ids } = larsCase();
    must(setNotFor(doc, ctx, { id: ids.talks, notFor: [ids.eva] }));
    const plan = selectPlan(doc);
    const forEva = planPaper(plan, { participantId: ids.eva, name: 'Eva' });
    expect(JSON.stringify(forEva)).not.toContain('Samtal varje vecka');
    expect(forEva.shortened).toBe(true);
    const own = planPaper(plan);
    expect(JSON.stringify(own)).toContain('Samtal varje vecka');
    expect(own.shortened).toBe(false);
  });

  it('holds no place, phone or unit with protected identity, and has no lines for them', () => {
    const { doc, ctx } = larsCase();
    must(setPlanField(doc, ctx, { field: 'protectedIdentity', value: true }));
    const { container } = draw(selectPlan(doc));
    expect(container.textContent).not.toMatch(/Åby|070-174|Missbruksenheten/);
    expect(screen.queryByText('Adress')).toBeNull();
    expect(screen.queryByText('Telefon')).toBeNull();
    expect(container.textContent).toContain('Skyddade uppgifter');
  });

  it('stands the same on screen, each row once with all who do it', () => {
    const { doc } = larsCase();
    draw(selectPlan(doc), 'screen');
    expect(screen.getAllByText('Gå igenom mediciner')).toHaveLength(1);
    expect(screen.getByText(/Eva, sjuksköterska, Vårdcentralen i Åby \(region\)/)).toBeTruthy();
  });

  it('breaks no rule of axe, on paper or on screen', async () => {
    const { plan } = plantedPlan();
    for (const form of ['paper', 'screen'] as const) {
      const { container } = draw(plan, form);
      expect(await axeFindings(container)).toEqual([]);
      cleanup();
    }
  }, 60_000);
});

describe('the stamp', () => {
  it('says working material until the plan is entered, then where and when', () => {
    expect(stampWords({ kind: 'arbetsmaterial' }, 'Åby kommun', translate)).toBe(
      'Arbetsmaterial från SIP-mötet. Den gällande planen finns hos Åby kommun.',
    );
    expect(
      stampWords({ kind: 'infort', system: 'SAMSA', date: '2026-05-06' }, 'Åby kommun', translate),
    ).toBe('Infört i SAMSA 6 maj 2026');
  });
});

describe('shortHash', () => {
  it('gives twelve characters in groups of four', () => {
    expect(shortHash('0123456789abcdef')).toBe('0123 4567 89ab');
  });
});
