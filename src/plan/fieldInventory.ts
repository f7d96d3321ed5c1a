import type { Intervention, OwnAction, Participant, SipPlan, Subgoal, TextRow } from './model.ts';

/**
 * Every field of the model and where it goes, so that print, text and the shared view can be tested field by field
 * and nothing is left out by mistake. A field that is new in the model is a type error here until somebody decided.
 */
export interface FieldWay {
  readonly print: 'yes' | 'no';
  /** **Kopiera planen som text** */
  readonly text: 'yes' | 'no';
  /** `shown`: only when its row, or what it stands in, is shown. */
  readonly room: 'yes' | 'shown' | 'no';
  /** Why it is left out where it is. */
  readonly why: string;
}

const everywhere: FieldWay = { print: 'yes', text: 'yes', room: 'shown', why: '' };

const paper = (why: string): FieldWay => ({ print: 'yes', text: 'yes', room: 'no', why });
const nowhere = (why: string): FieldWay => ({ print: 'no', text: 'no', room: 'no', why });

const steers = nowhere('steers the program; says nothing of the plan');
const structure = nowhere('holds rows or fields that are listed on their own');

const rowInventory: Record<Exclude<keyof TextRow, 'text'>, FieldWay> = {
  id: steers,
  kind: steers,
  shown: steers,
  shownAt: steers,
  notFor: nowhere('is obeyed by every output, and named in none (field.md 12)'),
  notWithChild: nowhere('is obeyed by the shared view (field.md 22)'),
  createdBy: nowhere('stands in Historik and in the version'),
  createdAt: nowhere('stands in Historik and in the version'),
};

export const fieldInventory = {
  plan: {
    schema: steers,
    readOnly: steers,
    name: paper('the wall shows the name that the person chose, or none (field.md 2)'),
    screenName: { print: 'no', text: 'no', room: 'yes', why: 'is for the screen' },
    audience: steers,
    kind: paper('is the matter of staff'),
    protectedIdentity: nowhere(
      'is obeyed by every output (field.md 13); outputs say that things are left out',
    ),
    personnummer: nowhere('never on copies; on print a line for the pen. The record system has it'),
    address: nowhere('private addresses never (field.md 19); on print a line for the pen'),
    phone: nowhere('private numbers never (field.md 19); on print a line for the pen'),
    language: paper('everybody in the room hears it'),
    interpreter: paper('everybody in the room sees it'),
    adaptations: paper('is the matter of the person and those who help'),
    existingSip: nowhere('is a question to staff before the meeting'),
    noticedBy: paper('is the matter of staff'),
    coordinationNeed: nowhere('the level is never on a letter, a copy or the wall (field.md 17)'),
    important: structure,
    purpose: paper('the wall has what is important, in own words'),
    meeting: structure,
    leads: steers,
    writes: steers,
    showTime: steers,
    ownLook: steers,
    participants: structure,
    questions: {
      print: 'no',
      text: 'yes',
      room: 'shown',
      why: 'stand in the kallelse; the plan on paper is what was agreed',
    },
    values: everywhere,
    worksWell: everywhere,
    worksLess: everywhere,
    longTermGoals: everywhere,
    subgoals: structure,
    looseInterventions: structure,
    looseOwnActions: structure,
    resources: everywhere,
    disagreements: everywhere,
    later: paper('parked questions are never shown (field.md 2)'),
    notes: nowhere('are for those who write (field.md 2)'),
    lead: structure,
    nextMeeting: structure,
    answers: structure,
    putAway: nowhere('was put away; stands under Borttaget'),
    unsettled: nowhere('both values stand where the field stands'),
    setAside: nowhere('is told in the program'),
  } satisfies Record<keyof SipPlan, FieldWay>,
  important: { text: everywhere, shown: steers } satisfies Record<
    keyof SipPlan['important'],
    FieldWay
  >,
  meeting: {
    date: paper('everybody is there'),
    time: nowhere('stands in the kallelse'),
    place: nowhere('stands in the kallelse'),
    minutes: steers,
  } satisfies Record<keyof SipPlan['meeting'], FieldWay>,
  participant: {
    id: steers,
    name: everywhere,
    function: everywhere,
    service: {
      ...everywhere,
      why: 'a workplace may tell what somebody has help with: on the wall only when ticked, per person',
    },
    authority: everywhere,
    isIndividual: steers,
    call: {
      print: 'yes',
      text: 'no',
      room: 'no',
      why: 'kallad or inbjuden is the matter of the kallelse',
    },
    reply: nowhere('replies and absences are never shown (field.md 2)'),
    mandate: nowhere('a colleague marked as lacking it is humiliated (field.md 17)'),
    attendance: { print: 'yes', text: 'no', room: 'no', why: 'everybody sees it' },
    workPhone: everywhere,
    workHours: everywhere,
    privatePhone: nowhere('private numbers never (field.md 19)'),
    askAbout: everywhere,
    spokenBefore: nowhere('is a note of staff before the meeting'),
    protectedIdentity: nowhere('is obeyed by every output (field.md 13)'),
    serviceOnScreen: steers,
    shown: steers,
  } satisfies Record<keyof Participant, FieldWay>,
  row: rowInventory,
  subgoal: {
    ...rowInventory,
    text: everywhere,
    longTermGoalId: steers,
    date: everywhere,
    interventions: structure,
    ownActions: structure,
  } satisfies Record<keyof Subgoal, FieldWay>,
  intervention: {
    ...rowInventory,
    text: everywhere,
    subgoalId: steers,
    timing: everywhere,
    where: paper('two lines a row on the wall'),
    doers: everywhere,
    decision: everywhere,
    followUp: paper('two lines a row on the wall'),
    status: paper('is the matter of the next meeting'),
  } satisfies Record<keyof Intervention, FieldWay>,
  ownAction: {
    ...rowInventory,
    text: everywhere,
    subgoalId: steers,
    timing: everywhere,
  } satisfies Record<keyof OwnAction, FieldWay>,
  lead: {
    authority: everywhere,
    participantId: steers,
    name: everywhere,
    shown: steers,
  } satisfies Record<keyof SipPlan['lead'], FieldWay>,
  nextMeeting: {
    date: everywhere,
    time: everywhere,
    place: everywhere,
    caller: everywhere,
    shown: steers,
  } satisfies Record<keyof SipPlan['nextMeeting'], FieldWay>,
  answers: {
    unclear: paper('answers are never shown (field.md 2)'),
    soundsGood: paper('answers are never shown (field.md 2)'),
    saysYes: paper('answers are never shown (field.md 2)'),
    ownWords: paper('answers are never shown (field.md 2)'),
  } satisfies Record<keyof SipPlan['answers'], FieldWay>,
} as const;
