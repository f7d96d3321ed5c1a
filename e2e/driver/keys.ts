/** Names of keys, as `Shift+Tab`, in the way that all three browsers can be told. */

export interface KeyStroke {
  readonly modifiers: readonly string[];
  readonly last: string;
}

export const splitKeys = (key: string): KeyStroke => {
  const parts = key === '+' ? ['+'] : key.split('+');
  return { modifiers: parts.slice(0, -1), last: parts.at(-1) ?? '' };
};
