/** A box to tick with its words; the whole row is pressed. */
import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';
import { classNames } from '../classNames.ts';
import './CheckRow.css';

export interface CheckRowProps {
  readonly label: ComponentChildren;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly hint?: ComponentChildren;
  readonly disabled?: boolean | undefined;
  readonly class?: string | undefined;
}

export function CheckRow({
  label,
  checked,
  onChange,
  hint,
  disabled = false,
  class: extra,
}: CheckRowProps): JSX.Element {
  const id = useId();
  const hasHint = hint !== undefined && hint !== null;
  return (
    <label class={classNames('check-row', extra)}>
      <input
        class="check-row__box"
        type="checkbox"
        checked={checked}
        disabled={disabled}
        aria-labelledby={`${id}-label`}
        aria-describedby={hasHint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span class="check-row__words">
        <span id={`${id}-label`}>{label}</span>
        {hasHint && (
          <span class="check-row__hint" id={`${id}-hint`}>
            {hint}
          </span>
        )}
      </span>
    </label>
  );
}
