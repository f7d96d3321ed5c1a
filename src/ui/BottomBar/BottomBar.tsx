/** The lower edge of a view that is worked through: quiet buttons first, the one step that leads on last. */
import type { ComponentChildren, JSX } from 'preact';
import { classNames } from '../classNames.ts';
import './BottomBar.css';

export interface BottomBarProps {
  readonly start?: ComponentChildren;
  /** The step that leads on. */
  readonly children?: ComponentChildren;
  /** For the left-handed: the step that leads on stands first. */
  readonly reversed?: boolean | undefined;
  /** An ink line on top, where what stands above is shown to everyone. */
  readonly strongEdge?: boolean | undefined;
  readonly class?: string | undefined;
}

export function BottomBar({
  start,
  children,
  reversed = false,
  strongEdge = false,
  class: extra,
}: BottomBarProps): JSX.Element {
  return (
    <div
      class={classNames(
        'bottom-bar',
        reversed && 'bottom-bar--reversed',
        strongEdge && 'bottom-bar--strong-edge',
        extra,
      )}
    >
      <div class="bottom-bar__start">{start}</div>
      <div class="bottom-bar__end">{children}</div>
    </div>
  );
}
