/** The top line of every view: the way back and the save state first, what can be done with the view last. */
import type { ComponentChildren, JSX } from 'preact';
import { Button } from '../Button/Button.tsx';
import { classNames } from '../classNames.ts';
import './TopBar.css';

export interface TopBarBack {
  readonly label: string;
  readonly href?: string | undefined;
  readonly onClick?: (() => void) | undefined;
}

export interface TopBarProps {
  readonly back?: TopBarBack | undefined;
  /** Where there is no way back: the name of the program. */
  readonly title?: ComponentChildren;
  /** The save state. */
  readonly status?: ComponentChildren;
  /** Quiet buttons, and the menu last. */
  readonly children?: ComponentChildren;
  readonly class?: string | undefined;
}

export function TopBar({ back, title, status, children, class: extra }: TopBarProps): JSX.Element {
  return (
    <header class={classNames('top-bar', extra)}>
      <div class="top-bar__start">
        {back !== undefined && (
          <Button kind="quiet" iconStart="back" href={back.href} onClick={back.onClick}>
            {back.label}
          </Button>
        )}
        {title !== undefined && <span class="top-bar__title">{title}</span>}
        {status}
      </div>
      {children !== undefined && <div class="top-bar__end">{children}</div>}
    </header>
  );
}
