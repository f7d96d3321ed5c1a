import type { Instant } from '../shared/deps.ts';
import type { Author } from './model.ts';

/** What every command needs to know of the world: who writes, when, and fresh names for things. */
export interface WriteContext {
  readonly by: Author;
  readonly at: Instant;
  /** A random name, as `createId` of shared/ids.ts makes it: never with `|` or `/`. */
  readonly newId: () => string;
}
