import * as v from 'valibot';
import type { Translate } from '../../../i18n/keys.ts';
import { isLocalDate } from '../../../i18n/localDate.ts';
import { planFields, rowFields } from '../../../plan/fields.ts';
import type { SipPlan } from '../../../plan/model.ts';
import {
  decisionWords,
  doerLabel,
  individualName,
  personLabel,
  timingWords,
} from '../planWords.ts';

/** What somebody wrote in a field, in words, so that one can choose between two of them. */
export const writtenValue = (
  plan: SipPlan,
  field: string,
  value: unknown,
  t: Translate,
): string => {
  if (field === 'timing' && v.is(rowFields.timing, value)) return timingWords(value, t);
  if (field === 'decision' && v.is(rowFields.decision, value)) return decisionWords(value, t);
  if (field === 'doers' && v.is(rowFields.doers, value)) {
    return value.map((doer) => doerLabel(plan, doer, t)).join(', ');
  }
  if (typeof value === 'boolean') return t(value ? 'common:answer.yes' : 'common:answer.no');
  if (typeof value !== 'string') return '';
  if (field === 'leadAuthority' && (value === 'region' || value === 'kommun')) {
    return t(`meeting:authority.${value}`);
  }
  if (field === 'leads' && v.is(planFields.leads, value)) {
    return t(`meeting:lead.${value}`, { name: individualName(plan) });
  }
  if (field === 'writes' && v.is(planFields.writes, value)) return t(`meeting:write.${value}`);
  if (field === 'leadParticipant') {
    const person = plan.participants.find((each) => each.id === value);
    return person === undefined ? t('meeting:both.someone') : personLabel(plan, person, t);
  }
  if (field.startsWith('answer') && isAnswer(value)) return t(`meeting:summary.${value}`);
  if (isLocalDate(value)) return t.formats.weekdayDate(value);
  return /^\d\d:\d\d$/.test(value) ? t.formats.time(value) : value;
};

const isAnswer = (value: string): value is 'ja' | 'delvis' | 'nej' | 'tanka' =>
  value === 'ja' || value === 'delvis' || value === 'nej' || value === 'tanka';
