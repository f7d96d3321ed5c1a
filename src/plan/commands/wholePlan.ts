import type { LocalDate } from '../../shared/deps.ts';
import { err, ok } from '../../shared/result.ts';
import type { PlanDocument } from '../document.ts';
import { findWrite, planItem } from '../documentRead.ts';
import { write } from '../documentWrite.ts';
import { type PlanField, type PlanFieldValue, type PlanTextField, planFields } from '../fields.ts';
import { limits } from '../limits.ts';
import type { Authority } from '../model.ts';
import type { WriteContext } from '../writeContext.ts';
import { type Check, checkText, checkValue, findParticipant, firstError } from './check.ts';

/** Fields of the plan as a whole. Null or an empty text clears a field. */
export const setPlanField = <F extends PlanField>(
  doc: PlanDocument,
  ctx: WriteContext,
  { field, value }: { readonly field: F; readonly value: PlanFieldValue<F> | null },
): Check => setPlanFields(doc, ctx, { [field]: value });

/** Free texts of the plan as a whole, all at once. While somebody types, views use spliceText. */
export const setPlanText = (
  doc: PlanDocument,
  ctx: WriteContext,
  { field, text }: { readonly field: PlanTextField; readonly text: string },
): Check => {
  const failed = checkText(field, text, limits.longText);
  if (!failed.ok) return failed;
  return write(doc, ctx, (writer) => writer.setText({ item: planItem, field }, text));
};

/** **Huvudansvarig för SIP:en**: the authority by law, and the person who holds the plan. What is left out stays. */
export const setLead = (
  doc: PlanDocument,
  ctx: WriteContext,
  lead: {
    readonly authority?: Exclude<Authority, 'annan'> | null;
    readonly participantId?: string | null;
    readonly name?: string | null;
  },
): Check => {
  const { authority, participantId, name } = lead;
  const failed = participantId ? findParticipant(doc, participantId) : ok(undefined);
  if (!failed.ok) return failed;
  return setPlanFields(doc, ctx, {
    ...(authority === undefined ? {} : { leadAuthority: authority }),
    ...(participantId === undefined ? {} : { leadParticipant: participantId }),
    ...(name === undefined ? {} : { leadName: name }),
  });
};

export const setNextMeeting = (
  doc: PlanDocument,
  ctx: WriteContext,
  next: {
    readonly date?: LocalDate | null;
    readonly time?: string | null;
    readonly place?: string | null;
    readonly caller?: string | null;
  },
): Check =>
  setPlanFields(doc, ctx, {
    ...(next.date === undefined ? {} : { nextDate: next.date }),
    ...(next.time === undefined ? {} : { nextTime: next.time }),
    ...(next.place === undefined ? {} : { nextPlace: next.place }),
    ...(next.caller === undefined ? {} : { nextCaller: next.caller }),
  });

/** Settles a field that two wrote at the same time: the write with this id becomes its value. */
export const chooseValue = (
  doc: PlanDocument,
  ctx: WriteContext,
  { writeId }: { readonly writeId: string },
): Check => {
  const found = findWrite(doc, writeId);
  if (found === null) return err({ kind: 'notFound', id: writeId });
  const { item, field, raw } = found;
  const value = typeof raw === 'object' && raw !== null && 'value' in raw ? raw.value : null;
  return write(doc, ctx, (writer) => writer.setRegister(item, field, value));
};

const setPlanFields = (
  doc: PlanDocument,
  ctx: WriteContext,
  values: Readonly<Record<string, unknown>>,
): Check => {
  const entries = Object.entries(values).map(
    ([field, value]) => [field as PlanField, value === '' ? null : value] as const,
  );
  const failed = firstError(
    ...entries.map(([field, value]) => checkValue(field, planFields[field], value)),
  );
  if (!failed.ok) return failed;
  return write(doc, ctx, (writer) => {
    for (const [field, value] of entries) writer.setRegister(planItem, field, value);
  });
};
