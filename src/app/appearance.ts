/**
 * How the program looks on this device: theme, size of text, which hand, which language. Says nothing about anybody,
 * is needed before anything is unlocked, and so is kept in localStorage.
 */
import { type Locale, locales } from '../i18n/i18n.ts';

export interface Appearance {
  readonly theme: 'auto' | 'light' | 'dark';
  readonly textSize: '100' | '125' | '150' | '200';
  readonly hand: 'right' | 'left';
  /** What the program itself is read in. */
  readonly language: Locale;
}

export const emptyAppearance: Appearance = {
  theme: 'auto',
  textSize: '100',
  hand: 'right',
  language: 'sv',
};

export interface AppearanceStore {
  readonly get: () => Appearance;
  readonly set: (change: Partial<Appearance>) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

const storageKey = 'sip.appearance';

/** `root` carries the choice as `data-theme`, `data-text-size` and `data-hand`; the style sheets do the rest. */
export const createAppearanceStore = (
  storage: Pick<Storage, 'getItem' | 'setItem'>,
  root: HTMLElement,
): AppearanceStore => {
  const listeners = new Set<() => void>();
  let appearance = read(storage);

  const apply = (): void => {
    if (appearance.theme === 'auto') delete root.dataset.theme;
    else root.dataset.theme = appearance.theme;
    root.dataset.textSize = appearance.textSize;
    root.dataset.hand = appearance.hand;
  };
  apply();

  return {
    get: () => appearance,
    set: (change) => {
      appearance = { ...appearance, ...change };
      apply();
      try {
        storage.setItem(storageKey, JSON.stringify(appearance));
      } catch {
        // A full or closed localStorage costs the choice at next start, nothing else.
      }
      for (const listener of [...listeners]) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

const read = (storage: Pick<Storage, 'getItem'>): Appearance => {
  try {
    const value: unknown = JSON.parse(storage.getItem(storageKey) ?? 'null');
    if (typeof value !== 'object' || value === null) return emptyAppearance;
    const found = value as Record<string, unknown>;
    return {
      theme: oneOf(found.theme, ['auto', 'light', 'dark'], emptyAppearance.theme),
      textSize: oneOf(found.textSize, ['100', '125', '150', '200'], emptyAppearance.textSize),
      hand: oneOf(found.hand, ['right', 'left'], emptyAppearance.hand),
      language: oneOf(found.language, locales, emptyAppearance.language),
    };
  } catch {
    return emptyAppearance;
  }
};

const oneOf = <T extends string>(value: unknown, allowed: readonly T[], otherwise: T): T =>
  allowed.find((candidate) => candidate === value) ?? otherwise;
