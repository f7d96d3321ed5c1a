/** A canary for each kind of thing that is written, so that a find tells where it came from. */
import { makeCanary } from './searchFiles.ts';

const kinds = [
  'password',
  'details',
  'organisation',
  'name',
  'otherName',
  'people',
  'plan',
  'question',
  'consent',
  'exception',
  'meeting',
  'ownWords',
  'after',
  'history',
  'search',
  'practice',
  'wrongPassword',
  'error',
  'fileName',
  'unsaved',
] as const;

export type CanaryKind = (typeof kinds)[number];

export type Canaries = Readonly<Record<CanaryKind, string>>;

export const makeCanaries = (): Canaries =>
  Object.fromEntries(kinds.map((kind) => [kind, makeCanary()])) as Record<CanaryKind, string>;
