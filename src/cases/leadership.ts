/**
 * Who leads the meeting, as this window may say it (design.md 4, *Who leads*). Between devices the lead changes when it is
 * asked for and handed over, or, where nothing has been heard of the leader's device for a minute, by a deliberate act.
 */

import { isOpen } from '../meeting/meetingState.ts';
import type { CaseState } from '../meeting/workspace.ts';
import type { ClockDep, Instant } from '../shared/deps.ts';
import type { Fact, PlacedFact } from '../shared/fact.ts';
import type { LeadStatus } from './leadLock.ts';

export type Leadership =
  /** No meeting is under way, or nobody leads it yet. */
  | { readonly is: 'nobody' }
  | { readonly is: 'here'; readonly asked: AskingDevice | null }
  | { readonly is: 'otherWindow' }
  | {
      readonly is: 'otherDevice';
      /** Who led last from there; null where it is not known. */
      readonly name: string | null;
      /** This device has asked, and waits. */
      readonly hasAsked: boolean;
      /** It was handed over to this device, and waits to be taken. */
      readonly isOffered: boolean;
      /** Nothing was heard of that device since then, for more than a minute; null while it is heard. */
      readonly unseenSince: Instant | null;
    };

export interface AskingDevice {
  readonly device: string;
  readonly name: string;
}

/** Nothing heard for this long: it may be gone. */
export const unseenAfterMs = 60_000;
/** A question that nobody has answered for this long is over. */
const askedForMs = 120_000;

export interface Heard {
  /** What is here of each device: more than before means that it was heard of. */
  readonly noteHighest: (highest: Readonly<Record<string, number>>) => void;
  readonly noteHere: (device: string) => void;
  /** When a device was heard of last; when this window was opened, if never since. */
  readonly at: (device: string) => Instant;
}

export const createHeard = ({ clock }: ClockDep): Heard => {
  const opened = clock.now();
  const heardAt = new Map<string, Instant>();
  let before: Readonly<Record<string, number>> | null = null;
  return {
    noteHighest: (highest) => {
      for (const [device, seq] of Object.entries(highest)) {
        if (before !== null && seq > (before[device] ?? 0)) heardAt.set(device, clock.now());
      }
      before = highest;
    },
    noteHere: (device) => {
      heardAt.set(device, clock.now());
    },
    at: (device) => heardAt.get(device) ?? opened,
  };
};

export const readLeadership = (
  { meeting: { current }, log }: CaseState,
  own: string,
  lock: LeadStatus,
  heard: Pick<Heard, 'at'>,
  now: Instant,
): Leadership => {
  const { leader, term, id } = current;
  if (!isOpen(current) || leader === null) return { is: 'nobody' };
  const said = log.filter(({ fact }) => isAbout(fact, id, term));
  if (leader === own) {
    if (lock === 'elsewhere') return { is: 'otherWindow' };
    const asked = said.findLast(
      ({ fact, device }) =>
        fact.type === 'leader.asked' && device !== own && now - fact.at < askedForMs,
    );
    const isAnswered = asked !== undefined && said.some((placed) => isOffer(placed, asked.device));
    return {
      is: 'here',
      asked:
        asked === undefined || isAnswered
          ? null
          : { device: asked.device, name: asked.fact.by.name },
    };
  }
  const heardAt = heard.at(leader);
  return {
    is: 'otherDevice',
    name: log.findLast(({ device }) => device === leader)?.fact.by.name ?? null,
    hasAsked: said.some(
      ({ fact, device }) =>
        fact.type === 'leader.asked' && device === own && now - fact.at < askedForMs,
    ),
    isOffered: said.some((placed) => placed.device === leader && isOffer(placed, own)),
    unseenSince: now - heardAt < unseenAfterMs ? null : heardAt,
  };
};

const dataOf = ({ data }: Fact): Readonly<Record<string, unknown>> =>
  typeof data === 'object' && data !== null ? { ...data } : {};

const isAbout = (fact: Fact, meeting: string | null, term: number): boolean => {
  if (fact.type !== 'leader.asked' && fact.type !== 'leader.offered') return false;
  const data = dataOf(fact);
  return data['meetingId'] === meeting && data['term'] === term;
};

const isOffer = ({ fact }: PlacedFact, to: string): boolean =>
  fact.type === 'leader.offered' && dataOf(fact)['to'] === to;
