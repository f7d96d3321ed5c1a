/**
 * Press and hold, for what must not happen by a slip: two seconds by finger or by key (Enter, space). Assistive
 * technology that can only click presses twice instead, within ten seconds.
 */
import type { JSX } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { useT } from '../../i18n/useT.ts';
import { classNames } from '../classNames.ts';
import './HoldButton.css';

export interface HoldButtonProps {
  readonly label: string;
  readonly onHeld: () => void;
  readonly holdMs?: number | undefined;
  /** Under the words; "Håll intryckt i två sekunder" if not given. */
  readonly hint?: string | undefined;
  readonly class?: string | undefined;
}

type HoldState = 'still' | 'holding' | 'armed';
const armedMs = 10_000;

export function HoldButton({
  label,
  onHeld,
  holdMs = 2000,
  hint,
  class: extra,
}: HoldButtonProps): JSX.Element {
  const t = useT();
  const id = useId();
  const [state, setState] = useState<HoldState>('still');
  const held = useRef(onHeld);
  held.current = onHeld;

  useEffect(() => {
    if (state === 'still') return undefined;
    const timer = setTimeout(
      () => {
        setState('still');
        if (state === 'holding') held.current();
      },
      state === 'holding' ? holdMs : armedMs,
    );
    return () => clearTimeout(timer);
  }, [state, holdMs]);

  const start = (): void => setState('holding');
  const stop = (): void => setState((was) => (was === 'holding' ? 'still' : was));
  const isHoldKey = (event: KeyboardEvent): boolean => event.key === 'Enter' || event.key === ' ';

  return (
    <div class={classNames('hold', extra)}>
      <button
        type="button"
        class={classNames('hold__button', state === 'holding' && 'hold__button--holding')}
        style={{ '--hold-time': `${holdMs}ms` }}
        aria-describedby={id}
        onPointerDown={start}
        onPointerUp={stop}
        onPointerLeave={stop}
        onPointerCancel={stop}
        onBlur={stop}
        onContextMenu={(event) => event.preventDefault()}
        onKeyDown={(event) => {
          if (!isHoldKey(event)) return;
          event.preventDefault();
          if (!event.repeat) start();
        }}
        onKeyUp={(event) => {
          if (!isHoldKey(event)) return;
          event.preventDefault();
          stop();
        }}
        onClick={(event) => {
          // detail 0: no finger and no mouse; the keys never get here.
          if (event.detail !== 0) return;
          if (state === 'armed') {
            setState('still');
            held.current();
          } else {
            setState('armed');
          }
        }}
      >
        <span class="hold__progress" aria-hidden="true" />
        <span class="hold__words">{label}</span>
      </button>
      <span class="hold__hint" id={id} aria-live="polite">
        {state === 'armed' ? t('common:hold.again') : (hint ?? t('common:hold.hint'))}
      </span>
    </div>
  );
}
