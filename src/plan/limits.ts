/** Bounds in characters (UTF-16 units) and counts: held by commands when writing, by selectors when reading. */
export const limits = {
  /** Names, functions, places, phone numbers. */
  shortText: 200,
  /** What stands beside a coded choice: when, where, how it is followed up. */
  lineText: 500,
  /** The text of a row. */
  rowText: 4_000,
  /** What is important, purpose, adaptations, own words. */
  longText: 20_000,
  rows: 1_000,
  participants: 100,
  doers: 20,
  notFor: 100,
  noticedBy: 7,
  ownLook: 4,
  /** Minutes set aside for a meeting. */
  minutes: 600,
  /** One update of the document, in bytes (design.md 5). */
  updateBytes: 256 * 1024,
} as const;
