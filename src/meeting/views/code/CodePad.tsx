/**
 * Digits to press, shown as dots: the screen may be seen, and a screen keyboard would light up each key. Pressing
 * looks the same for all of them, so that who looks on reads nothing from it.
 */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useT } from '../../../i18n/useT.ts';
import { codeLength } from './MeetingCode.ts';
import './CodePad.css';

export interface CodePadProps {
  readonly label: string;
  /** Told when the fourth digit is there; the pad is empty again after it. */
  readonly onFull: (digits: string) => void;
}

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'] as const;

export function CodePad({ label, onFull }: CodePadProps): JSX.Element {
  const t = useT();
  const [typed, setTyped] = useState('');
  // Two presses may come before the pad is drawn again.
  const present = useRef('');
  const write = (next: string): void => {
    present.current = next;
    setTyped(next);
  };
  const press = (digit: string): void => {
    const next = present.current + digit;
    if (next.length < codeLength) {
      write(next);
      return;
    }
    write('');
    onFull(next);
  };
  const erase = (): void => write(present.current.slice(0, -1));
  const pad = useRef<HTMLFieldSetElement>(null);
  useEffect(() => pad.current?.focus(), []);
  return (
    <fieldset
      class="code-pad"
      ref={pad}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (/^\d$/.test(event.key)) press(event.key);
        else if (event.key === 'Backspace') erase();
        else return;
        event.preventDefault();
      }}
    >
      <legend class="code-pad__label">{label}</legend>
      <p class="code-pad__dots" role="status">
        <span class="visually-hidden">{t('meeting:code.typed', { count: typed.length })}</span>
        {Array.from({ length: codeLength }, (_, index) => index + 1).map((place) => (
          <span
            key={place}
            aria-hidden="true"
            class={place <= typed.length ? 'code-pad__dot code-pad__dot--full' : 'code-pad__dot'}
          />
        ))}
      </p>
      <div class="code-pad__keys">
        {digits.map((digit) => (
          <button key={digit} type="button" class="code-pad__key" onClick={() => press(digit)}>
            {digit}
          </button>
        ))}
        <button type="button" class="code-pad__key code-pad__key--words" onClick={erase}>
          {t('meeting:code.erase')}
        </button>
      </div>
    </fieldset>
  );
}
