/** Two faces of the same thing, one press apart. The present one has sand and a line under its word. */
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { classNames } from '../classNames.ts';
import './Tabs2.css';

export interface Tab<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

export interface Tabs2Props<Value extends string> {
  readonly label: string;
  readonly tabs: readonly [Tab<Value>, Tab<Value>];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  /** The id of the element that holds the present face. */
  readonly controls?: string | undefined;
}

export function Tabs2<Value extends string>({
  label,
  tabs,
  value,
  onChange,
  controls,
}: Tabs2Props<Value>): JSX.Element {
  const list = useRef<HTMLDivElement>(null);
  const turn = (event: KeyboardEvent): void => {
    const keys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'];
    if (!keys.includes(event.key)) return;
    event.preventDefault();
    const other = tabs.findIndex((tab) => tab.value !== value);
    const at = event.key === 'Home' ? 0 : event.key === 'End' ? 1 : other;
    const tab = tabs[at];
    if (tab === undefined) return;
    onChange(tab.value);
    list.current?.querySelectorAll('button')[at]?.focus();
  };
  return (
    <div class="tabs2" role="tablist" aria-label={label} ref={list}>
      {tabs.map((tab) => (
        <button
          key={tab.value}
          type="button"
          role="tab"
          class={classNames('tabs2__tab', tab.value === value && 'tabs2__tab--present')}
          aria-selected={tab.value === value}
          aria-controls={controls}
          tabIndex={tab.value === value ? 0 : -1}
          onClick={() => onChange(tab.value)}
          onKeyDown={turn}
        >
          <span class="tabs2__word">{tab.label}</span>
        </button>
      ))}
    </div>
  );
}
