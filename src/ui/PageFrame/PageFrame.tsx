/**
 * The frame of every view but the meeting's own: a top line, where we are to the left, the work to the right. One
 * column on a phone and when the text is large.
 */
import type { ComponentChildren, JSX } from 'preact';
import { classNames } from '../classNames.ts';
import './PageFrame.css';

export interface PageFrameProps {
  /** The heading of the view. */
  readonly title: string;
  /** A `TopBar`. */
  readonly top?: ComponentChildren;
  /** Where we are: circle, steps, the law's points. Words only, no work. */
  readonly left?: ComponentChildren;
  /** One line under the heading. */
  readonly lead?: ComponentChildren;
  readonly children: ComponentChildren;
  /** Below a hairline at the lower end: ways on that are not the next step. */
  readonly foot?: ComponentChildren;
  /** On a phone, where the left column goes. */
  readonly leftOnPhone?: 'before' | 'after' | 'hidden' | undefined;
  /** The heading is read out but not seen: the view shows it in another form. */
  readonly hideTitle?: boolean | undefined;
  readonly class?: string | undefined;
}

export function PageFrame({
  title,
  top,
  left,
  lead,
  children,
  foot,
  leftOnPhone = 'before',
  hideTitle = false,
  class: extra,
}: PageFrameProps): JSX.Element {
  return (
    <div class={classNames('page', extra)}>
      {top}
      <div
        class={classNames(
          'page__columns',
          left !== undefined && left !== null && 'page__columns--two',
          `page__columns--left-${leftOnPhone}`,
        )}
      >
        {left !== undefined && left !== null && <aside class="page__left">{left}</aside>}
        <main class="page__main">
          <h1 class={hideTitle ? 'visually-hidden' : 'page__title'} tabIndex={-1}>
            {title}
          </h1>
          {lead !== undefined && lead !== null && <p class="page__lead">{lead}</p>}
          {children}
          {foot !== undefined && foot !== null && <div class="page__foot">{foot}</div>}
        </main>
      </div>
    </div>
  );
}
