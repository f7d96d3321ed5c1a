/**
 * Bringing a second device, or a colleague's, together with this one (docs/sync-protocol.md, *Pairing*). One side offers and
 * shows a code; the other takes it. Both then show the same check words, and only when a person has said that they agree
 * does the offering side give the root of a ring, sealed to the other vault's public key. A photographed code gives nobody
 * anything without that.
 */

import type { ClockDep, RandomDep } from '../../../shared/deps.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { CaseKeys } from '../../../vault/caseKeys.ts';
import { openPairingKeys, pairingCheck } from '../../../vault/pairingKeys.ts';
import { signEnd } from '../../../vault/signMessages.ts';
import type { VaultSession } from '../../../vault/vaultSession.ts';
import type { TimersDep } from '../../timers.ts';
import { packEnd } from '../farewell.ts';
import type { ChannelLink, Relay, RelayError } from '../relay.ts';
import { toBytes, toText } from '../ringFacts.ts';
import { createQrCode, createTypedCode, readPairingCode } from './pairingCode.ts';
import { createStore } from './pairingStore.ts';
import { hearAll, type Party, type Said, say, type Talk } from './pairingTalk.ts';
import { sameOrganisation } from './sameOrganisation.ts';

export interface PairingDeps extends ClockDep, RandomDep, TimersDep {
  readonly session: VaultSession;
  readonly relay: Relay;
  readonly serverName: string;
  /** Who this side is, but for the key of its vault. */
  readonly me: Omit<Party, 'publicKey'>;
}

export type PairingState =
  /** The code is shown, or the offer is looked for. */
  | { readonly is: 'waiting' }
  /** Both are there: do the check words agree? On the side that takes, only shown. */
  | { readonly is: 'asking'; readonly check: number; readonly other: Party }
  /** Said yes; the other is about to have it. */
  | { readonly is: 'giving' }
  | { readonly is: 'done'; readonly other: Party }
  | { readonly is: 'failed'; readonly why: PairingFailure };

export type PairingFailure =
  | 'badCode'
  /** No such offer now: too late, or another code. */
  | 'noOffer'
  | 'otherOrganisation'
  /** One of the two has not said which organisation answers for the data. */
  | 'organisationMissing'
  /** More than one answered: somebody else may have seen the code. Nothing was given. */
  | 'twoAnswered'
  | 'tooLate'
  | 'cancelled'
  | 'offline'
  | 'mayNotOpen'
  | 'storage';

export interface Pairing {
  readonly state: () => PairingState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly cancel: () => void;
}

export interface Offer extends Pairing {
  readonly code: string;
  /** The check words agree. */
  readonly confirm: () => void;
}

/** What is given once it is confirmed: gives the id of a ring, which may be made then. */
export type GiveRing = (other: Party) => Promise<Result<string, { readonly kind: string }>>;

/** After this long nobody is waited for any more. */
export const pairingMs = 10 * 60_000;
const lookEveryMs = 1_000;

export interface OfferOptions {
  readonly what: 'device' | 'case';
  readonly form: 'qr' | 'typed';
  readonly ring: GiveRing;
}

export const offerPairing = (deps: PairingDeps, { what, form, ring }: OfferOptions): Offer => {
  const { text, secret } = form === 'qr' ? createQrCode(deps) : createTypedCode(deps);
  const talk = createTalk(deps, secret);
  let confirmed: (() => void) | null = null;

  void talk.run(async ({ keys, link, hearUntil, speak, set }) => {
    const opened = await link.open();
    if (!opened.ok) return failureOf(opened.error);
    const mine = partyOf(deps);
    const offered = await speak({ is: 'offer', what, from: mine });
    if (!offered.ok) return failureOf(offered.error);
    const hello = await hearUntil(othersHello);
    if (!hello.ok) return hello.error;
    const { from } = hello.value;
    const organisations =
      what === 'case' ? sameOrganisation(mine.organisation, from.organisation) : 'same';
    if (organisations !== 'same') {
      return refusalOf(organisations);
    }
    const publicKeys = [toBytes(mine.publicKey), toBytes(from.publicKey)] as const;
    const check = await pairingCheck(keys, [publicKeys[0], publicKeys[1]]);
    set({ is: 'asking', check, other: from });
    const agreed = await new Promise<boolean>((answer) => {
      confirmed = () => answer(true);
      talk.onEnd(() => answer(false));
    });
    if (!agreed) return 'cancelled';
    const again = await hearAll(keys, link);
    if (!again.ok) return failureOf(again.error);
    if (hellosIn(again.value).length !== 1) {
      return 'twoAnswered';
    }
    set({ is: 'giving' });
    const given = await ring(from);
    if (!given.ok) return 'storage';
    const box = await deps.session.boxRoot(given.value, publicKeys[1]);
    if (!box.ok) return 'storage';
    const told = await speak({ is: 'root', box: toText(box.value) });
    if (!told.ok) return failureOf(told.error);
    const taken = await hearUntil((said) => said.find(({ talk: { is } }) => is === 'taken'));
    if (!taken.ok) return taken.error;
    set({ is: 'done', other: from });
    return null;
  }, true);
  return { ...talk.pairing, code: text, confirm: () => confirmed?.() };
};

/** `what`: which kind of offer is expected; another is refused. */
export const takePairing = (
  deps: PairingDeps,
  code: string,
  what: OfferOptions['what'],
): Pairing => {
  const secret = readPairingCode(code);
  const talk = createTalk(deps, secret ?? new Uint8Array());
  if (secret === null) {
    talk.fail('badCode');
    return talk.pairing;
  }
  void talk.run(async ({ keys, link, hearUntil, speak, set }) => {
    const said = await hearAll(keys, link);
    if (!said.ok) return said.error.kind === 'offline' ? 'offline' : 'noOffer';
    const offer = said.value.flatMap(({ talk: spoken }) =>
      spoken.is === 'offer' ? [spoken] : [],
    )[0];
    if (offer === undefined || offer.what !== what) return 'noOffer';
    const mine = partyOf(deps);
    const greeted = await speak({ is: 'hello', from: mine });
    if (!greeted.ok) return failureOf(greeted.error);
    const check = await pairingCheck(keys, [
      toBytes(offer.from.publicKey),
      toBytes(mine.publicKey),
    ]);
    const organisations = sameOrganisation(offer.from.organisation, mine.organisation);
    // The other side has the same two names before it, and comes to the same.
    if (what === 'case' && organisations !== 'same') return refusalOf(organisations);
    set({ is: 'asking', check, other: offer.from });
    const answer = await hearUntil((all) =>
      all.flatMap(({ talk: spoken }) => (spoken.is === 'root' ? [spoken] : [])).at(0),
    );
    if (!answer.ok) return answer.error;
    const coming = await deps.session.openBoxedRoot(toBytes(answer.value.box));
    if (!coming.ok) return 'twoAnswered';
    const kept = await deps.session.keepRoot(coming.value);
    if (!kept.ok) return 'storage';
    await speak({ is: 'taken' });
    set({ is: 'done', other: offer.from });
    return null;
  }, false);
  return talk.pairing;
};

const refusalOf = (organisations: 'other' | 'unknown'): PairingFailure =>
  organisations === 'other' ? 'otherOrganisation' : 'organisationMissing';

const partyOf = ({ session, me }: PairingDeps): Party => ({
  ...me,
  publicKey: toText(session.publicKey),
});

const hellosIn = (said: readonly Said[]) =>
  said.flatMap(({ talk, isOwn }) => (talk.is === 'hello' && !isOwn ? [talk] : []));

const othersHello = (said: readonly Said[]) => hellosIn(said)[0];

const failureOf = ({ kind }: RelayError): PairingFailure => {
  if (kind === 'mayNotOpen') return kind;
  // The other side has ended the talk.
  return kind === 'ended' || kind === 'noChannel' || kind === 'locked' ? 'cancelled' : 'offline';
};

interface Inside {
  readonly keys: CaseKeys;
  readonly link: ChannelLink;
  readonly speak: (talk: Talk) => Promise<Result<void, RelayError>>;
  /** Looks again and again until it is found, it is too late, or nobody wants it any more. */
  readonly hearUntil: <T>(
    find: (said: readonly Said[]) => T | undefined,
  ) => Promise<Result<T, PairingFailure>>;
  readonly set: (state: PairingState) => void;
}

/** One side of the talk: its keys, its end, and what is shown of it. */
const createTalk = (deps: PairingDeps, secret: Uint8Array<ArrayBuffer>) => {
  const store = createStore<PairingState>({ is: 'waiting' });
  const ends = new Set<() => void>();
  const began = deps.clock.now();
  let ended: PairingFailure | null = null;

  const end = (why: PairingFailure): void => {
    if (ended !== null) return;
    ended = why;
    for (const each of [...ends]) each();
  };
  const fail = (why: PairingFailure): void => {
    end(why);
    store.set({ is: 'failed', why });
  };

  const run = async (
    work: (inside: Inside) => Promise<PairingFailure | null>,
    endsChannel: boolean,
  ): Promise<void> => {
    const keys = await openPairingKeys(deps, secret);
    if (!keys.ok) return fail('storage');
    const link = deps.relay.link(keys.value);
    let seq = 0;
    const hearUntil: Inside['hearUntil'] = async (find) => {
      for (;;) {
        if (ended !== null) return err(ended);
        if (deps.clock.now() - began > pairingMs) return err('tooLate');
        const said = await hearAll(keys.value, link);
        if (!said.ok && said.error.kind !== 'offline') return err(failureOf(said.error));
        const found = said.ok ? find(said.value) : undefined;
        if (found !== undefined) return ok(found);
        await new Promise<void>((done) => {
          const cancel = deps.timers.after(lookEveryMs, done);
          ends.add(() => {
            cancel();
            done();
          });
        });
      }
    };
    const why = await work({
      keys: keys.value,
      link,
      hearUntil,
      set: store.set,
      speak: (talk) => {
        seq += 1;
        return say(deps, keys.value, link, seq, talk);
      },
    });
    if (why !== null) fail(ended ?? why);
    if (!endsChannel) return;
    const signed = await signEnd(keys.value, deps.serverName);
    if (signed.ok) await deps.relay.end(packEnd(signed.value));
  };

  return {
    run,
    fail,
    onEnd: (each: () => void) => {
      ends.add(each);
    },
    pairing: {
      state: store.get,
      subscribe: store.subscribe,
      cancel: () => end('cancelled'),
    },
  };
};
