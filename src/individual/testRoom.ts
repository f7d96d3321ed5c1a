import { minute } from '../meeting/clock.ts';
import type { MeetingIntent } from '../meeting/meetingEvents.ts';
import { testCaseState } from '../meeting/testCaseState.ts';
import { next, placed, started, testStart, timed } from '../meeting/testMeeting.ts';
import type { CaseState } from '../meeting/workspace.ts';
import {
  addIntervention,
  addOwnAction,
  addSituation,
  addSubgoal,
} from '../plan/commands/addRows.ts';
import { addParticipant, setParticipantField } from '../plan/commands/participants.ts';
import { setShown } from '../plan/commands/showRows.ts';
import { setLead, setNextMeeting, setPlanField, setPlanText } from '../plan/commands/wholePlan.ts';
import type { PlanDocument } from '../plan/document.ts';
import type { Doer } from '../plan/model.ts';
import { selectPlan } from '../plan/selectors.ts';
import { createWriter, must } from '../plan/testing.ts';
import type { WriteContext } from '../plan/writeContext.ts';
import type { PlacedFact } from '../shared/fact.ts';
import type { RoomBody } from './roomShape.ts';
import { selectRoomView } from './roomView.ts';

/** Lars and his meeting (domain.md 12.2, T1) as a case, for tests. */
export interface RoomCase {
  readonly doc: PlanDocument;
  readonly ctx: WriteContext;
  readonly ids: Readonly<
    Record<
      'lars' | 'eva' | 'per' | 'anna' | 'step' | 'medicine' | 'talk' | 'support' | 'own',
      string
    >
  >;
}

export const roomState = (
  doc: PlanDocument,
  events: readonly (readonly [minutes: number, event: MeetingIntent])[],
  facts: readonly PlacedFact[] = [],
): CaseState => testCaseState(doc, [...placed(timed(events)), ...facts]);

/** Events that bring a meeting of an hour to a part: 0 for Inledning to 4 for Avslutning, ten minutes a part. */
export const inPart = (part: number): readonly (readonly [number, MeetingIntent])[] => [
  [0, started({ seenBy: 'rummet' })],
  ...Array.from({ length: part }, (_, index) => [(index + 1) * 6, next()] as const),
];

export const createLars = (): RoomCase => {
  const { doc, ctx } = createWriter();
  const set = <T>(result: Parameters<typeof must<T, unknown>>[0]): T => must(result);
  set(setPlanField(doc, ctx, { field: 'name', value: 'Lars Svensson' }));
  set(setPlanField(doc, ctx, { field: 'screenName', value: 'Lars' }));
  set(setPlanText(doc, ctx, { field: 'important', text: 'Behålla gården och kunna sova.' }));
  const lars = set(addParticipant(doc, ctx, { name: 'Lars Svensson', isIndividual: true }));
  const eva = set(
    addParticipant(doc, ctx, {
      name: 'Eva Nilsson',
      function: 'sjuksköterska',
      service: 'vårdcentralen',
      authority: 'region',
    }),
  );
  set(setParticipantField(doc, ctx, { id: eva, field: 'serviceOnScreen', value: 'vårdcentralen' }));
  const per = set(
    addParticipant(doc, ctx, {
      name: 'Per Holm',
      function: 'behandlare',
      service: 'missbruksenheten',
      authority: 'kommun',
      workPhone: '070-174 06 10',
      workHours: 'vardagar 8–16',
    }),
  );
  const anna = set(
    addParticipant(doc, ctx, {
      name: 'Anna Lind',
      function: 'socialsekreterare',
      authority: 'kommun',
      workPhone: '070-174 06 14',
    }),
  );
  set(setParticipantField(doc, ctx, { id: per, field: 'askAbout', value: 'samtalen' }));
  set(addSituation(doc, ctx, { text: 'Korna och kvällarna', works: 'well' }));
  set(addSituation(doc, ctx, { text: 'Sömnen', works: 'less' }));
  const step = set(addSubgoal(doc, ctx, { text: 'Sova sex timmar per natt', date: '2026-06-01' }));
  const medicine = set(
    addIntervention(doc, ctx, {
      text: 'Gå igenom dina mediciner',
      subgoalId: step,
      doers: [doer(eva, 'Eva Nilsson', 'sjuksköterska', 'vårdcentralen', 'region')],
      timing: { every: null, before: '2026-06-01', text: '' },
      decision: { kind: 'behovsInte' },
    }),
  );
  const talk = set(
    addIntervention(doc, ctx, {
      text: 'Samtal varje vecka',
      subgoalId: step,
      doers: [doer(per, 'Per Holm', 'behandlare', 'missbruksenheten', 'kommun')],
      timing: { every: null, before: null, text: 'varje tisdag' },
      decision: { kind: 'fattat' },
    }),
  );
  const support = set(
    addIntervention(doc, ctx, {
      text: 'Boendestöd på morgonen',
      subgoalId: step,
      doers: [doer(per, 'Per Holm', 'behandlare', 'missbruksenheten', 'kommun')],
      decision: { kind: 'provas', by: 'Per Holm', date: '2026-06-01' },
    }),
  );
  const own = set(
    addOwnAction(doc, ctx, {
      text: 'Gå ut efter kvällsmjölkningen',
      subgoalId: step,
      timing: { every: 'dag', before: null, text: '' },
    }),
  );
  set(setLead(doc, ctx, { authority: 'kommun', participantId: anna }));
  set(
    setNextMeeting(doc, ctx, {
      date: '2026-06-09',
      time: '13:00',
      place: 'Vårdcentralen i Åby',
      caller: 'Per Holm',
    }),
  );
  return { doc, ctx, ids: { lars, eva, per, anna, step, medicine, talk, support, own } };
};

/** What the field of the shared view holds in a part, a minute after it was entered. */
export const bodyAt = (lars: RoomCase, part: number): RoomBody => {
  const now = testStart + (part * 6 + 1) * minute;
  const { scene } = selectRoomView(roomState(lars.doc, inPart(part)), now);
  if (scene.kind !== 'running' || scene.body.part === 'ute') throw new Error('not in a part');
  return scene.body;
};

const doer = (
  participantId: string,
  name: string,
  role: string,
  service: string,
  authority: Doer['authority'],
): Doer => ({ participantId, name, function: role, service, authority });

/** **Visa för alla** on all of these. */
export const show = ({ doc, ctx }: RoomCase, ...items: readonly string[]): void => {
  for (const item of items) must(setShown(doc, ctx, { item, shown: true }));
};

export const showEverythingThatMayBe = (lars: RoomCase): void => {
  const plan = selectPlan(lars.doc);
  show(
    lars,
    'important',
    'nextMeeting',
    'lead',
    ...Object.values(lars.ids),
    ...[...plan.worksWell, ...plan.worksLess].map((row) => row.id),
  );
};
