import type { PlanDocument } from '../document.ts';
import { write } from '../documentWrite.ts';
import {
  type ParticipantField,
  type ParticipantFieldValue,
  type ParticipantTextField,
  participantFields,
} from '../fields.ts';
import { limits } from '../limits.ts';
import type { Attendance, Authority, CallKind } from '../model.ts';
import { keyAfterAll } from '../orderKeys.ts';
import type { WriteContext } from '../writeContext.ts';
import {
  type Check,
  checkRoom,
  checkText,
  checkValue,
  findParticipant,
  firstError,
} from './check.ts';
import { allItems } from './items.ts';

export interface NewParticipant {
  readonly name: string;
  readonly function?: string;
  readonly service?: string;
  readonly authority?: Authority;
  readonly isIndividual?: boolean;
  readonly call?: CallKind;
  readonly attendance?: Attendance;
  readonly workPhone?: string;
  readonly workHours?: string;
}

/** Gives the participant's id. */
export const addParticipant = (
  doc: PlanDocument,
  ctx: WriteContext,
  { name, function: role = '', service = '', isIndividual = false, ...fields }: NewParticipant,
): Check<string> => {
  const texts = { name, function: role, service };
  const failed = firstError(
    ...Object.entries(texts).map(([field, text]) => checkText(field, text, limits.shortText)),
    ...Object.entries(fields).map(([field, value]) =>
      checkValue(field, participantFields[field as ParticipantField], value),
    ),
    checkRoom(doc, 'participants'),
  );
  if (!failed.ok) return failed;
  const order = keyAfterAll(allItems(doc));
  return write(doc, ctx, (writer) => {
    const id = writer.addItem('participant');
    writer.setRegister(id, 'there', true);
    writer.setRegister(id, 'order', order);
    if (isIndividual) writer.setRegister(id, 'isIndividual', true);
    for (const [field, text] of Object.entries(texts)) {
      if (text !== '') writer.setText({ item: id, field }, text);
    }
    for (const [field, value] of Object.entries(fields)) {
      if (value !== undefined) writer.setRegister(id, field, value);
    }
    return id;
  });
};

/** Null clears the field. */
export const setParticipantField = <F extends ParticipantField>(
  doc: PlanDocument,
  ctx: WriteContext,
  {
    id,
    field,
    value,
  }: { readonly id: string; readonly field: F; readonly value: ParticipantFieldValue<F> | null },
): Check => {
  const failed = firstError(
    findParticipant(doc, id),
    checkValue(field, participantFields[field], value),
  );
  if (!failed.ok) return failed;
  return write(doc, ctx, (writer) => writer.setRegister(id, field, value === '' ? null : value));
};

/** Name, function or service: free texts, so that two who mend them at once are joined. */
export const setParticipantText = (
  doc: PlanDocument,
  ctx: WriteContext,
  {
    id,
    field,
    text,
  }: { readonly id: string; readonly field: ParticipantTextField; readonly text: string },
): Check => {
  const failed = firstError(findParticipant(doc, id), checkText(field, text, limits.shortText));
  if (!failed.ok) return failed;
  return write(doc, ctx, (writer) => writer.setText({ item: id, field }, text));
};

/** Marks who the plan is about. */
export const setIndividual = (
  doc: PlanDocument,
  ctx: WriteContext,
  { id, isIndividual }: { readonly id: string; readonly isIndividual: boolean },
): Check => {
  const found = findParticipant(doc, id);
  if (!found.ok) return found;
  return write(doc, ctx, (writer) => writer.setRegister(id, 'isIndividual', isIndividual));
};

/** How somebody takes part, changeable in the meeting (field.md 23). */
export const setAttendance = (
  doc: PlanDocument,
  ctx: WriteContext,
  { id, attendance }: { readonly id: string; readonly attendance: Attendance | null },
): Check =>
  attendance === null
    ? setParticipantField(doc, ctx, { id, field: 'attendance', value: null })
    : setParticipantField(doc, ctx, { id, field: 'attendance', value: attendance });
