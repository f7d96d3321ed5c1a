/**
 * A short field with one value that matters, such as a place or a date: written when one leaves the field. When two
 * have written at once both stand here, and one is chosen.
 */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Translate } from '../../../i18n/keys.ts';
import { isLocalDate } from '../../../i18n/localDate.ts';
import { useT } from '../../../i18n/useT.ts';
import { useWorkspace } from '../../../meeting/views/WorkspaceContext.ts';
import { chooseValue } from '../../../plan/commands/wholePlan.ts';
import type { Register } from '../../../plan/model.ts';
import { ChipGroup } from '../../../ui/ChipGroup/ChipGroup.tsx';
import { Field, type FieldKind } from '../../../ui/Field/Field.tsx';

export interface RegisterFieldProps {
  readonly register: Register<string>;
  readonly onWrite: (value: string | null) => void;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly kind?: FieldKind | undefined;
  readonly maxLength?: number | undefined;
}

/** As a person says it: what is kept of a date is `2026-12-01`. */
const fieldWords = (kind: FieldKind | undefined, value: string, t: Translate): string => {
  if (kind === 'date' && isLocalDate(value)) return t.formats.weekdayDate(value);
  return kind === 'time' ? t.formats.time(value) : value;
};

export function RegisterField({
  register,
  onWrite,
  label,
  hint,
  kind,
  maxLength = 200,
}: RegisterFieldProps): JSX.Element {
  const t = useT();
  const { edit } = useWorkspace();
  const [draft, setDraft] = useState<string | null>(null);

  if (register.both.length > 0) {
    return (
      <ChipGroup
        label={label}
        hint={t('prepare:prepare.both')}
        value={null}
        options={register.both.map(({ writeId, value, by }) => ({
          value: writeId,
          label: t('meeting:both.value', {
            value: fieldWords(kind, value, t),
            name: by.name || t('meeting:both.someone'),
          }),
        }))}
        onChange={(writeId: string) => void edit((doc, ctx) => chooseValue(doc, ctx, { writeId }))}
      />
    );
  }

  const standing = register.value ?? '';
  const write = (): void => {
    if (draft !== null && draft.trim() !== standing) {
      onWrite(draft.trim() === '' ? null : draft.trim());
    }
    setDraft(null);
  };

  return (
    <Field
      label={label}
      hint={hint}
      kind={kind}
      maxLength={kind === 'date' || kind === 'time' ? undefined : maxLength}
      value={draft ?? standing}
      onInput={setDraft}
      onBlur={write}
      onEnter={write}
    />
  );
}
