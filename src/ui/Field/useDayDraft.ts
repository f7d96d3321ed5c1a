import { useState } from 'preact/hooks';
import type { FieldKind } from './Field.tsx';

/** Typing a year goes by way of the years 2, 20 and 203: none of those is meant. */
const firstYear = 1900;

const isOnItsWay = (kind: FieldKind, value: string): boolean =>
  kind === 'date' && value !== '' && Number.parseInt(value, 10) < firstYear;

export interface DayDraft {
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly onBlur: () => void;
}

/**
 * A date or time is typed digit by digit, each of them a new value. What is being typed stands until the plan says the
 * same: a value that comes back late would undo the next digit.
 */
export const useDayDraft = (
  kind: FieldKind,
  value: string,
  onInput: (value: string) => void,
): DayDraft => {
  const [draft, setDraft] = useState<string | null>(null);
  if (kind !== 'date' && kind !== 'time') return { value, onInput, onBlur: () => undefined };
  if (draft !== null && draft === value) setDraft(null);
  return {
    value: draft ?? value,
    onInput: (typed) => {
      setDraft(typed);
      if (!isOnItsWay(kind, typed)) onInput(typed);
    },
    onBlur: () => setDraft(null),
  };
};
