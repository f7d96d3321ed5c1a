import * as v from 'valibot';
import { textToBytes } from '../shared/bytes.ts';
import type { Instant } from '../shared/deps.ts';
import type { Fact, PlacedFact } from '../shared/fact.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { hashText, toCanonicalJson } from './canonicalJson.ts';
import { type ConsentSummaryInput, canonicalPlan } from './canonicalPlan.ts';
import { authorSchema, instantSchema } from './fields.ts';
import type { Author, SipPlan } from './model.ts';
import { type PlanContent, planContentSchema } from './planContent.ts';
import { planOfContent } from './planOfContent.ts';
import type { WriteContext } from './writeContext.ts';

/**
 * **Gör planen klar** makes a version: a fact that holds the canonical JSON itself and its SHA-256. It names the
 * hashes of the versions before it, is checked on every reading and never changes (design.md 5). The hash is never
 * stored or sent in clear.
 */
export type VersionFact = Fact<
  'version.frozen',
  { readonly hash: string; readonly content: string }
>;

export type PlanVersion = SoundVersion | DamagedVersion;

export interface SoundVersion {
  readonly sound: true;
  /** Of the fact. */
  readonly id: string;
  /** **Klar, version 1**. Two frozen at the same time have the same number, and both stand. */
  readonly n: number;
  readonly at: Instant;
  readonly by: Author;
  readonly hash: string;
  readonly parents: readonly string[];
  readonly content: PlanContent;
  /** The content read as a plan, for print and text. */
  readonly plan: SipPlan;
}

/** Its content is not what was frozen, or cannot be read: shown in **Historik**, never printed. */
export interface DamagedVersion {
  readonly sound: false;
  readonly id: string;
  readonly at: Instant;
  readonly by: Author;
}

export type FreezeError =
  /** No recorded yes to making a SIP: the one hard stop (field.md 7). */
  | { readonly kind: 'noConsentToMake' }
  /** More than one record can hold. */
  | { readonly kind: 'tooLarge' };

/** In bytes of JSON; a record holds 256 kB. */
const maxContentBytes = 240 * 1024;

/**
 * A maker of the fact, or why it cannot be. `versions` are all that are known: those that no other names become
 * its parents, so that of two frozen at once the next names both.
 */
export const freezeVersion = (input: {
  readonly plan: SipPlan;
  readonly consent: ConsentSummaryInput;
  readonly versions: readonly PlanVersion[];
}): Result<(ctx: WriteContext) => VersionFact, FreezeError> => {
  if (input.consent.make.answer !== 'yes') return err({ kind: 'noConsentToMake' });
  const sound = soundVersions(input.versions);
  const n = sound.reduce((highest, version) => Math.max(highest, version.n), 0) + 1;
  const parents = headsOf(sound).map(({ hash }) => hash);
  const plan = canonicalPlan(input.plan, input.consent);
  const contentAt = ({ at, by }: Pick<WriteContext, 'at' | 'by'>): string =>
    toCanonicalJson({
      version: { n, at, by: { name: by.name, function: by.function, unit: by.unit }, parents },
      plan,
    });
  if (byteLength(plan) > maxContentBytes) return err({ kind: 'tooLarge' });
  return ok((ctx) => {
    const content = contentAt(ctx);
    return {
      id: ctx.newId(),
      type: 'version.frozen',
      at: ctx.at,
      by: { name: ctx.by.name, function: ctx.by.function, unit: ctx.by.unit },
      data: { hash: hashText(content), content },
    };
  });
};

const byteLength = (value: unknown): number => textToBytes(toCanonicalJson(value)).length;

/** Every version, by number and then by time. What was checked once of a fact in memory is not checked again. */
export const foldVersions = (facts: readonly PlacedFact[]): readonly PlanVersion[] => {
  const versions = facts
    .filter(({ fact }) => fact.type === 'version.frozen')
    .map(({ fact }) => readVersion(fact));
  return versions.sort(
    (a, b) => (a.sound ? a.n : 0) - (b.sound ? b.n : 0) || a.at - b.at || (a.id < b.id ? -1 : 1),
  );
};

export const soundVersions = (versions: readonly PlanVersion[]): readonly SoundVersion[] =>
  versions.filter((version): version is SoundVersion => version.sound);

/** The present version or versions: those that no other names as the one before it. */
export const headsOf = (versions: readonly SoundVersion[]): readonly SoundVersion[] => {
  const named = new Set(versions.flatMap(({ parents }) => parents));
  return versions.filter(({ hash }) => !named.has(hash));
};

const checked = new WeakMap<Fact, PlanVersion>();

const readVersion = (fact: Fact): PlanVersion => {
  const known = checked.get(fact);
  if (known !== undefined) return known;
  const version = checkVersion(fact);
  checked.set(fact, version);
  return version;
};

const checkVersion = ({ id, at, by, data }: Fact): PlanVersion => {
  const damaged: DamagedVersion = { sound: false, id, at, by };
  const parsed = v.safeParse(dataSchema, data);
  if (!parsed.success) return damaged;
  const { hash, content } = parsed.output;
  if (hashText(content) !== hash) return damaged;
  const inside = v.safeParse(contentSchema, parseJson(content));
  if (!inside.success) return damaged;
  const { version, plan } = inside.output;
  return { sound: true, id, hash, ...version, content: plan, plan: planOfContent(plan) };
};

const dataSchema = v.object({ hash: v.string(), content: v.string() });

const contentSchema = v.object({
  version: v.object({
    n: v.pipe(v.number(), v.integer(), v.minValue(1)),
    at: instantSchema,
    by: authorSchema,
    parents: v.array(v.string()),
  }),
  plan: planContentSchema,
});

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
