/** Rows with a hairline between them: order without cards. */
import type { ComponentChildren, JSX } from 'preact';
import { classNames } from '../classNames.ts';
import './RuledList.css';

export interface RuledListProps {
  readonly children: ComponentChildren;
  readonly label?: string | undefined;
  readonly ordered?: boolean | undefined;
  /** A 2 px line around the rows, where the list is the one group of the view. */
  readonly framed?: boolean | undefined;
  readonly class?: string | undefined;
}

export function RuledList({
  children,
  label,
  ordered = false,
  framed = false,
  class: extra,
}: RuledListProps): JSX.Element {
  const look = classNames('ruled-list', framed && 'ruled-list--framed', extra);
  return ordered ? (
    <ol class={look} aria-label={label}>
      {children}
    </ol>
  ) : (
    <ul class={look} aria-label={label}>
      {children}
    </ul>
  );
}

export interface RuledRowProps {
  readonly children: ComponentChildren;
  readonly second?: ComponentChildren;
  /** What can be done with the row, at the end of its line. */
  readonly actions?: ComponentChildren;
  /** A picture or sign before the words. */
  readonly before?: ComponentChildren;
  readonly class?: string | undefined;
}

export function RuledRow({
  children,
  second,
  actions,
  before,
  class: extra,
}: RuledRowProps): JSX.Element {
  return (
    <li class={classNames('ruled-row', extra)}>
      {before}
      <div class="ruled-row__words">
        <div class="ruled-row__first">{children}</div>
        {second !== undefined && second !== null && <div class="ruled-row__second">{second}</div>}
      </div>
      {actions !== undefined && <div class="ruled-row__actions">{actions}</div>}
    </li>
  );
}
