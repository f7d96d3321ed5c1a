import * as v from 'valibot';
import type { Receiver } from '../../consent/mayShare.ts';
import type { ShareKind, WhyNotShared } from '../../consent/shares.ts';
import { isLocalDate } from '../../plan/localDate.ts';
import type { WriteContext } from '../../plan/writeContext.ts';
import type { LocalDate } from '../../shared/deps.ts';
import type { Fact } from '../../shared/fact.ts';

/**
 * What is given to somebody over the network, and that it ended: who, what, until when, on which consent (PDL 3:11).
 * What it is made of is never in it. The keys of a share lie in the fact that opened it, sealed as all of the case is: so
 * that any device that writes in the case can end it, also after a removal.
 */
export type ShareOpenedFact = Fact<'share.opened', ShareOpenedData>;
export type ShareEndedFact = Fact<'share.ended', ShareEndedData>;
/** The server has said that nothing of it is left there. */
export type ShareGoneFact = Fact<'share.gone', { readonly shareId: string }>;

export interface ShareOpenedData {
  readonly shareId: string;
  readonly kind: ShareKind;
  readonly receiver: Receiver;
  /** Last day. A live one ends with the meeting at the latest. */
  readonly until: LocalDate | null;
  /** Ids of the answers that it relies on, and what they said that they cover. Nothing for the individual. */
  readonly reliesOn: readonly string[];
  readonly scope: string;
  /** A guardian: what staff judged, in their words. Empty else. */
  readonly judged: string;
  /** Id of the version that was given; null for a live one. */
  readonly versionId: string | null;
  /** What only a writer's device has (`vault/shareKeys.ts`). */
  readonly secret: string;
}

export type ShareEndedWhy =
  /** The consent, or that the identity is protected now. */
  | WhyNotShared
  | 'meetingOver'
  | 'lastDay'
  /** **Sluta dela** */
  | 'staff'
  /** The individual themself wanted it. */
  | 'individual'
  /** The server has none of it any more: too old. */
  | 'aged'
  /** Somebody who knew its keys was taken out. Nothing is wrong with the consent: it may be given anew at once. */
  | 'newKeys';

export interface ShareEndedData {
  readonly shareId: string;
  readonly why: ShareEndedWhy;
  /** Why staff ended it, in their words. Never empty where it was the individual's own. */
  readonly reason: string;
}

export type ShareFact = ShareOpenedFact | ShareEndedFact | ShareGoneFact;

const text = v.string();
const receiver = v.object({
  receiverKind: v.picklist(['individual', 'guardian', 'other']),
  participantId: v.nullable(text),
  name: text,
});

export const shareSchemas = {
  'share.opened': v.object({
    shareId: text,
    kind: v.picklist(['follow', 'plan']),
    receiver,
    until: v.nullable(v.pipe(v.string(), v.check(isLocalDate))),
    reliesOn: v.array(text),
    scope: text,
    judged: text,
    versionId: v.nullable(text),
    secret: text,
  }),
  'share.ended': v.object({
    shareId: text,
    why: v.picklist([
      'notAsked',
      'no',
      'withdrawn',
      'excepted',
      'ended',
      'unreadable',
      'scope',
      'protected',
      'meetingOver',
      'lastDay',
      'staff',
      'individual',
      'aged',
      'newKeys',
    ]),
    reason: text,
  }),
  'share.gone': v.object({ shareId: text }),
} as const satisfies {
  readonly [Type in ShareFact['type']]: v.GenericSchema<
    unknown,
    Extract<ShareFact, { readonly type: Type }>['data']
  >;
};

export const isShareFact = (fact: Fact): fact is ShareFact =>
  Object.hasOwn(shareSchemas, fact.type) &&
  v.is(shareSchemas[fact.type as ShareFact['type']], fact.data);

const fact = <Type extends string, Data>(
  ctx: WriteContext,
  type: Type,
  data: Data,
): Fact<Type, Data> => ({ id: ctx.newId(), type, at: ctx.at, by: ctx.by, data });

export const shareOpened = (ctx: WriteContext, data: ShareOpenedData): ShareOpenedFact =>
  fact(ctx, 'share.opened', data);
export const shareEnded = (ctx: WriteContext, data: ShareEndedData): ShareEndedFact =>
  fact(ctx, 'share.ended', { ...data, reason: data.reason.trim() });
export const shareGone = (ctx: WriteContext, shareId: string): ShareGoneFact =>
  fact(ctx, 'share.gone', { shareId });
