/** A field that two set at the same time: what it is called, whose it is, and what each wrote, in words. */
import * as v from 'valibot';
import type { Translate } from '../../../i18n/keys.ts';
import { findRow } from '../../../meeting/views/planRows.ts';
import { individualName, shortName } from '../../../meeting/views/planWords.ts';
import { writtenValue } from '../../../meeting/views/write/writtenValue.ts';
import { participantFields, planFields, rowFields } from '../../../plan/fields.ts';
import type { SipPlan, Unsettled } from '../../../plan/model.ts';

const fields = { ...participantFields, ...rowFields, ...planFields };
type Field = keyof typeof fields;

const isField = (field: string): field is Field => Object.hasOwn(fields, field);

/** "Datum för mötet", "Svar: Eva", "När och hur ofta: Samtal varje vecka" */
export const unsettledLabel = (
  plan: SipPlan,
  { item, field }: Pick<Unsettled, 'item' | 'field'>,
  t: Translate,
): string => {
  const what = isField(field) ? t(`sync:both.field.${field}`) : t('sync:both.other');
  const person = plan.participants.find(({ id }) => id === item);
  const of =
    person === undefined ? (findRow(plan, item)?.text.trim() ?? '') : shortName(plan, person);
  return of === '' ? what : t('sync:both.of', { what, of });
};

/** What one of them wrote. */
export const unsettledValue = (
  plan: SipPlan,
  { field }: Pick<Unsettled, 'item' | 'field'>,
  value: unknown,
  t: Translate,
): string => {
  if (field === 'kind' && v.is(planFields.kind, value)) return t(`home:new.${value}`);
  if (field === 'kind' && v.is(rowFields.kind, value)) return t(`meeting:line.kinds.${value}`);
  if (field === 'kind') return t('sync:both.other');
  return coded(plan, field, value, t) ?? writtenValue(plan, field, value, t);
};

const coded = (plan: SipPlan, field: string, value: unknown, t: Translate): string | null => {
  switch (field) {
    case 'audience':
      return v.is(planFields.audience, value) ? t(`home:new.${value}`) : null;
    case 'existingSip':
      return v.is(planFields.existingSip, value) ? t(`prepare:need.${value}`) : null;
    case 'coordinationNeed':
      return v.is(planFields.coordinationNeed, value) ? t(`prepare:need.${value}`) : null;
    case 'noticedBy':
      return v.is(planFields.noticedBy, value)
        ? value.map((each) => t(`prepare:need.by.${each}`)).join(' · ')
        : null;
    case 'meetingMinutes':
      return v.is(planFields.meetingMinutes, value)
        ? t('call:time.minutesN', { count: value })
        : null;
    case 'leads':
      return v.is(planFields.leads, value)
        ? t(`prepare:prepare.${value}`, { name: individualName(plan) })
        : null;
    case 'authority':
      return v.is(participantFields.authority, value) ? t(`prepare:prepare.${value}`) : null;
    case 'call':
      return v.is(participantFields.call, value) ? t(`prepare:prepare.${value}`) : null;
    case 'reply':
      return v.is(participantFields.reply, value) ? t(`call:reply.${value}`) : null;
    case 'attendance':
      return v.is(participantFields.attendance, value) ? t(`prepare:prepare.${value}`) : null;
    case 'mandate':
      if (value === 'delvis') return t('prepare:prepare.delvis');
      return v.is(participantFields.mandate, value)
        ? t(value === 'ja' ? 'common:answer.yes' : 'common:answer.no')
        : null;
    case 'status':
      return v.is(rowFields.status, value) ? t(`print:status.${value}`) : null;
    case 'subgoalId':
    case 'longTermGoalId':
      return [...plan.subgoals, ...plan.longTermGoals].find(({ id }) => id === value)?.text ?? null;
    case 'ownLook':
      return v.is(planFields.ownLook, value)
        ? value.map((look) => t(`sync:both.look.${look}`)).join(' · ')
        : null;
    default:
      return null;
  }
};
