import type {
  Author,
  Intervention,
  OwnAction,
  Participant,
  Register,
  SipPlan,
  TextRow,
} from './model.ts';
import type { ContentConsent, PlanContent } from './planContent.ts';
import { contentFormat, type Packed, pack } from './planContent.ts';

/** What a version says of the consents: structurally what `consentSummary` of consent/ gives. */
export interface ConsentSummaryInput {
  readonly make: ConsentLineInput;
  readonly share: ConsentLineInput;
}

interface ConsentLineInput {
  readonly answer: 'yes' | 'no' | 'later' | null;
  readonly withdrawn: boolean;
  readonly form: 'muntligt' | 'skriftligt' | 'annat' | null;
  readonly at: number | null;
  readonly by: Author | null;
}

/** The readable content of a plan, field by field: what is not named here never reaches a version. */
export const canonicalPlan = (plan: SipPlan, consent: ConsentSummaryInput): PlanContent => ({
  format: contentFormat,
  language: 'sv',
  schema: plan.schema,
  name: pack(plan.name),
  audience: pack(plan.audience),
  kind: pack(plan.kind),
  protectedIdentity: pack(plan.protectedIdentity),
  personnummer: pack(plan.personnummer),
  address: pack(plan.address),
  phone: pack(plan.phone),
  personLanguage: pack(plan.language),
  interpreter: pack(plan.interpreter),
  adaptations: plan.adaptations,
  noticedBy: packList(plan.noticedBy),
  important: plan.important.text,
  purpose: plan.purpose,
  meeting: {
    date: pack(plan.meeting.date),
    time: pack(plan.meeting.time),
    place: pack(plan.meeting.place),
    minutes: pack(plan.meeting.minutes),
  },
  participants: plan.participants.map(participantContent),
  texts: contentTextRows(plan).map((row) => ({ ...base(row), kind: row.kind })),
  subgoals: plan.subgoals.map((step) => ({
    ...base(step),
    longTermGoalId: step.longTermGoalId,
    date: pack(step.date),
    interventions: step.interventions.map(interventionContent),
    ownActions: step.ownActions.map(ownActionContent),
  })),
  looseInterventions: plan.looseInterventions.map(interventionContent),
  looseOwnActions: plan.looseOwnActions.map(ownActionContent),
  lead: {
    authority: pack(plan.lead.authority),
    participantId: pack(plan.lead.participantId),
    name: pack(plan.lead.name),
  },
  nextMeeting: {
    date: pack(plan.nextMeeting.date),
    time: pack(plan.nextMeeting.time),
    place: pack(plan.nextMeeting.place),
    caller: pack(plan.nextMeeting.caller),
  },
  answers: {
    unclear: pack(plan.answers.unclear),
    soundsGood: pack(plan.answers.soundsGood),
    saysYes: pack(plan.answers.saysYes),
    ownWords: plan.answers.ownWords,
  },
  consent: { make: consentLine(consent.make), share: consentLine(consent.share) },
  authors: authorsOf(plan),
});

/** Notes are for those who write, and stay out. */
export const contentTextRows = (plan: SipPlan): readonly TextRow[] => [
  ...plan.questions,
  ...plan.values,
  ...plan.worksWell,
  ...plan.worksLess,
  ...plan.longTermGoals,
  ...plan.resources,
  ...plan.disagreements,
  ...plan.later,
];

const base = ({
  id,
  text,
  notFor,
  notWithChild,
  createdBy,
  createdAt,
}: TextRow | SipPlan['subgoals'][number] | Intervention | OwnAction) => ({
  id,
  text,
  notFor: [...notFor].sort(),
  notWithChild,
  createdBy: author(createdBy),
  createdAt,
});

const author = ({ name, function: role, unit }: Author): Author => ({ name, function: role, unit });

const interventionContent = (row: Intervention) => ({
  ...base(row),
  subgoalId: row.subgoalId,
  timing: pack(row.timing),
  where: pack(row.where),
  doers: packList(row.doers),
  decision: pack(row.decision),
  followUp: pack(row.followUp),
  status: pack(row.status),
});

const ownActionContent = (row: OwnAction) => ({
  ...base(row),
  subgoalId: row.subgoalId,
  timing: pack(row.timing),
});

const participantContent = (participant: Participant) => ({
  id: participant.id,
  name: participant.name,
  function: participant.function,
  service: participant.service,
  isIndividual: participant.isIndividual,
  authority: pack(participant.authority),
  call: pack(participant.call),
  attendance: pack(participant.attendance),
  workPhone: pack(participant.workPhone),
  workHours: pack(participant.workHours),
  askAbout: pack(participant.askAbout),
  protectedIdentity: pack(participant.protectedIdentity),
});

const consentLine = ({
  answer,
  withdrawn,
  form,
  at,
  by,
}: ConsentLineInput): ContentConsent['make'] => ({
  answer,
  withdrawn,
  form,
  at,
  by: by === null ? null : author(by),
});

const packList = <T>({ value, both }: Register<readonly T[]>): Packed<T[]> =>
  pack<T[]>({
    value: value === null ? null : [...value],
    both: both.map((entry) => ({ ...entry, value: [...entry.value] })),
  });

/** Sorted, so that the same plan gives the same bytes. */
const authorsOf = (plan: SipPlan): Author[] => {
  const rows = [
    ...contentTextRows(plan),
    ...plan.subgoals,
    ...plan.subgoals.flatMap(({ interventions, ownActions }) => [...interventions, ...ownActions]),
    ...plan.looseInterventions,
    ...plan.looseOwnActions,
  ];
  const found = new Map(
    rows.map(({ createdBy }) => [JSON.stringify(author(createdBy)), author(createdBy)] as const),
  );
  return [...found.keys()].sort().flatMap((key) => found.get(key) ?? []);
};
