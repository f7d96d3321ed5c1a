/**
 * Something that is closed until asked for. With `autoCloseSeconds` it closes by itself when nothing in it has been
 * touched for that long: for what others should not happen to read.
 */
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { classNames } from '../classNames.ts';
import { Icon } from '../Icon/Icon.tsx';
import './Collapsible.css';

export interface CollapsibleProps {
  readonly summary: ComponentChildren;
  readonly children: ComponentChildren;
  /** With `onToggle`: the owner decides. Without: it begins so and keeps its own state. */
  readonly open?: boolean | undefined;
  readonly onToggle?: ((open: boolean) => void) | undefined;
  readonly autoCloseSeconds?: number | undefined;
  readonly class?: string | undefined;
}

export function Collapsible({
  summary,
  children,
  open: given = false,
  onToggle,
  autoCloseSeconds,
  class: extra,
}: CollapsibleProps): JSX.Element {
  const id = useId();
  const [own, setOwn] = useState(given);
  const content = useRef<HTMLDivElement>(null);
  const open = onToggle === undefined ? own : given;
  const set = (next: boolean): void => {
    setOwn(next);
    onToggle?.(next);
  };
  const close = useRef(() => set(false));
  close.current = () => set(false);

  useEffect(() => {
    const inside = content.current;
    if (!open || inside === null || autoCloseSeconds === undefined) return undefined;
    const wait = (): ReturnType<typeof setTimeout> =>
      setTimeout(() => close.current(), autoCloseSeconds * 1000);
    let timer = wait();
    const again = (): void => {
      clearTimeout(timer);
      timer = wait();
    };
    const touches = ['pointerdown', 'keydown', 'focusin'];
    for (const touch of touches) inside.addEventListener(touch, again);
    return () => {
      clearTimeout(timer);
      for (const touch of touches) inside.removeEventListener(touch, again);
    };
  }, [open, autoCloseSeconds]);

  return (
    <div class={classNames('collapsible', open && 'collapsible--open', extra)}>
      <button
        type="button"
        class="collapsible__summary"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => set(!open)}
      >
        <span>{summary}</span>
        <Icon name={open ? 'up' : 'down'} />
      </button>
      <div class="collapsible__content" id={id} hidden={!open} ref={content}>
        {open && children}
      </div>
    </div>
  );
}
