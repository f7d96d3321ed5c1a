import type {
  Doer,
  Intervention,
  Participant,
  Register,
  SipPlan,
  Subgoal,
  TextRow,
} from './model.ts';

/**
 * The one filter that every output goes through: letter, print, text, calendar, QR, shared view, copy (field.md 12,
 * 13). Takes a plan, a draft's or a version's, and gives the plan that may leave: without what is for those who
 * write, without rows that must not reach this receiver, and with protected identity without all that tells where
 * somebody lives, works or goes to school.
 */
export interface OutputRules {
  /** Who gets it; rows marked **Ska inte lämnas till …** obey. Null: nobody in particular, a draft on the screen. */
  readonly receiver: OutputReceiver | null;
  /** What a person added by hand, this once, although the identity is protected. */
  readonly addedByHand?: ReadonlySet<GuardedField>;
}

export interface OutputReceiver {
  readonly participantId: string | null;
  readonly name: string;
}

/** What protected identity leaves out. */
export type GuardedField =
  | 'personnummer'
  | 'address'
  | 'phone'
  | 'meetingPlace'
  | 'nextPlace'
  /** Where an intervention takes place. */
  | 'where'
  /**
   * Names of services, schools and units; so also what was written as somebody's function, which may hold one
   * ("skolkurator Åby skola"). It stays only where nothing else says who it is.
   */
  | 'units'
  | 'workPhones';

export interface PlanForOutput {
  readonly plan: SipPlan;
  /** The identity is protected: the output says what kind of things are left out. */
  readonly guarded: boolean;
  /** Rows were left out for this receiver: the output says so, not which. */
  readonly shortened: boolean;
}

/** True when the case or anybody in it is marked; of two who wrote at once, the one who protects. */
export const isProtected = (plan: SipPlan): boolean =>
  [plan, ...plan.participants].some(({ protectedIdentity: { value, both } }) =>
    value === null ? both.some((entry) => entry.value) : value,
  );

export const planForOutput = (
  plan: SipPlan,
  { receiver, addedByHand = nothing }: OutputRules,
): PlanForOutput => {
  const guarded = isProtected(plan);
  const hides = (field: GuardedField): boolean => guarded && !addedByHand.has(field);
  let shortened = false;
  const reaches = (row: { readonly notFor: readonly string[] }): boolean => {
    const may = receiver === null || !isNamedIn(row.notFor, receiver);
    if (!may) shortened = true;
    return may;
  };
  const hide = <T>(field: GuardedField, register: Register<T>): Register<T> =>
    hides(field) ? empty : register;
  const texts = (rows: readonly TextRow[]): readonly TextRow[] => rows.filter(reaches);
  const intervention = (row: Intervention): Intervention => ({
    ...row,
    where: hide('where', row.where),
    doers: hides('units') ? withoutUnitsOf(row.doers, plan) : row.doers,
  });
  const kept: Subgoal[] = plan.subgoals.filter(reaches);
  const orphans = plan.subgoals.filter((step) => !kept.includes(step));
  const result: SipPlan = {
    ...plan,
    ...forThoseWhoWrite,
    personnummer: hide('personnummer', plan.personnummer),
    address: hide('address', plan.address),
    phone: hide('phone', plan.phone),
    meeting: { ...plan.meeting, place: hide('meetingPlace', plan.meeting.place) },
    nextMeeting: { ...plan.nextMeeting, place: hide('nextPlace', plan.nextMeeting.place) },
    participants: plan.participants.map(
      (one): Participant => ({
        ...one,
        ...ofParticipant,
        service: hides('units') ? '' : one.service,
        function: hides('units') && one.name.trim() !== '' ? '' : one.function,
        workPhone: hide('workPhones', one.workPhone),
        workHours: hide('workPhones', one.workHours),
      }),
    ),
    questions: texts(plan.questions),
    values: texts(plan.values),
    worksWell: texts(plan.worksWell),
    worksLess: texts(plan.worksLess),
    longTermGoals: texts(plan.longTermGoals),
    resources: texts(plan.resources),
    disagreements: texts(plan.disagreements),
    later: texts(plan.later),
    subgoals: kept.map((step) => ({
      ...step,
      interventions: step.interventions.filter(reaches).map(intervention),
      ownActions: step.ownActions.filter(reaches),
    })),
    // What stood under a step that is left out is not left out with it.
    looseInterventions: [
      ...orphans.flatMap(({ interventions }) => interventions),
      ...plan.looseInterventions,
    ]
      .filter(reaches)
      .map(intervention),
    looseOwnActions: [
      ...orphans.flatMap(({ ownActions }) => ownActions),
      ...plan.looseOwnActions,
    ].filter(reaches),
  };
  return { plan: hides('units') ? withoutUnits(result) : result, guarded, shortened };
};

/** Whether a row marked with these ids and names is kept from this receiver. */
export const isNamedIn = (
  notFor: readonly string[],
  { participantId, name }: OutputReceiver,
): boolean =>
  notFor.some(
    (named) =>
      (participantId !== null && named === participantId) ||
      (sameName(name) !== '' && sameName(named) === sameName(name)),
  );

const sameName = (name: string): string => name.trim().replaceAll(/\s+/g, ' ').toLowerCase();

const nothing: ReadonlySet<GuardedField> = new Set();
const empty: Register<never> = { value: null, both: [] };

/** Never leaves in any output, whoever gets it. */
const forThoseWhoWrite = {
  existingSip: empty,
  coordinationNeed: empty,
  leads: empty,
  writes: empty,
  notes: [],
  putAway: [],
  unsettled: [],
} as const;

const ofParticipant = {
  reply: empty,
  mandate: empty,
  privatePhone: empty,
  spokenBefore: empty,
} as const;

const withoutUnitsOf = (
  doers: Intervention['doers'],
  { participants }: SipPlan,
): Intervention['doers'] => {
  const without = (doer: Doer): Doer => {
    const person = participants.find(({ id }) => id === doer.participantId);
    const isNamed = `${person?.name ?? ''}${doer.name}`.trim() !== '';
    return { ...doer, service: '', function: isNamed ? '' : doer.function };
  };
  return {
    value: doers.value?.map(without) ?? null,
    both: doers.both.map((write) => ({ ...write, value: write.value.map(without) })),
  };
};

/** Wherever an author stands, without the unit. */
const withoutUnits = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(withoutUnits) as T;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [key, key === 'unit' ? '' : withoutUnits(entry)]),
  ) as T;
};
