import {
  addParticipant,
  setIndividual,
  setParticipantField,
  setParticipantText,
} from '../../../plan/commands/participants.ts';
import type { PlanDocument } from '../../../plan/document.ts';
import type {
  Attendance,
  Authority,
  CallKind,
  CallReply,
  Mandate,
  Participant,
} from '../../../plan/model.ts';
import { isServiceOnScreen } from '../../../plan/screenService.ts';
import type { WriteContext } from '../../../plan/writeContext.ts';
import { ok } from '../../../shared/result.ts';

/** What one form about a person holds while it is filled in. */
export interface PersonDraft {
  readonly name: string;
  readonly function: string;
  readonly service: string;
  readonly isIndividual: boolean;
  readonly authority: Authority | null;
  readonly call: CallKind | null;
  readonly reply: CallReply | null;
  readonly mandate: Mandate | null;
  readonly attendance: Attendance | null;
  readonly workPhone: string;
  readonly workHours: string;
  readonly askAbout: string;
  readonly privatePhone: string;
  readonly spokenBefore: string;
  readonly protectedIdentity: boolean;
  /** **Får stå på skärmen**, of the service as it is written here. */
  readonly serviceOnScreen: boolean;
}

export const personToDraft = (person: Participant | null): PersonDraft => ({
  name: person?.name ?? '',
  function: person?.function ?? '',
  service: person?.service ?? '',
  isIndividual: person?.isIndividual ?? false,
  authority: person?.authority.value ?? null,
  call: person?.call.value ?? null,
  reply: person?.reply.value ?? null,
  mandate: person?.mandate.value ?? null,
  attendance: person?.attendance.value ?? null,
  workPhone: person?.workPhone.value ?? '',
  workHours: person?.workHours.value ?? '',
  askAbout: person?.askAbout.value ?? '',
  privatePhone: person?.privatePhone.value ?? '',
  spokenBefore: person?.spokenBefore.value ?? '',
  protectedIdentity: person?.protectedIdentity.value ?? false,
  serviceOnScreen: person !== null && isServiceOnScreen(person),
});

const registers = [
  'authority',
  'call',
  'reply',
  'mandate',
  'attendance',
  'workPhone',
  'workHours',
  'askAbout',
  'privatePhone',
  'spokenBefore',
] as const;

const texts = ['name', 'function', 'service'] as const;

/** Writes what differs from how it stood when the form was opened, and nothing else. */
export const writePerson = (
  doc: PlanDocument,
  ctx: WriteContext,
  before: { readonly id: string; readonly draft: PersonDraft } | null,
  draft: PersonDraft,
) => {
  let id = before?.id ?? null;
  if (id === null) {
    const added = addParticipant(doc, ctx, {
      name: draft.name.trim(),
      function: draft.function.trim(),
      service: draft.service.trim(),
      isIndividual: draft.isIndividual,
    });
    if (!added.ok) return added;
    id = added.value;
  } else {
    for (const field of texts) {
      if (before?.draft[field] === draft[field]) continue;
      const done = setParticipantText(doc, ctx, { id, field, text: draft[field].trim() });
      if (!done.ok) return done;
    }
    if (before?.draft.isIndividual !== draft.isIndividual) {
      const done = setIndividual(doc, ctx, { id, isIndividual: draft.isIndividual });
      if (!done.ok) return done;
    }
  }
  const was = before?.draft ?? personToDraft(null);
  for (const field of registers) {
    const value = draft[field];
    if (was[field] === value) continue;
    const done = setParticipantField(doc, ctx, {
      id,
      field,
      value: value === null || value.trim() === '' ? null : value,
    } as Parameters<typeof setParticipantField>[2]);
    if (!done.ok) return done;
  }
  if (was.protectedIdentity !== draft.protectedIdentity) {
    const done = setParticipantField(doc, ctx, {
      id,
      field: 'protectedIdentity',
      value: draft.protectedIdentity,
    });
    if (!done.ok) return done;
  }
  const service = draft.service.trim();
  const onScreen = draft.serviceOnScreen && service !== '' ? service : null;
  const wasOnScreen = was.serviceOnScreen ? was.service.trim() : null;
  if (onScreen !== wasOnScreen) {
    const done = setParticipantField(doc, ctx, { id, field: 'serviceOnScreen', value: onScreen });
    if (!done.ok) return done;
  }
  return ok(id);
};
