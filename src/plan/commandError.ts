/** Why a command changed nothing. Grouped by what a person can do about it. */
export type CommandError =
  /** The plan was written by a newer program: it can be read, not written. */
  | { readonly kind: 'readOnly' }
  /** No such row, participant or write. */
  | { readonly kind: 'notFound'; readonly id: string }
  /** The row is of a kind that this cannot be done to. */
  | { readonly kind: 'wrongKind'; readonly id: string }
  /** This kind of row never reaches the shared view (field.md 2). */
  | { readonly kind: 'neverShown'; readonly id: string }
  | { readonly kind: 'tooLong'; readonly field: string; readonly max: number }
  | { readonly kind: 'tooMany'; readonly what: string; readonly max: number }
  /** Not a value that this field can hold. */
  | { readonly kind: 'invalid'; readonly field: string };
