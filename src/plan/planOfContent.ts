import type { Register, SipPlan, Subgoal, TextRow } from './model.ts';
import { type PlanContent, unpack } from './planContent.ts';

/**
 * A version read as a plan, so that print, text and comparison have one way for drafts and versions. What a version
 * does not keep is empty, and nothing is shown to the room.
 */
export const planOfContent = (content: PlanContent): SipPlan => {
  const texts = (kind: TextRow['kind']): readonly TextRow[] =>
    content.texts.flatMap((row) => (row.kind === kind ? [{ ...row, kind, shown: false }] : []));
  return {
    schema: content.schema,
    readOnly: true,
    name: unpack(content.name),
    screenName: empty,
    audience: unpack(content.audience),
    kind: unpack(content.kind),
    protectedIdentity: unpack(content.protectedIdentity),
    personnummer: unpack(content.personnummer),
    address: unpack(content.address),
    phone: unpack(content.phone),
    language: unpack(content.personLanguage),
    interpreter: unpack(content.interpreter),
    adaptations: content.adaptations,
    existingSip: empty,
    noticedBy: unpack(content.noticedBy),
    coordinationNeed: empty,
    important: { text: content.important, shown: false },
    purpose: content.purpose,
    meeting: {
      date: unpack(content.meeting.date),
      time: unpack(content.meeting.time),
      place: unpack(content.meeting.place),
      minutes: unpack(content.meeting.minutes),
    },
    leads: empty,
    writes: empty,
    showTime: empty,
    ownLook: empty,
    participants: content.participants.map((participant) => ({
      id: participant.id,
      name: participant.name,
      function: participant.function,
      service: participant.service,
      isIndividual: participant.isIndividual,
      authority: unpack(participant.authority),
      call: unpack(participant.call),
      reply: empty,
      mandate: empty,
      attendance: unpack(participant.attendance),
      workPhone: unpack(participant.workPhone),
      workHours: unpack(participant.workHours),
      privatePhone: empty,
      askAbout: unpack(participant.askAbout),
      spokenBefore: empty,
      protectedIdentity: unpack(participant.protectedIdentity),
      serviceOnScreen: empty,
      shown: false,
    })),
    questions: texts('question'),
    values: texts('value'),
    worksWell: texts('worksWell'),
    worksLess: texts('worksLess'),
    longTermGoals: texts('longTermGoal'),
    subgoals: content.subgoals.map(
      (step): Subgoal => ({
        ...step,
        kind: 'subgoal',
        shown: false,
        date: unpack(step.date),
        interventions: step.interventions.map(toIntervention),
        ownActions: step.ownActions.map(toOwnAction),
      }),
    ),
    looseInterventions: content.looseInterventions.map(toIntervention),
    looseOwnActions: content.looseOwnActions.map(toOwnAction),
    resources: texts('resource'),
    disagreements: texts('disagreement'),
    later: texts('later'),
    notes: [],
    lead: {
      authority: unpack(content.lead.authority),
      participantId: unpack(content.lead.participantId),
      name: unpack(content.lead.name),
      shown: false,
    },
    nextMeeting: {
      date: unpack(content.nextMeeting.date),
      time: unpack(content.nextMeeting.time),
      place: unpack(content.nextMeeting.place),
      caller: unpack(content.nextMeeting.caller),
      shown: false,
    },
    answers: {
      unclear: unpack(content.answers.unclear),
      soundsGood: unpack(content.answers.soundsGood),
      saysYes: unpack(content.answers.saysYes),
      ownWords: content.answers.ownWords,
    },
    putAway: [],
    unsettled: [],
    setAside: 0,
  };
};

const empty: Register<never> = { value: null, both: [] };

const toIntervention = (
  row: PlanContent['looseInterventions'][number],
): SipPlan['looseInterventions'][number] => ({
  ...row,
  kind: 'intervention',
  shown: false,
  timing: unpack(row.timing),
  where: unpack(row.where),
  doers: unpack(row.doers),
  decision: unpack(row.decision),
  followUp: unpack(row.followUp),
  status: unpack(row.status),
});

const toOwnAction = (
  row: PlanContent['looseOwnActions'][number],
): SipPlan['looseOwnActions'][number] => ({
  ...row,
  kind: 'ownAction',
  shown: false,
  timing: unpack(row.timing),
});
