import type { Instant } from './deps.ts';

/** What can be said without a word (field.md 16). Nothing else can be: a signal holds no text. */
export const signalCards = [
  'paus',
  'forstarInte',
  'sagaNagot',
  'forFort',
  'intePrata',
  'gaUt',
  'lasUpp',
] as const;

export type SignalCard = (typeof signalCards)[number];

/** Which signal it is about. */
export interface SignalName {
  /** Id of the meeting. A signal lives no longer than that. */
  readonly meeting: string;
  /** Who gave it: 16 random bytes as base64url, anew each time a screen is opened. Says nothing about anybody. */
  readonly from: string;
  /** 1, 2, 3 … of that giver in that meeting. */
  readonly number: number;
}

/**
 * One step of a signal, on the same device or over the network (docs/sync-protocol.md 5). They may come twice and in any
 * order (meeting/signals.ts).
 */
export type SignalMessage = SignalName & {
  /** By the giver's clock or the leader's; never used for order. */
  readonly at: Instant;
} & (
    | {
        /** Given. */
        readonly is: 'raised';
        readonly card: SignalCard;
        /** Id of the participant who says it; null is the one whose plan it is. */
        readonly whose: string | null;
      }
    /** It stands before the leader. · **Tack, jag såg**. · Taken back by who gave it. */
    | { readonly is: 'sent' | 'seen' | 'gone' }
  );

export type RaisedSignal = Extract<SignalMessage, { readonly is: 'raised' }>;

/**
 * **Hur var mötet?** answered on the individual's own phone (docs/sync-protocol.md 5). Like a signal it changes nothing: a
 * person decides whether it is counted. `sent`, `seen` (counted) and `gone` (not counted) answer it.
 */
export interface AnsweredMessage extends SignalName {
  readonly is: 'answered';
  readonly at: Instant;
  readonly who: 'individual' | 'child';
  /** Six digits (shared/surveyAnswers.ts). */
  readonly answers: string;
}

/** What goes over a share's channel beside what it shows. */
export type ShareMessage = SignalMessage | AnsweredMessage;
