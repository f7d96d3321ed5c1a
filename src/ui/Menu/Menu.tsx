/** What is needed seldom, behind ⋯. What ends something stands last, below a line, in words and not in red. */
import type { JSX } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { classNames } from '../classNames.ts';
import { Icon } from '../Icon/Icon.tsx';
import './Menu.css';

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly onSelect: () => void;
  /** A line above it. */
  readonly separated?: boolean | undefined;
  readonly disabled?: boolean | undefined;
}

export interface MenuProps {
  /** The name of the button, such as "Mer". */
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly class?: string | undefined;
}

export function Menu({ label, items, class: extra }: MenuProps): JSX.Element {
  const id = useId();
  const [open, setOpen] = useState(false);
  const whole = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);

  const rows = (): HTMLElement[] =>
    Array.from(list.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? []);
  const close = (): void => {
    setOpen(false);
    opener.current?.focus();
  };

  useEffect(() => {
    if (!open) return undefined;
    list.current?.querySelector<HTMLElement>('[role="menuitem"]')?.focus();
    const outside = (event: Event): void => {
      if (event.target instanceof Node && whole.current?.contains(event.target)) return;
      setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [open]);

  const move = (event: KeyboardEvent): void => {
    const all = rows();
    const here = document.activeElement;
    const at = here instanceof HTMLElement ? all.indexOf(here) : -1;
    const next = {
      ArrowDown: (at + 1) % all.length,
      ArrowUp: (at - 1 + all.length) % all.length,
      Home: 0,
      End: all.length - 1,
    }[event.key];
    if (next !== undefined) {
      event.preventDefault();
      all[next]?.focus();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if (event.key === 'Tab') {
      setOpen(false);
    }
  };

  return (
    <div class={classNames('menu', extra)} ref={whole}>
      <button
        type="button"
        class={classNames('menu__opener', open && 'menu__opener--open')}
        ref={opener}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        <Icon name="more" />
      </button>
      {open && (
        <div
          class="menu__list"
          id={id}
          role="menu"
          aria-label={label}
          tabIndex={-1}
          ref={list}
          onKeyDown={move}
        >
          {items.map((item) => (
            <button
              key={item.id}
              type="button"
              role="menuitem"
              tabIndex={-1}
              class={classNames('menu__item', item.separated && 'menu__item--separated')}
              aria-disabled={item.disabled || undefined}
              onClick={() => {
                if (item.disabled) return;
                close();
                item.onSelect();
              }}
            >
              {item.label}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
