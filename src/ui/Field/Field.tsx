/**
 * A field to write in. What is typed may be about a person, so nothing of it is remembered, corrected or
 * suggested by the browser.
 */
import type { ComponentChildren, JSX, Ref, TargetedInputEvent } from 'preact';
import { useId, useState } from 'preact/hooks';
import { isLocalDate } from '../../i18n/localDate.ts';
import { useT } from '../../i18n/useT.ts';
import { Button } from '../Button/Button.tsx';
import { classNames } from '../classNames.ts';
import { FieldFrame } from './FieldFrame.tsx';
import { privateInput } from './privateInput.ts';
import { useDayDraft } from './useDayDraft.ts';

const inputTypes = {
  text: { type: 'text' },
  password: { type: 'password' },
  tel: { type: 'tel' },
  email: { type: 'email' },
  number: { type: 'number' },
  date: { type: 'date' },
  time: { type: 'time' },
  search: { type: 'search' },
} as const;

export type FieldKind = keyof typeof inputTypes;

export interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly hint?: string | undefined;
  /** What is wrong and what to do; it is read out when it comes. */
  readonly error?: string | null | undefined;
  /** A line under the field that changes while one writes, such as how good a password is. */
  readonly status?: ComponentChildren;
  readonly kind?: FieldKind | undefined;
  readonly multiline?: boolean | undefined;
  readonly rows?: number | undefined;
  /** The label is read out but not seen: only where the words beside say the same. */
  readonly hideLabel?: boolean | undefined;
  readonly placeholder?: string | undefined;
  readonly required?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly readOnly?: boolean | undefined;
  readonly name?: string | undefined;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  readonly maxLength?: number | undefined;
  readonly inputMode?: 'text' | 'numeric' | 'tel' | 'search' | 'email' | undefined;
  /** The language of what stands in it, where that is another than the page's. */
  readonly lang?: string | undefined;
  /** Stands on the same line after the field. */
  readonly after?: ComponentChildren;
  readonly onEnter?: (() => void) | undefined;
  readonly onBlur?: (() => void) | undefined;
  readonly onFocus?: (() => void) | undefined;
  readonly inputRef?: Ref<HTMLInputElement | HTMLTextAreaElement> | undefined;
  readonly class?: string | undefined;
}

export function Field(props: FieldProps): JSX.Element {
  const { kind = 'text', multiline = false, after, onEnter } = props;
  const t = useT();
  const id = useId();
  const [shown, setShown] = useState(false);
  const isPassword = kind === 'password';
  const { value, onInput, onBlur } = useDayDraft(kind, props.value, props.onInput);

  const common = {
    ...privateInput,
    autoCapitalize: kind === 'text' ? 'sentences' : 'none',
    id,
    class: 'field__input',
    value,
    placeholder: props.placeholder,
    required: props.required,
    disabled: props.disabled,
    readOnly: props.readOnly,
    name: props.name,
    lang: props.lang,
    maxLength: props.maxLength,
    'aria-invalid': props.error ? true : undefined,
    'aria-describedby': describedBy(id, props),
    onInput: (event: TargetedInputEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      onInput(event.currentTarget.value),
    ref: (node: HTMLInputElement | HTMLTextAreaElement | null) => {
      const { inputRef } = props;
      if (typeof inputRef === 'function') inputRef(node);
      else if (inputRef) inputRef.current = node;
    },
    onBlur: () => {
      onBlur();
      props.onBlur?.();
    },
    onFocus: () => props.onFocus?.(),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || event.isComposing || onEnter === undefined) return;
      event.preventDefault();
      onEnter();
    },
  } as const;

  return (
    <FieldFrame
      id={id}
      label={props.label}
      hint={props.hint}
      error={props.error}
      status={props.status}
      hideLabel={props.hideLabel}
      class={classNames(kind !== 'text' && `field--${kind}`, props.class)}
      after={
        <>
          {isPassword && (
            <Button
              aria-pressed={shown}
              class="field__reveal"
              onClick={() => setShown((was) => !was)}
            >
              {t('common:action.show')}
            </Button>
          )}
          {kind === 'date' && isLocalDate(props.value) && (
            <span class="field__date-words">{`${t.formats.weekday(props.value)} ${t.formats.date(props.value)}`}</span>
          )}
          {after}
        </>
      }
    >
      {multiline ? (
        <textarea {...common} rows={props.rows ?? 3} />
      ) : (
        <input
          {...common}
          {...inputTypes[isPassword && shown ? 'text' : kind]}
          min={props.min}
          max={props.max}
          inputMode={props.inputMode}
        />
      )}
    </FieldFrame>
  );
}

function describedBy(
  id: string,
  given: Pick<FieldProps, 'hint' | 'error' | 'status'>,
): string | undefined {
  const ids = [
    given.hint && `${id}-hint`,
    given.error && `${id}-error`,
    given.status !== undefined && given.status !== null && `${id}-status`,
  ].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}
