/** Label, hint, error and status around something to write in. Shared by `Field` and `TextSpliceField`. */
import type { ComponentChildren, JSX } from 'preact';
import { classNames } from '../classNames.ts';
import './Field.css';

export interface FieldFrameProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | null | undefined;
  readonly status?: ComponentChildren;
  readonly hideLabel?: boolean | undefined;
  readonly after?: ComponentChildren;
  readonly class?: string | undefined;
  readonly children: ComponentChildren;
}

export function FieldFrame({
  id,
  label,
  hint,
  error,
  status,
  hideLabel = false,
  after,
  class: extra,
  children,
}: FieldFrameProps): JSX.Element {
  return (
    <div class={classNames('field', error ? 'field--wrong' : false, extra)}>
      <label class={hideLabel ? 'visually-hidden' : 'field__label'} for={id}>
        {label}
      </label>
      {hint !== undefined && (
        <p class="field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div class="field__line">
        {children}
        {after}
      </div>
      {status !== undefined && status !== null && (
        <p class="field__status" id={`${id}-status`} aria-live="polite">
          {status}
        </p>
      )}
      <p class="field__error" id={`${id}-error`} role="alert">
        {error}
      </p>
    </div>
  );
}
