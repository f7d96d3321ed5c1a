import { addIntervention, addOwnAction, addSubgoal } from './commands/addRows.ts';
import { addParticipant } from './commands/participants.ts';
import { setLead, setNextMeeting, setPlanField, setPlanText } from './commands/wholePlan.ts';
import type { PlanDocument } from './document.ts';
import { createWriter, must } from './testing.ts';
import type { WriteContext } from './writeContext.ts';

/** Case T1 of domain.md 12.2 as a document, with the ids of what tests look for. Imported by tests only. */
export interface LarsCase {
  readonly doc: PlanDocument;
  readonly ctx: WriteContext;
  readonly ids: Readonly<
    Record<'lars' | 'eva' | 'per' | 'karin' | 'sleep' | 'medicine' | 'talks' | 'walk', string>
  >;
}

export const larsCase = (): LarsCase => {
  const { doc, ctx } = createWriter();
  must(setPlanField(doc, ctx, { field: 'name', value: 'Lars' }));
  must(setPlanField(doc, ctx, { field: 'kind', value: 'ny' }));
  must(setPlanText(doc, ctx, { field: 'important', text: 'Behålla gården och kunna sova.' }));
  const lars = must(addParticipant(doc, ctx, { name: 'Lars', isIndividual: true }));
  const eva = must(
    addParticipant(doc, ctx, {
      name: 'Eva',
      function: 'sjuksköterska',
      service: 'Vårdcentralen i Åby',
      authority: 'region',
      workPhone: '070-174 06 05',
    }),
  );
  const per = must(
    addParticipant(doc, ctx, {
      name: 'Per',
      function: 'behandlare',
      service: 'Missbruksenheten',
      authority: 'kommun',
    }),
  );
  const karin = must(addParticipant(doc, ctx, { name: 'Karin', function: 'hustru' }));
  const sleep = must(
    addSubgoal(doc, ctx, { text: 'Sova sex timmar per natt', date: '2026-06-01' }),
  );
  const medicine = must(
    addIntervention(doc, ctx, {
      text: 'Gå igenom mediciner',
      subgoalId: sleep,
      doers: [{ participantId: eva, name: 'Eva', function: '', service: '', authority: 'region' }],
      timing: { every: null, before: '2026-06-01', text: '' },
      decision: { kind: 'behovsInte' },
      followUp: 'Eva ringer Lars',
    }),
  );
  const talks = must(
    addIntervention(doc, ctx, {
      text: 'Samtal varje vecka',
      subgoalId: sleep,
      doers: [{ participantId: per, name: 'Per', function: '', service: '', authority: 'kommun' }],
      timing: { every: 'vecka', before: null, text: 'tisdagar' },
      decision: { kind: 'soks', by: 'Per', date: '2026-05-20' },
    }),
  );
  const walk = must(
    addOwnAction(doc, ctx, { text: 'Gå ut efter kvällsmjölkningen', subgoalId: sleep }),
  );
  must(setLead(doc, ctx, { authority: 'kommun', participantId: per, name: 'Per' }));
  must(
    setNextMeeting(doc, ctx, {
      date: '2026-06-09',
      time: '13:00',
      place: 'Vårdcentralen i Åby',
      caller: 'Per',
    }),
  );
  return { doc, ctx, ids: { lars, eva, per, karin, sleep, medicine, talks, walk } };
};
