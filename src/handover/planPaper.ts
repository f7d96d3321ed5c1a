import type {
  Answer,
  Authority,
  Decision,
  Doer,
  Intervention,
  InterventionStatus,
  NoticedBy,
  OwnAction,
  Participant,
  PlanKind,
  Register,
  SipPlan,
  Timing,
} from '../plan/model.ts';
import { type OutputReceiver, planForOutput } from '../plan/protectedIdentity.ts';
import type { LocalDate } from '../shared/deps.ts';

/**
 * The plan as it stands on paper: what is printed and handed over, picked field by field, grouped by who answers for
 * it, so that the law's points can be read off the page (domain.md 3.3, 4.2). Data, no sentences.
 * Left out on purpose: notes, mandate, replies, level, private phones, personnummer, address and
 * phone of the individual (empty lines for the pen stand in their place).
 */
export interface PlanPaper {
  readonly name: string;
  readonly kind: PlanKind | null;
  readonly noticedBy: readonly NoticedBy[];
  readonly language: string;
  readonly interpreter: boolean;
  readonly adaptations: string;
  readonly meetingDate: LocalDate | null;
  readonly purpose: string;
  readonly important: string;
  readonly values: readonly string[];
  readonly worksWell: readonly string[];
  readonly worksLess: readonly string[];
  readonly longTermGoals: readonly string[];
  readonly steps: readonly PaperStep[];
  readonly resources: readonly string[];
  readonly disagreements: readonly string[];
  readonly later: readonly string[];
  readonly lead: PaperLead | null;
  readonly next: PaperNext | null;
  readonly people: readonly PaperPerson[];
  readonly answers: PaperAnswers;
  /** True when something was left out for the receiver: the paper says so, not what. */
  readonly shortened: boolean;
  /** Protected identity: units, places, phones and the pen lines are left out (field.md 13). */
  readonly guarded: boolean;
}

export interface PaperStep {
  /** Null for what stands under no subgoal. */
  readonly number: number | null;
  readonly text: string;
  readonly date: LocalDate | null;
  readonly groups: readonly PaperGroup[];
}

export interface PaperGroup {
  readonly answersFor: Authority | 'self' | 'open';
  readonly rows: readonly PaperRow[];
}

export interface PaperRow {
  readonly id: string;
  readonly text: string;
  readonly who: readonly PaperWho[];
  /** Others who do it with them, and answer for their share in another group. */
  readonly together: readonly PaperWho[];
  readonly timing: Timing | null;
  readonly where: string;
  readonly decision: Decision | null;
  readonly followUp: string;
  readonly status: InterventionStatus | null;
  /** True when two wrote different things and nobody has chosen yet. */
  readonly unsettled: boolean;
}

export interface PaperWho {
  readonly name: string;
  readonly what: string;
  readonly authority: Authority | null;
}

export interface PaperLead {
  readonly authority: Exclude<Authority, 'annan'> | null;
  readonly name: string;
  readonly what: string;
  readonly phone: string;
}

export interface PaperNext {
  readonly date: LocalDate | null;
  readonly time: string;
  readonly place: string;
  readonly caller: string;
}

export interface PaperPerson {
  readonly name: string;
  readonly what: string;
  readonly authority: Authority | null;
  readonly isIndividual: boolean;
  readonly call: 'kallad' | 'inbjuden' | null;
  readonly attendance: 'plats' | 'video' | 'telefon' | null;
  readonly phone: string;
  readonly hours: string;
  readonly askAbout: string;
}

export interface PaperAnswers {
  readonly unclear: 'ja' | 'nej' | null;
  readonly soundsGood: Answer | null;
  readonly saysYes: Answer | null;
  readonly ownWords: string;
}

/** Goes through the one filter of every output (plan/protectedIdentity.ts), then picks what stands on paper. */
export const planPaper = (source: SipPlan, receiver: OutputReceiver | null = null): PlanPaper => {
  const { plan, guarded, shortened } = planForOutput(source, { receiver });
  return {
    name: (plan.name.value ?? '').trim(),
    kind: plan.kind.value,
    noticedBy: plan.noticedBy.value ?? [],
    language: (plan.language.value ?? '').trim(),
    interpreter: plan.interpreter.value === true,
    adaptations: plan.adaptations.trim(),
    meetingDate: plan.meeting.date.value,
    purpose: plan.purpose.trim(),
    important: plan.important.text.trim(),
    values: textsOf(plan.values),
    worksWell: textsOf(plan.worksWell),
    worksLess: textsOf(plan.worksLess),
    longTermGoals: textsOf(plan.longTermGoals),
    steps: stepsOf(plan),
    resources: textsOf(plan.resources),
    disagreements: textsOf(plan.disagreements),
    later: textsOf(plan.later),
    lead: leadOf(plan),
    next: nextOf(plan),
    people: plan.participants.map(personOf),
    answers: {
      unclear: plan.answers.unclear.value,
      soundsGood: plan.answers.soundsGood.value,
      saysYes: plan.answers.saysYes.value,
      ownWords: plan.answers.ownWords.trim(),
    },
    shortened,
    guarded,
  };
};

const textsOf = (rows: readonly { readonly text: string }[]): readonly string[] =>
  rows.map((row) => row.text.trim()).filter((text) => text !== '');

/** A participant's words as they stand now, else as they were written with the intervention. */
const whoOf = (doer: Doer, { participants }: SipPlan): PaperWho => {
  const person = participants.find((each) => each.id === doer.participantId);
  return {
    name: (person?.name || doer.name).trim(),
    what: joined(person?.function || doer.function, person?.service || doer.service),
    authority: doer.authority,
  };
};

const joined = (...parts: readonly string[]): string =>
  parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(', ');

const isUnsettled = (...registers: readonly Register<unknown>[]): boolean =>
  registers.some((register) => register.value === null && register.both.length > 1);

const groupOrder = ['region', 'kommun', 'annan', 'self', 'open'] as const;

const groupsOf = (
  interventions: readonly Intervention[],
  ownActions: readonly OwnAction[],
  plan: SipPlan,
): readonly PaperGroup[] => {
  const rows = new Map<PaperGroup['answersFor'], PaperRow[]>();
  const put = (group: PaperGroup['answersFor'], row: PaperRow) =>
    rows.set(group, [...(rows.get(group) ?? []), row]);
  for (const row of interventions) {
    if (row.text.trim() === '') continue;
    const doers = row.doers.value ?? [];
    const groups = new Set(doers.map((doer) => doer.authority ?? 'open'));
    if (groups.size === 0) groups.add('open');
    for (const group of groups) {
      const answers = doers.filter((doer) => (doer.authority ?? 'open') === group);
      put(group, {
        id: row.id,
        text: row.text.trim(),
        who: answers.map((doer) => whoOf(doer, plan)),
        together: doers.filter((doer) => !answers.includes(doer)).map((doer) => whoOf(doer, plan)),
        timing: row.timing.value,
        where: (row.where.value ?? '').trim(),
        decision: row.decision.value,
        followUp: (row.followUp.value ?? '').trim(),
        status: row.status.value,
        unsettled: isUnsettled(
          row.doers,
          row.timing,
          row.where,
          row.decision,
          row.followUp,
          row.status,
        ),
      });
    }
  }
  for (const row of ownActions) {
    if (row.text.trim() === '') continue;
    put('self', {
      id: row.id,
      text: row.text.trim(),
      who: [],
      together: [],
      timing: row.timing.value,
      where: '',
      decision: null,
      followUp: '',
      status: null,
      unsettled: isUnsettled(row.timing),
    });
  }
  return groupOrder.flatMap((answersFor) => {
    const found = rows.get(answersFor);
    return found === undefined ? [] : [{ answersFor, rows: found }];
  });
};

const stepsOf = (plan: SipPlan): readonly PaperStep[] => {
  const steps: PaperStep[] = plan.subgoals.map((subgoal, index) => ({
    number: index + 1,
    text: subgoal.text.trim(),
    date: subgoal.date.value,
    groups: groupsOf(subgoal.interventions, subgoal.ownActions, plan),
  }));
  const loose = groupsOf(plan.looseInterventions, plan.looseOwnActions, plan);
  return loose.length === 0
    ? steps
    : [...steps, { number: null, text: '', date: null, groups: loose }];
};

const leadOf = ({ lead, participants }: SipPlan): PaperLead | null => {
  const person = participants.find((each) => each.id === lead.participantId.value);
  const name = (person?.name ?? lead.name.value ?? '').trim();
  const authority = lead.authority.value;
  if (name === '' && authority === null) return null;
  return {
    authority,
    name,
    what: (person?.function ?? '').trim(),
    phone: (person?.workPhone.value ?? '').trim(),
  };
};

const nextOf = ({ nextMeeting }: SipPlan): PaperNext | null => {
  const next = {
    date: nextMeeting.date.value,
    time: (nextMeeting.time.value ?? '').trim(),
    place: (nextMeeting.place.value ?? '').trim(),
    caller: (nextMeeting.caller.value ?? '').trim(),
  };
  return next.date === null && next.time === '' && next.place === '' && next.caller === ''
    ? null
    : next;
};

const personOf = (person: Participant): PaperPerson => ({
  name: person.name.trim(),
  what: joined(person.function, person.service),
  authority: person.authority.value,
  isIndividual: person.isIndividual,
  call: person.call.value,
  attendance: person.attendance.value,
  phone: person.isIndividual ? '' : (person.workPhone.value ?? '').trim(),
  hours: (person.workHours.value ?? '').trim(),
  askAbout: (person.askAbout.value ?? '').trim(),
});
