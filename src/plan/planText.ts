import type { LocalDate } from '../shared/deps.ts';
import type { Doer, Intervention, OwnAction, Register, SipPlan, TextRow } from './model.ts';
import type { PlanTextKey, PlanTextParams } from './planTextKeys.ts';
import { type OutputRules, planForOutput } from './protectedIdentity.ts';

/**
 * **Kopiera planen som text**: for the record system, in the order of the VGR form (Delmål · Insatser · Ansvarig ·
 * Uppföljning; domain.md 3.3). Plain lines, no tables, so that it survives any paste. Goes through `planForOutput`.
 */
export interface PlanTextWords {
  readonly t: (key: PlanTextKey, params?: PlanTextParams) => string;
  /** "1 juni 2026" */
  readonly date: (date: LocalDate) => string;
  /** "13.00", from `13:00`. */
  readonly time: (time: string) => string;
}

export interface PlanTextOptions extends OutputRules {
  readonly status:
    | { readonly kind: 'draft'; readonly date: LocalDate }
    | { readonly kind: 'version'; readonly n: number; readonly date: LocalDate };
  /** **Arbetsmaterial …** until it is entered in the record system, then **Infört …** (field.md 9). */
  readonly stamp:
    | { readonly kind: 'workingMaterial'; readonly organisation: string }
    | { readonly kind: 'entered'; readonly system: string; readonly date: LocalDate | null };
  readonly practice?: boolean;
}

export const planToText = (
  source: SipPlan,
  words: PlanTextWords,
  options: PlanTextOptions,
): string => {
  const { plan, guarded, shortened } = planForOutput(source, options);
  const { t } = words;
  const name = (plan.name.value ?? '').trim() || t('plan:text.person');
  const write = createWriter(words, plan, name);
  const stamp = stampLine(options, guarded, words);
  const blocks: readonly (readonly string[])[] = [
    [
      ...(options.practice ? [t('plan:text.practice')] : []),
      t('plan:text.title'),
      statusLine(options.status, words),
      stamp,
      ...(guarded ? [t('plan:text.guarded')] : []),
      ...(shortened ? [t('plan:text.shortened')] : []),
    ],
    [
      t('plan:text.belongsTo', { name }),
      ...write.one(plan.kind, (kind) => t(`plan:text.kind.${kind}`)),
      ...write.one(plan.noticedBy, (list) =>
        t('plan:text.noticedBy', {
          who: list.map((who) => t(`plan:text.noticed.${who}`)).join(', '),
        }),
      ),
      ...write.one(plan.meeting.date, (date) => t('plan:text.meeting', { date: words.date(date) })),
      ...write.one(plan.language, (language) => t('plan:text.language', { language })),
      ...(plan.interpreter.value ? [t('plan:text.interpreter')] : []),
      ...write.free('plan:text.adaptations', plan.adaptations),
      ...write.free('plan:text.purpose', plan.purpose),
    ],
    write.list('plan:text.participants', plan.participants.map(write.participant)),
    write.list('plan:text.questions', textsOf(plan.questions)),
    write.list('plan:text.important', [plan.important.text, ...textsOf(plan.values)]),
    write.list('plan:text.worksWell', textsOf(plan.worksWell)),
    write.list('plan:text.worksLess', textsOf(plan.worksLess)),
    write.list('plan:text.longTermGoals', textsOf(plan.longTermGoals)),
    ...plan.subgoals.map((step, place) => [
      t('plan:text.subgoal', { n: place + 1, text: step.text.trim() }),
      ...write.one(step.date, (date) => t('plan:text.subgoalDate', { date: words.date(date) })),
      ...step.interventions.flatMap(write.intervention),
      ...step.ownActions.flatMap(write.ownAction),
    ]),
    write.headed('plan:text.noSubgoal', [
      ...plan.looseInterventions.flatMap(write.intervention),
      ...plan.looseOwnActions.flatMap(write.ownAction),
    ]),
    write.list('plan:text.resources', textsOf(plan.resources)),
    write.list('plan:text.disagreements', textsOf(plan.disagreements)),
    write.list('plan:text.later', textsOf(plan.later)),
    write.lead(),
    write.nextMeeting(),
    write.answers(),
    [stamp],
  ];
  return blocks
    .map((block) => block.filter((line) => line.trim() !== ''))
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')
    .concat('\n');
};

const textsOf = (rows: readonly TextRow[]): readonly string[] => rows.map(({ text }) => text);

const statusLine = (status: PlanTextOptions['status'], { t, date }: PlanTextWords): string =>
  status.kind === 'draft'
    ? t('plan:text.draft', { date: date(status.date) })
    : t('plan:text.version', { n: status.n, date: date(status.date) });

/** The name of a unit is left out of it too when the identity is protected. */
const stampLine = (
  { stamp, addedByHand }: PlanTextOptions,
  guarded: boolean,
  { t, date }: PlanTextWords,
): string => {
  if (stamp.kind === 'workingMaterial') {
    const organisation = guarded && !addedByHand?.has('units') ? '' : stamp.organisation.trim();
    return organisation === ''
      ? t('plan:text.stampNoName')
      : t('plan:text.stamp', { organisation });
  }
  const system = stamp.system.trim() || t('plan:text.someSystem');
  return stamp.date === null
    ? t('plan:text.enteredNoDate', { system })
    : t('plan:text.entered', { system, date: date(stamp.date) });
};

const createWriter = (words: PlanTextWords, plan: SipPlan, name: string) => {
  const { t } = words;

  /** No line when nothing is written; both values when nobody has chosen. */
  const one = <T>(register: Register<T>, say: (value: T) => string): readonly string[] => {
    if (register.both.length > 0) {
      const values = register.both.map(({ value }) => say(value)).join(' / ');
      return [t('plan:text.unsettled', { values })];
    }
    return register.value === null ? [] : [say(register.value)];
  };

  const free = (
    key: 'plan:text.adaptations' | 'plan:text.purpose' | 'plan:text.ownWords',
    text: string,
  ): readonly string[] => (text.trim() === '' ? [] : [t(key, { text: text.trim() })]);

  const headed = (key: HeadingKey, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : [t(key, { name }), ...lines];

  const list = (key: HeadingKey, texts: readonly string[]): readonly string[] =>
    headed(
      key,
      texts.filter((text) => text.trim() !== '').map((text) => `– ${text.trim()}`),
    );

  const person = (who: Pick<Doer, 'name' | 'function' | 'service' | 'authority'>): string => {
    const parts = [who.name, who.function, who.service].map((part) => part.trim());
    const named = parts.filter((part) => part !== '').join(', ') || t('plan:text.someone');
    return who.authority === null
      ? named
      : t('plan:text.withAuthority', {
          who: named,
          authority: t(`plan:text.authority.${who.authority}`),
        });
  };

  const doer = (who: Doer): string => {
    const known = plan.participants.find(({ id }) => id === who.participantId);
    return person({
      name: known?.name || who.name,
      function: known?.function || who.function,
      service: known?.service || who.service,
      authority: who.authority,
    });
  };

  const participant = (who: SipPlan['participants'][number]): string => {
    const contact = [who.workPhone.value ?? '', who.workHours.value ?? '', who.askAbout.value ?? '']
      .map((part) => part.trim())
      .filter((part) => part !== '');
    const isPrivate = who.isIndividual || who.service.trim() === '';
    return [person({ ...who, authority: isPrivate ? null : who.authority.value }), ...contact].join(
      ' · ',
    );
  };

  const timing = (row: Intervention | OwnAction): readonly string[] =>
    one(row.timing, ({ every, before, text }) =>
      t('plan:text.when', {
        when: [
          every === null ? '' : t(`plan:text.every.${every}`),
          before === null ? '' : t('plan:text.before', { date: words.date(before) }),
          text.trim(),
        ]
          .filter((part) => part !== '')
          .join(', '),
      }),
    );

  const decision = (row: Intervention): readonly string[] =>
    one(row.decision, (made) => {
      if (made.kind === 'behovsInte' || made.kind === 'fattat') {
        return t(`plan:text.decision.${made.kind}`);
      }
      const by = made.by.trim() || t('plan:text.someone');
      return made.date === null
        ? t(`plan:text.decision.${made.kind}`, { by })
        : t(`plan:text.decision.${made.kind}By`, { by, date: words.date(made.date) });
    });

  const indent = (line: string): string => `  ${line}`;

  const intervention = (row: Intervention): readonly string[] =>
    row.text.trim() === ''
      ? []
      : [
          t('plan:text.intervention', { text: row.text.trim() }),
          ...[
            ...timing(row),
            ...one(row.where, (where) => t('plan:text.where', { where })),
            ...(row.doers.value === null && row.doers.both.length === 0
              ? [t('plan:text.nobody')]
              : one(row.doers, (doers) =>
                  t('plan:text.responsible', { who: doers.map(doer).join('; ') }),
                )),
            ...decision(row),
            ...one(row.followUp, (text) => t('plan:text.followUp', { text })),
            ...one(row.status, (status) => t(`plan:text.status.${status}`)),
          ].map(indent),
        ];

  const ownAction = (row: OwnAction): readonly string[] =>
    row.text.trim() === ''
      ? []
      : [t('plan:text.ownAction', { name, text: row.text.trim() }), ...timing(row).map(indent)];

  const lead = (): readonly string[] => {
    const { authority, participantId } = plan.lead;
    const holder = plan.participants.find(({ id }) => id === participantId.value);
    const named = plan.lead.name.value ?? holder?.name ?? '';
    return [
      ...one(authority, (value) =>
        t('plan:text.leadAuthority', { authority: t(`plan:text.authority.${value}`) }),
      ),
      ...(plan.lead.name.both.length > 0
        ? one(plan.lead.name, (value) => t('plan:text.leadName', { who: value }))
        : named.trim() === ''
          ? []
          : [
              t('plan:text.leadName', {
                who: person({
                  name: named,
                  function: holder?.function ?? '',
                  service: holder?.service ?? '',
                  authority: null,
                }),
              }),
            ]),
    ];
  };

  const nextMeeting = (): readonly string[] => [
    ...one(plan.nextMeeting.date, (date) => t('plan:text.next', { date: words.date(date) })),
    ...one(plan.nextMeeting.time, (time) => t('plan:text.nextTime', { time: words.time(time) })),
    ...one(plan.nextMeeting.place, (place) => t('plan:text.nextPlace', { place })),
    ...one(plan.nextMeeting.caller, (who) => t('plan:text.nextCaller', { who })),
  ];

  const answers = (): readonly string[] => [
    ...one(plan.answers.unclear, (answer) =>
      t('plan:text.unclear', { answer: t(`plan:text.answer.${answer}`) }),
    ),
    ...one(plan.answers.soundsGood, (answer) =>
      t('plan:text.soundsGood', { answer: t(`plan:text.answer.${answer}`) }),
    ),
    ...one(plan.answers.saysYes, (answer) =>
      t('plan:text.saysYes', { name, answer: t(`plan:text.answer.${answer}`) }),
    ),
    ...free('plan:text.ownWords', plan.answers.ownWords),
  ];

  return {
    one,
    free,
    headed,
    list,
    participant,
    intervention,
    ownAction,
    lead,
    nextMeeting,
    answers,
  };
};

type HeadingKey = Extract<
  PlanTextKey,
  | 'plan:text.participants'
  | 'plan:text.questions'
  | 'plan:text.important'
  | 'plan:text.worksWell'
  | 'plan:text.worksLess'
  | 'plan:text.longTermGoals'
  | 'plan:text.noSubgoal'
  | 'plan:text.resources'
  | 'plan:text.disagreements'
  | 'plan:text.later'
>;
