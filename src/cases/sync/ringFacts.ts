/**
 * What is written in a ring (docs/sync-protocol.md, *Rings*): who has it, and the roots of cases and of other rings. The
 * newest of each counts. What cannot be read is passed over.
 */
import * as v from 'valibot';
import { type Bytes, base64UrlToBytes, bytesToBase64Url } from '../../shared/bytes.ts';
import type { Instant } from '../../shared/deps.ts';
import type { Fact } from '../../shared/fact.ts';
import { oneLine } from '../../shared/oneLine.ts';
import { type RingUse, ringUseSchema } from './ringUse.ts';

const text = v.pipe(v.string(), v.maxLength(400));
const shown = v.pipe(text, v.transform(oneLine));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const memberSchema = v.object({
  /** X25519 public key of the vault there, base64url: names the device. */
  member: text,
  /** What people call it; sealed like all else. */
  name: shown,
});

const rootSchema = v.object({
  caseId: text,
  epoch: count,
  /** As `sealRoot` made it. */
  sealed: text,
  /** Id of its channel: tells two roots of one epoch apart. Not in the oldest ones. */
  channel: v.optional(text),
  /** How far the one who told it had come in it: before that is here, not all has come. */
  heads: v.record(text, count),
  /** By epoch: how far the one who wrote it anew had come in the epochs before. */
  before: v.record(text, v.record(text, count)),
  /** Between one's own devices, where it is the root of a ring: what that ring is for. */
  ring: v.optional(ringUseSchema),
});

/** A person took the case away: one's other devices let go of theirs, and none brings it back. */
const goneSchema = v.object({
  caseId: text,
  epoch: count,
  /** How far the one who took it away had come in it. */
  heads: v.record(text, count),
  /** What their device is called. */
  from: shown,
});

/** The ring goes on under a new root, boxed to each who stays. */
const movedSchema = v.object({ to: text, boxes: v.record(text, text) });

export type RingMember = v.InferOutput<typeof memberSchema> & {
  /** When it last said that it is there. */
  readonly seenAt: Instant;
};
export type RingGone = v.InferOutput<typeof goneSchema> & { readonly at: Instant };
export type RingRoot = v.InferOutput<typeof rootSchema>;

export interface Ring {
  /** As this vault knows it; null: nothing in it counts. */
  readonly about: RingUse | null;
  readonly members: readonly RingMember[];
  /** By case: the one of the highest epoch. Among those who write in a case, of that case alone. */
  readonly roots: ReadonlyMap<string, RingRoot>;
  /** By case: taken away. Its roots up to that epoch stand in `roots` no more. */
  readonly gone: ReadonlyMap<string, RingGone>;
  /** Cases of which two roots of the highest epoch were told: two were taken out, or something removed, at once. */
  readonly split: ReadonlySet<string>;
  /**
   * Where it went on: somebody was removed, and nothing more is told here. `disputed`: two say so differently, and one of
   * them may be the one who was removed: nobody is followed, people pair again.
   */
  readonly moved: v.InferOutput<typeof movedSchema> | 'disputed' | null;
}

export const ringFactTypes = {
  member: 'ring.member',
  root: 'ring.root',
  gone: 'ring.gone',
  moved: 'ring.moved',
} as const;

export const foldRing = (about: RingUse | null, facts: readonly Fact[]): Ring => {
  const members = new Map<string, RingMember>();
  const roots = new Map<string, RingRoot>();
  const gone = new Map<string, RingGone>();
  const split = new Set<string>();
  let moved: Ring['moved'] = null;
  for (const { type, data, at } of facts) {
    if (type === ringFactTypes.member) {
      const read = v.safeParse(memberSchema, data);
      if (!read.success) continue;
      const { member } = read.output;
      members.set(member, {
        ...read.output,
        seenAt: Math.max(at, members.get(member)?.seenAt ?? 0),
      });
    } else if (type === ringFactTypes.root) {
      const read = v.safeParse(rootSchema, data);
      if (!read.success || !isToldIn(about, read.output)) continue;
      const { caseId, epoch, channel } = read.output;
      const known = roots.get(caseId);
      if (known !== undefined && epoch > known.epoch) split.delete(caseId);
      const isOther =
        known?.channel !== undefined && channel !== undefined && known.channel !== channel;
      if (known?.epoch === epoch && isOther) split.add(caseId);
      if (known === undefined || epoch >= known.epoch) {
        roots.set(caseId, read.output);
      }
    } else if (type === ringFactTypes.gone) {
      const read = v.safeParse(goneSchema, data);
      if (!read.success || gone.has(read.output.caseId)) continue;
      // Only from one's own devices: whoever was invited to write takes nothing away from others.
      if (about?.use !== 'devices') continue;
      gone.set(read.output.caseId, { ...read.output, at });
    } else if (type === ringFactTypes.moved) {
      const read = v.safeParse(movedSchema, data);
      if (read.success) moved = moved === null ? read.output : 'disputed';
    }
  }
  for (const { caseId, epoch } of gone.values()) {
    if ((roots.get(caseId)?.epoch ?? 0) <= epoch) roots.delete(caseId);
  }
  return {
    about,
    members: [...members.values()],
    roots,
    gone,
    split,
    moved,
  };
};

/** Whoever writes in one case has no say about another, nor about rings. */
const isToldIn = (about: RingUse | null, { caseId, ring }: RingRoot): boolean =>
  about?.use === 'devices' || (about?.caseId === caseId && ring === undefined);

export const toText = (bytes: Bytes): string => bytesToBase64Url(bytes);
export const toBytes = (written: string): Bytes => base64UrlToBytes(written) ?? new Uint8Array();
