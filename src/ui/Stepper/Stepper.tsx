/** A way in steps: what is done has a tick, where we are an arrow and weight, what comes neither. */
import type { ComponentChildren, JSX } from 'preact';
import { Link } from 'wouter';
import { useT } from '../../i18n/useT.ts';
import { classNames } from '../classNames.ts';
import { Icon } from '../Icon/Icon.tsx';
import './Stepper.css';

export type StepState = 'done' | 'present' | 'coming';

export interface Step {
  readonly id: string;
  readonly label: string;
  readonly state: StepState;
  readonly hint?: ComponentChildren;
  /** A way inside the program: the step can be gone to. */
  readonly href?: string | undefined;
}

export interface StepperProps {
  readonly label: string;
  readonly steps: readonly Step[];
  readonly class?: string | undefined;
}

export function Stepper({ label, steps, class: extra }: StepperProps): JSX.Element {
  const t = useT();
  return (
    <nav class={classNames('stepper', extra)} aria-label={label}>
      <ol class="stepper__list">
        {steps.map((step) => (
          <li
            key={step.id}
            class={classNames('stepper__step', `stepper__step--${step.state}`)}
            aria-current={step.state === 'present' ? 'step' : undefined}
          >
            <span class="stepper__sign">
              {step.state === 'done' && <Icon name="tick" />}
              {step.state === 'present' && <Icon name="forward" />}
            </span>
            <span class="stepper__words">
              {step.href === undefined ? (
                <span class="stepper__label">{step.label}</span>
              ) : (
                <Link class="stepper__label stepper__link" href={step.href}>
                  {step.label}
                </Link>
              )}
              {step.state === 'done' && (
                <span class="visually-hidden">, {t('common:step.done')}</span>
              )}
              {step.hint !== undefined && step.hint !== null && (
                <span class="stepper__hint">{step.hint}</span>
              )}
            </span>
          </li>
        ))}
      </ol>
    </nav>
  );
}
