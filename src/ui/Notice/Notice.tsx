/**
 * Something to know before going on, in its place in the view (never floating). An error begins with what is
 * safe, in the words it is given.
 */
import type { ComponentChildren, JSX } from 'preact';
import { classNames } from '../classNames.ts';
import './Notice.css';

export interface NoticeProps {
  readonly kind: 'info' | 'attention' | 'error';
  readonly title?: string | undefined;
  readonly children?: ComponentChildren;
  readonly actions?: ComponentChildren;
  /** False for what stood there from the start; an error is read out when it comes. */
  readonly live?: boolean | undefined;
  readonly class?: string | undefined;
}

export function Notice({
  kind,
  title,
  children,
  actions,
  live = kind === 'error',
  class: extra,
}: NoticeProps): JSX.Element {
  const role = live ? (kind === 'error' ? 'alert' : 'status') : undefined;
  return (
    <div class={classNames('notice', `notice--${kind}`, extra)} role={role}>
      {title !== undefined && <p class="notice__title">{title}</p>}
      {children !== undefined && children !== null && <div class="notice__text">{children}</div>}
      {actions !== undefined && actions !== null && <div class="notice__actions">{actions}</div>}
    </div>
  );
}
