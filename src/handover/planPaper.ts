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
import type { LocalDate } from '../shared/deps.ts';

/**
 * The plan as it stands on paper: what is printed and handed over, picked field by field, grouped by who answers for
 * it, so that the law's points can be read off the page (domain.md 3.3, 4.2). Data, no sentences.
 * Left out on purpose: notes, parked questions, mandate, replies, level, private phones, personnummer, address and
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

/** Who gets the copy: rows marked **Ska inte lämnas till …** obey this (field.md 12). Null for the individual's own. */
export interface PaperReceiver {
  readonly participantId: string | null;
  readonly name: string;
}

interface Rules {
  readonly plan: SipPlan;
  readonly receiver: PaperReceiver | null;
  readonly guarded: boolean;
}

export const planPaper = (plan: SipPlan, receiver: PaperReceiver | null = null): PlanPaper => {
  const rules: Rules = { plan, receiver, guarded: isOn(plan.protectedIdentity) };
  const texts = (rows: readonly Marked[]): readonly string[] =>
    rows
      .filter((row) => mayReach(row, rules) && row.text.trim() !== '')
      .map((row) => row.text.trim());
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
    values: texts(plan.values),
    worksWell: texts(plan.worksWell),
    worksLess: texts(plan.worksLess),
    longTermGoals: texts(plan.longTermGoals),
    steps: stepsOf(rules),
    resources: texts(plan.resources),
    disagreements: texts(plan.disagreements),
    later: texts(plan.later),
    lead: leadOf(rules),
    next: nextOf(rules),
    people: plan.participants.map((person) => personOf(person, rules)),
    answers: {
      unclear: plan.answers.unclear.value,
      soundsGood: plan.answers.soundsGood.value,
      saysYes: plan.answers.saysYes.value,
      ownWords: plan.answers.ownWords.trim(),
    },
    shortened: markedRows(plan).some((row) => !mayReach(row, rules)),
    guarded: rules.guarded,
  };
};

/** Two who wrote at once about secrecy: the careful one holds. */
const isOn = (register: Register<boolean>): boolean =>
  register.value === true || register.both.some((write) => write.value);

interface Marked {
  readonly text: string;
  readonly notFor: readonly string[];
}

const mayReach = (row: Marked, { receiver }: Rules): boolean =>
  receiver === null ||
  !row.notFor.some(
    (barred) =>
      barred === receiver.participantId ||
      barred.trim().toLocaleLowerCase('sv') === receiver.name.trim().toLocaleLowerCase('sv'),
  );

/** Every row that reaches paper for those it may reach. */
const markedRows = (plan: SipPlan): readonly Marked[] => [
  ...plan.values,
  ...plan.worksWell,
  ...plan.worksLess,
  ...plan.longTermGoals,
  ...plan.subgoals,
  ...plan.subgoals.flatMap((subgoal) => [...subgoal.interventions, ...subgoal.ownActions]),
  ...plan.looseInterventions,
  ...plan.looseOwnActions,
  ...plan.resources,
  ...plan.disagreements,
  ...plan.later,
];

const isProtected = (person: Participant | undefined): boolean =>
  person !== undefined && isOn(person.protectedIdentity);

const participantOf = (doer: Doer, { plan }: Rules): Participant | undefined =>
  plan.participants.find((person) => person.id === doer.participantId) ??
  plan.participants.find((person) => person.name.trim() === doer.name.trim());

/** Of somebody with protected identity stands only what they are; of a guarded case no unit. */
const whoOf = (doer: Doer, rules: Rules): PaperWho => {
  const hidden = isProtected(participantOf(doer, rules));
  const service = rules.guarded || hidden ? '' : doer.service;
  return {
    name: hidden ? '' : doer.name.trim(),
    what: joined(doer.function, service),
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
  rules: Rules,
): readonly PaperGroup[] => {
  const rows = new Map<PaperGroup['answersFor'], PaperRow[]>();
  const put = (group: PaperGroup['answersFor'], row: PaperRow) =>
    rows.set(group, [...(rows.get(group) ?? []), row]);
  for (const row of interventions) {
    if (!mayReach(row, rules) || row.text.trim() === '') continue;
    const doers = row.doers.value ?? [];
    const groups = new Set(doers.map((doer) => doer.authority ?? 'open'));
    if (groups.size === 0) groups.add('open');
    for (const group of groups) {
      const answers = doers.filter((doer) => (doer.authority ?? 'open') === group);
      put(group, {
        id: row.id,
        text: row.text.trim(),
        who: answers.map((doer) => whoOf(doer, rules)),
        together: doers.filter((doer) => !answers.includes(doer)).map((doer) => whoOf(doer, rules)),
        timing: row.timing.value,
        where: rules.guarded ? '' : (row.where.value ?? '').trim(),
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
    if (!mayReach(row, rules) || row.text.trim() === '') continue;
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

const stepsOf = (rules: Rules): readonly PaperStep[] => {
  const { plan } = rules;
  const steps: PaperStep[] = plan.subgoals
    .filter((subgoal) => mayReach(subgoal, rules))
    .map((subgoal, index) => ({
      number: index + 1,
      text: subgoal.text.trim(),
      date: subgoal.date.value,
      groups: groupsOf(subgoal.interventions, subgoal.ownActions, rules),
    }));
  // A subgoal that must not reach the receiver takes only its own words away, not the help under it.
  const barred = plan.subgoals.filter((subgoal) => !mayReach(subgoal, rules));
  const loose = groupsOf(
    [...barred.flatMap((subgoal) => subgoal.interventions), ...plan.looseInterventions],
    [...barred.flatMap((subgoal) => subgoal.ownActions), ...plan.looseOwnActions],
    rules,
  );
  return loose.length === 0
    ? steps
    : [...steps, { number: null, text: '', date: null, groups: loose }];
};

const leadOf = (rules: Rules): PaperLead | null => {
  const { lead, participants } = rules.plan;
  const person = participants.find((each) => each.id === lead.participantId.value);
  const hidden = isProtected(person);
  const name = hidden ? '' : (person?.name ?? lead.name.value ?? '').trim();
  const authority = lead.authority.value;
  if (name === '' && authority === null) return null;
  const bare = hidden || rules.guarded || person === undefined;
  return {
    authority,
    name,
    what: (person?.function ?? '').trim(),
    phone: bare ? '' : (person.workPhone.value ?? '').trim(),
  };
};

const nextOf = ({ plan, guarded }: Rules): PaperNext | null => {
  const { date, time, place, caller } = plan.nextMeeting;
  const called = (caller.value ?? '').trim();
  const hidden = isProtected(plan.participants.find((person) => person.name.trim() === called));
  const next = {
    date: date.value,
    time: (time.value ?? '').trim(),
    place: guarded ? '' : (place.value ?? '').trim(),
    caller: hidden ? '' : called,
  };
  return next.date === null && next.time === '' && next.place === '' && next.caller === ''
    ? null
    : next;
};

const personOf = (person: Participant, rules: Rules): PaperPerson => {
  const hidden = isProtected(person);
  const bare = hidden || rules.guarded;
  return {
    name: hidden ? '' : person.name.trim(),
    what: joined(person.function, bare ? '' : person.service),
    authority: person.authority.value,
    isIndividual: person.isIndividual,
    call: person.call.value,
    attendance: person.attendance.value,
    phone: bare || person.isIndividual ? '' : (person.workPhone.value ?? '').trim(),
    hours: bare ? '' : (person.workHours.value ?? '').trim(),
    askAbout: (person.askAbout.value ?? '').trim(),
  };
};
