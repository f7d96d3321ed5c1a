import * as v from 'valibot';
import { decisionWords, timingWords } from '../../../handover/paperWords.ts';
import type { Translate } from '../../../i18n/keys.ts';
import { isLocalDate } from '../../../i18n/localDate.ts';
import { rowFields } from '../../../plan/fields.ts';
import type { SipPlan } from '../../../plan/model.ts';

/** A changed field in words. What is compared is the content of versions: codes, dates and free text. */

const names = [
  'text',
  'kind',
  'timing',
  'where',
  'doers',
  'decision',
  'followUp',
  'status',
  'date',
  'subgoalId',
  'longTermGoalId',
  'name',
  'function',
  'service',
  'authority',
  'workPhone',
  'workHours',
  'askAbout',
  'important',
  'purpose',
  'adaptations',
  'leadAuthority',
  'leadParticipant',
  'leadName',
  'nextDate',
  'nextTime',
  'nextPlace',
  'nextCaller',
  'answerUnclear',
  'answerSoundsGood',
  'answerSaysYes',
  'ownWords',
  'consentToMake',
  'consentToShare',
] as const;

export const fieldName = (field: string, t: Translate): string => {
  const known = names.find((name) => name === field);
  return known === undefined ? t('plan:view.fields.other') : t(`plan:view.fields.${known}`);
};

export const fieldWords = (field: string, value: unknown, plan: SipPlan, t: Translate): string => {
  if (value === null || value === undefined || value === '') return t('plan:view.nothing');
  if (isBoth(value)) {
    return value.both.map((write) => fieldWords(field, write.value, plan, t)).join(' / ');
  }
  switch (field) {
    case 'timing': {
      const timing = v.safeParse(rowFields.timing, value);
      return timing.success ? timingWords(timing.output, t) : t('plan:view.nothing');
    }
    case 'decision': {
      const decision = v.safeParse(rowFields.decision, value);
      if (!decision.success) return t('plan:view.nothing');
      return decisionWords(decision.output, t) || t('print:decision.behovsInte');
    }
    case 'doers': {
      const doers = v.safeParse(rowFields.doers, value);
      if (!doers.success || doers.output.length === 0) return t('plan:view.nothing');
      return t.formats.list(
        doers.output.map((doer) =>
          [
            doer.name || doer.function || doer.service,
            doer.authority === null ? '' : `(${t(`print:authority.${doer.authority}`)})`,
          ]
            .filter(Boolean)
            .join(' '),
        ),
      );
    }
    case 'status': {
      const status = v.safeParse(rowFields.status, value);
      return status.success ? t(`print:status.${status.output}`) : t('plan:view.nothing');
    }
    case 'authority':
    case 'leadAuthority':
      return value === 'region' || value === 'kommun' || value === 'annan'
        ? t(`print:authority.${value}`)
        : t('plan:view.nothing');
    case 'subgoalId':
    case 'longTermGoalId':
      return (
        [...plan.subgoals, ...plan.longTermGoals].find((row) => row.id === value)?.text ??
        t('plan:view.otherStep')
      );
    case 'leadParticipant':
      return (
        plan.participants.find((person) => person.id === value)?.name ?? t('plan:view.otherPerson')
      );
    case 'answerUnclear':
    case 'answerSoundsGood':
    case 'answerSaysYes':
      return value === 'ja' || value === 'delvis' || value === 'nej' || value === 'tanka'
        ? t(`print:answers.${value}`)
        : t('plan:view.nothing');
    default:
      return plainWords(value, t);
  }
};

const plainWords = (value: unknown, t: Translate): string => {
  if (value === true || value === 'yes') return t('common:answer.yes');
  if (value === false || value === 'no') return t('common:answer.no');
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return t('plan:view.otherValue');
  if (isLocalDate(value))
    return `${t.formats.dayMonth(value)} ${t.formats.date(value).split(' ').at(-1)}`;
  return /^\d\d:\d\d$/.test(value) ? t.formats.time(value) : value;
};

const isBoth = (value: unknown): value is { both: readonly { value: unknown }[] } =>
  typeof value === 'object' && value !== null && 'both' in value && Array.isArray(value.both);
