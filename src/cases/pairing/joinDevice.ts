/**
 * The device that wants in: reads a one-time code, says who it is, shows a check word, and keeps the keys that come once a
 * person on each device has said that the words are the same. What they lead to is fetched afterwards by syncing.
 */
import { base64UrlToBytes, bytesToBase64Url } from '../../shared/bytes.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { isSaidBy } from '../../vault/pairingSigner.ts';
import type { ComingRoot } from '../../vault/rootWork.ts';
import type { Secret } from '../../vault/secret.ts';
import type { VaultSession } from '../../vault/vaultSession.ts';
import { keepRingUse, type RingUse, readRingUse } from '../sync/ringUse.ts';
import { type HereDeps, whatIsHere } from './alreadyHere.ts';
import {
  checkNumber,
  type Heard,
  hashOf,
  type MeetingPoint,
  openMeetingPoint,
  type PairingDeps,
} from './meetingPoint.ts';
import {
  type GivenRoot,
  type PairingMessage,
  type PairingUse,
  readGivenRoot,
  signedRoot,
} from './pairingMessages.ts';
import {
  askEveryMs,
  createSight,
  insist,
  type PairingStop,
  type Patience,
  pause,
  type Sight,
} from './pairingStep.ts';
import { sameOrganisation } from './sameOrganisation.ts';

export interface JoiningDeps extends PairingDeps {
  readonly session: VaultSession;
  readonly journal: HereDeps['journal'];
}

export interface JoiningInput {
  readonly code: Secret;
  /** What the other reads, by what the code is for. */
  readonly nameFor: (use: PairingUse) => string;
  readonly organisation: string;
  /** Called with what came along, before the other is told that all is kept. */
  readonly onKept: (joined: Joined) => Promise<boolean>;
}

export interface Joined {
  readonly use: PairingUse;
  readonly ringId: string;
  readonly caseId: string | null;
  readonly details: unknown;
}

export type JoiningState =
  | { readonly is: 'reaching' }
  | {
      readonly is: 'comparing';
      readonly check: number;
      readonly name: string;
      readonly use: PairingUse;
    }
  /** A person here has said that the words are the same; one by the other has not yet. */
  | { readonly is: 'waiting' }
  | ({ readonly is: 'done' } & Joined)
  | { readonly is: 'stopped'; readonly why: PairingStop; readonly organisation?: string };

export interface Joining extends Sight<JoiningState> {
  /** A person says that the words are the same: this device is to belong there. Nothing is kept before. */
  readonly confirm: () => void;
  readonly cancel: () => void;
}

/** Longer than the other shows its code: it is the one who says when it is over. */
const longestMs = 12 * 60_000;

export const startJoining = (deps: JoiningDeps, input: JoiningInput): Joining => {
  const sight = createSight<JoiningState>({ is: 'reaching' });
  const until = deps.clock.now() + longestMs;
  let cancelled = false;
  let confirmed = false;
  let meetsAt: MeetingPoint | null = null;
  const patience: Patience = {
    timers: deps.timers,
    now: deps.clock.now,
    isOver: () => cancelled || deps.clock.now() >= until,
  };

  const stop = (why: PairingStop, organisation?: string): void => {
    if (sight.get().is === 'stopped') return;
    sight.set({
      is: 'stopped',
      why: why === 'cancelled' && !cancelled ? 'expired' : why,
      ...(organisation !== undefined && { organisation }),
    });
  };

  const run = async (): Promise<void> => {
    const made = await openMeetingPoint(deps, input.code);
    if (!made.ok) return stop('notKept');
    const point = made.value;
    meetsAt = point;
    const first = await insist(patience, () => point.hear());
    if (!first.ok) return stop(first.error);
    const offer = first.value.flatMap(offerOf)[0];
    if (offer === undefined) return stop('unknownCode');
    if (first.value.some(({ message }) => message.is === 'hello')) return stop('used');
    const { use, organisation } = offer.message;
    if (use === 'writers') {
      if (input.organisation.trim() === '') return stop('noOrganisation');
      if (!sameOrganisation(organisation, input.organisation)) {
        const no: PairingMessage = { is: 'no', why: 'organisation' };
        await insist(patience, () => point.say(no));
        return stop('otherOrganisation', organisation);
      }
    }
    const hello: PairingMessage = {
      is: 'hello',
      key: bytesToBase64Url(deps.session.publicKey),
      number: bytesToBase64Url(deps.random.bytes(16)),
      name: input.nameFor(use),
      organisation: use === 'writers' ? input.organisation : '',
    };
    const said = await insist(patience, () => point.say(hello));
    if (!said.ok) return stop(said.error);
    return meet(point, offer, said.value);
  };

  const meet = async (point: MeetingPoint, offer: Offer, own: string): Promise<void> => {
    const told = await waitFor(point, own, ofKind('number'));
    if (!told.ok) return stop(told.error);
    const { number } = told.value;
    // Not what was promised before this device answered: somebody stands between.
    if ((await hashOf(number)) !== offer.message.promise) return stop('used');
    const { use, name } = offer.message;
    sight.set({ is: 'comparing', use, name, check: await checkNumber([offer.id, own, number]) });
    const yes = await waitFor(point, own, async () => confirmed || null);
    if (!yes.ok) return stop(yes.error);
    sight.set({ is: 'waiting' });
    const same: PairingMessage = { is: 'same' };
    const said = await insist(patience, () => point.say(same));
    if (!said.ok) return stop(said.error);
    const came = await waitFor(point, own, (heard) => rootOf(offer, own, heard));
    if (!came.ok) return stop(came.error);
    const { caseId, details } = came.value;
    const box = base64UrlToBytes(came.value.box);
    const coming = box === null ? null : await deps.session.openBoxedRoot(box);
    if (coming?.ok !== true || !coming.value.isRing) return stop('notKept');
    if ((use === 'writers') !== (caseId !== null)) return stop('notKept');
    const { keys } = coming.value;
    const here = await whatIsHere(deps, keys, caseId);
    if (here === 'taken') return stop('alreadyHere');
    const about: RingUse =
      caseId === null ? { use: 'devices', caseId } : { use: 'writers', caseId, isOwn: false };
    if (here === 'unknown' || !(await keepRing(coming.value, here, about))) return stop('notKept');
    const joined: Joined = { use, ringId: keys.caseId, caseId, details };
    if (!(await input.onKept(joined))) return stop('notKept');
    const done: PairingMessage = { is: 'done' };
    // The keys are here: whether the other hears of it changes nothing.
    await insist(patience, () => point.say(done));
    sight.set({ is: 'done', ...joined });
  };

  /** First what the ring is for: it came from a person, and no more is ever told in it. */
  const keepRing = async (
    coming: ComingRoot,
    here: 'new' | 'same',
    about: RingUse,
  ): Promise<boolean> => {
    const { caseId: ringId } = coming.keys;
    const before = await readRingUse(deps.session, ringId);
    if (!before.ok) return false;
    if (here === 'same') return JSON.stringify(before.value) === JSON.stringify(about);
    const known = await keepRingUse(deps.session, ringId, about);
    return known.ok && (await deps.session.keepRoot(coming)).ok;
  };

  /** Until `find` has found something among what the other said, or it is over. */
  const waitFor = async <T>(
    point: MeetingPoint,
    own: string,
    find: (heard: readonly PairingMessage[]) => Promise<T | null>,
  ): Promise<Result<T, PairingStop>> => {
    for (;;) {
      const heard = await insist(patience, () => point.hear());
      // The other has ended it, after ten minutes or because a person did.
      if (!heard.ok) return err(heard.error === 'unknownCode' ? 'cancelledThere' : heard.error);
      const hello = heard.value.find(({ message }) => message.is === 'hello');
      if (hello !== undefined && hello.id !== own) return err('used');
      const theirs = heard.value.filter(({ isOwn }) => !isOwn).map(({ message }) => message);
      const no = theirs.find(isOf('no'));
      if (no !== undefined) return err(noStops[no.why]);
      const found = await find(theirs);
      if (found !== null) return ok(found);
      await pause(deps, askEveryMs);
      if (patience.isOver()) return err('cancelled');
    }
  };

  void run();
  return {
    get: sight.get,
    subscribe: sight.subscribe,
    confirm: () => {
      confirmed ||= sight.get().is === 'comparing';
    },
    cancel: () => {
      const { is } = sight.get();
      if (is === 'done' || is === 'stopped') return;
      cancelled = true;
      stop('cancelled');
      void meetsAt?.say({ is: 'no', why: 'cancelled' });
    },
  };
};

const noStops = {
  cancelled: 'cancelledThere',
  organisation: 'otherOrganisation',
  self: 'self',
} as const;

interface Offer {
  readonly id: string;
  readonly message: Extract<PairingMessage, { readonly is: 'offer' }>;
}

const offerOf = ({ id, message, isOwn }: Heard): readonly Offer[] =>
  message.is === 'offer' && !isOwn ? [{ id, message }] : [];

const isOf =
  <Is extends PairingMessage['is']>(is: Is) =>
  (message: PairingMessage): message is Extract<PairingMessage, { readonly is: Is }> =>
    message.is === is;

const ofKind =
  <Is extends PairingMessage['is']>(is: Is) =>
  async (heard: readonly PairingMessage[]) =>
    heard.find(isOf(is)) ?? null;

/** Whoever has seen the code can say `root` too: only what is signed with the key that was offered counts. */
const rootOf = async (
  { id, message }: Offer,
  own: string,
  heard: readonly PairingMessage[],
): Promise<GivenRoot | null> => {
  const signer = base64UrlToBytes(message.signer);
  for (const { said, signature } of heard.filter(isOf('root'))) {
    const signed = base64UrlToBytes(signature);
    if (signer === null || signed === null) continue;
    if (await isSaidBy(signer, signedRoot(id, own, said), signed)) return readGivenRoot(said);
  }
  return null;
};
