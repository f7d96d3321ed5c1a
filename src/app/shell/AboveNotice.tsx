/** Something that everybody at this device must know, above whatever view is open. */
import type { ComponentChildren, JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { Notice } from '../../ui/Notice/Notice.tsx';
import { useReserve } from './useReserve.ts';
import './shell.css';

export interface AboveNoticeProps {
  readonly title?: string | undefined;
  readonly children: ComponentChildren;
}

export function AboveNotice({ title, children }: AboveNoticeProps): JSX.Element {
  const whole = useRef<HTMLDivElement>(null);
  useReserve(whole);
  return (
    <div class="shell-above" ref={whole}>
      <Notice kind="attention" title={title} live>
        {children}
      </Notice>
    </div>
  );
}
