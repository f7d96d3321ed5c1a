/**
 * A field on a text that others may be writing in too: it tells what was typed as splices, and takes changes
 * from outside without moving the caret out of the word being written.
 *
 * While letters are being composed (an IME, a dead key, dictation) nothing is told and nothing from outside is
 * put in; both wait until the word is done.
 */
import type { JSX } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { useT } from '../../i18n/useT.ts';
import type { FieldProps } from '../Field/Field.tsx';
import { FieldFrame } from '../Field/FieldFrame.tsx';
import { privateInput } from '../Field/privateInput.ts';
import {
  applySplice,
  moveSplice,
  moveThrough,
  type Splice,
  spliceBetween,
} from './spliceBetween.ts';

type Area = HTMLInputElement | HTMLTextAreaElement;

type SharedProps =
  | 'label'
  | 'value'
  | 'hint'
  | 'error'
  | 'status'
  | 'multiline'
  | 'rows'
  | 'hideLabel'
  | 'placeholder'
  | 'readOnly'
  | 'after'
  | 'onEnter'
  | 'onBlur'
  | 'onFocus'
  | 'inputRef'
  | 'class';

export interface TextSpliceFieldProps extends Pick<FieldProps, SharedProps> {
  readonly onSplice: (splice: Splice) => void;
  /** In UTF-16 units. More than is kept must never stand in the field as if it were. */
  readonly maxLength: number;
}

export function TextSpliceField(props: TextSpliceFieldProps): JSX.Element {
  const { value, onSplice, onEnter, multiline = false, inputRef, maxLength } = props;
  const t = useT();
  const error = props.error || (value.length >= maxLength ? t('common:field.full') : null);
  const id = useId();
  const area = useRef<Area | null>(null);
  /** The text that the splices told so far lead to. */
  const told = useRef(value);
  /** Texts that were told and have not come back as `value` yet, oldest first. */
  const underway = useRef<string[]>([]);
  const seen = useRef<string | null>(null);
  const composing = useRef(false);

  const put = (here: Area, text: string): void => {
    const splice = spliceBetween(here.value, text, text.length);
    if (splice === null) return;
    const { selectionStart, selectionEnd, selectionDirection } = here;
    here.value = text;
    if (selectionStart === null || selectionEnd === null) return;
    if (here.ownerDocument.activeElement !== here) return;
    here.setSelectionRange(
      moveThrough(selectionStart, splice),
      moveThrough(selectionEnd, splice),
      selectionDirection ?? 'none',
    );
  };

  const tell = (): void => {
    const here = area.current;
    if (here === null) return;
    const typed = spliceBetween(told.current, here.value, here.selectionEnd ?? here.value.length);
    if (typed === null) {
      takeIn();
      return;
    }
    // A change from outside that had to wait for the word: what was typed moves to its new place.
    const waiting = underway.current.length === 0 ? value : told.current;
    const outside = spliceBetween(told.current, waiting, waiting.length);
    const splice = outside === null ? typed : moveSplice(typed, outside);
    const text = applySplice(waiting, splice);
    put(here, text);
    told.current = text;
    underway.current.push(text);
    onSplice(splice);
  };

  const takeIn = (): void => {
    const here = area.current;
    if (here === null || composing.current) return;
    const echo = underway.current.indexOf(value);
    if (echo >= 0) {
      underway.current.splice(0, echo + 1);
      if (underway.current.length > 0) return;
    } else {
      underway.current = [];
    }
    told.current = value;
    put(here, value);
  };

  // Only a new value is taken in: drawing again with an old one must not undo what was just typed.
  useLayoutEffect(() => {
    if (seen.current === value) return;
    seen.current = value;
    takeIn();
  });

  const common = {
    ...privateInput,
    id,
    class: 'field__input',
    placeholder: props.placeholder,
    readOnly: props.readOnly,
    maxLength,
    'aria-invalid': error ? true : undefined,
    'aria-describedby':
      [props.hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined,
    ref: (node: Area | null) => {
      area.current = node;
      if (typeof inputRef === 'function') inputRef(node);
      else if (inputRef) inputRef.current = node;
    },
    onInput: (event: Event) => {
      if (!composing.current && !('isComposing' in event && event.isComposing === true)) tell();
    },
    onCompositionStart: () => {
      composing.current = true;
    },
    onCompositionEnd: () => {
      composing.current = false;
      tell();
    },
    onBlur: () => {
      composing.current = false;
      tell();
      props.onBlur?.();
    },
    onFocus: () => props.onFocus?.(),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || event.isComposing || onEnter === undefined) return;
      event.preventDefault();
      tell();
      onEnter();
    },
  } as const;

  return (
    <FieldFrame
      id={id}
      label={props.label}
      hint={props.hint}
      error={error}
      status={props.status}
      hideLabel={props.hideLabel}
      after={props.after}
      class={props.class}
    >
      {multiline ? (
        <textarea {...common} rows={props.rows ?? 3} />
      ) : (
        <input {...common} type="text" />
      )}
    </FieldFrame>
  );
}
