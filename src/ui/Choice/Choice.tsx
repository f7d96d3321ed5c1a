/** One of several answers, each a card with words and often a line that explains it. */
import type { ComponentChildren, JSX } from 'preact';
import { useId } from 'preact/hooks';
import { classNames } from '../classNames.ts';
import '../Field/Field.css';
import './Choice.css';

export interface ChoiceOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly hint?: ComponentChildren;
  readonly disabled?: boolean | undefined;
}

export interface ChoiceProps<Value extends string> {
  /** The question that is answered. */
  readonly legend: string;
  readonly options: readonly ChoiceOption<Value>[];
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly hint?: string | undefined;
  readonly error?: string | null | undefined;
  readonly hideLegend?: boolean | undefined;
  readonly class?: string | undefined;
}

export function Choice<Value extends string>({
  legend,
  options,
  value,
  onChange,
  hint,
  error,
  hideLegend = false,
  class: extra,
}: ChoiceProps<Value>): JSX.Element {
  const id = useId();
  return (
    <fieldset
      class={classNames('choice', extra)}
      aria-describedby={classNames(hint && `${id}-hint`, error && `${id}-error`) || undefined}
    >
      <legend class={hideLegend ? 'visually-hidden' : 'choice__legend'}>{legend}</legend>
      {hint !== undefined && (
        <p class="choice__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {options.map((option) => {
        const optionId = `${id}-${option.value}`;
        const hasHint = option.hint !== undefined && option.hint !== null;
        return (
          <label
            key={option.value}
            class={classNames('choice__card', value === option.value && 'choice__card--chosen')}
          >
            <input
              class="choice__radio"
              type="radio"
              name={id}
              value={option.value}
              checked={value === option.value}
              disabled={option.disabled}
              aria-labelledby={`${optionId}-label`}
              aria-describedby={hasHint ? `${optionId}-hint` : undefined}
              onChange={() => onChange(option.value)}
            />
            <span class="choice__words">
              <span class="choice__label" id={`${optionId}-label`}>
                {option.label}
              </span>
              {hasHint && (
                <span class="choice__hint" id={`${optionId}-hint`}>
                  {option.hint}
                </span>
              )}
            </span>
          </label>
        );
      })}
      <p class="field__error" id={`${id}-error`} role="alert">
        {error}
      </p>
    </fieldset>
  );
}
