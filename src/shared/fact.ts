import type { Instant } from './deps.ts';

/** What happened: immutable, sealed, a set that only grows (design.md 5). */
export interface Fact<Type extends string = string, Data = unknown> {
  readonly id: string;
  readonly type: Type;
  readonly at: Instant;
  /** Who: the name, function and unit of **Mina uppgifter** as they stood then. */
  readonly by: { readonly name: string; readonly function: string; readonly unit: string };
  readonly data: Data;
}

/** A fact with its place in the journal: which device wrote it, as its how manieth record, having seen what. */
export interface PlacedFact<F extends Fact = Fact> {
  readonly fact: F;
  readonly device: string;
  readonly seq: number;
  /** Highest `seq` known of each other device when it was written. */
  readonly seen: Readonly<Record<string, number>>;
  /** First and last number of its own device that it had not: another window wrote them, and they were not shown yet. */
  readonly unseen?: readonly [number, number];
}

/** True when the writer of `later` had `earlier` before their eyes. Neither way round means concurrent. */
export const hadSeen = (later: PlacedFact, earlier: PlacedFact): boolean =>
  later.device === earlier.device
    ? later.seq > earlier.seq && !isBetween(earlier.seq, later.unseen)
    : (later.seen[earlier.device] ?? 0) >= earlier.seq;

const isBetween = (seq: number, ends: PlacedFact['unseen']): boolean =>
  ends !== undefined && ends[0] <= seq && seq <= ends[1];
