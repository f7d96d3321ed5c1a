/**
 * What is typed leaks through the keyboard's helpers: spell checking in the cloud, suggestions, saved forms.
 * These attributes stand on every field that may hold something about a person, which is all of them.
 */
export const privateInput = {
  autoComplete: 'off',
  autoCorrect: 'off',
  autoCapitalize: 'sentences',
  // The word, not the value: `false` would take the attribute away, which means yes.
  spellCheck: 'false',
  writingsuggestions: 'false',
  'data-1p-ignore': '',
  'data-lpignore': 'true',
} as const;
