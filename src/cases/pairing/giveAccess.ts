/**
 * The device that lets another in: shows two forms of a one-time code, waits for one who has it, shows a check word, and
 * hands the keys to that one alone once a person has said that the words are the same. After ten minutes it is over.
 */
import { base64UrlToBytes, bytesEqual, bytesToBase64Url } from '../../shared/bytes.ts';
import type { Instant } from '../../shared/deps.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import {
  createQrCode,
  createTypedCode,
  pairingGroups,
  pairingQrText,
} from '../../vault/pairingCode.ts';
import { createPairingSigner, type PairingSigner } from '../../vault/pairingSigner.ts';
import type { VaultSession } from '../../vault/vaultSession.ts';
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

export interface GivingDeps extends PairingDeps {
  readonly session: Pick<VaultSession, 'boxRoot' | 'publicKey'>;
}

export interface GivingInput {
  readonly use: PairingUse;
  /** What the other reads: the name of this device, or of the person. */
  readonly name: string;
  readonly organisation: string;
  readonly caseId: string | null;
  /** Sent along between one's own devices. */
  readonly details: unknown;
  /** Asked for when a person has said yes: the ring that the other is let into. */
  readonly ring: (other: Other) => Promise<Result<string, unknown>>;
}

/** Who has answered. */
export interface Other {
  readonly name: string;
  readonly organisation: string;
  /** Public key of the vault, base64url: names it. */
  readonly member: string;
}

export type GivingState =
  | { readonly is: 'starting' }
  | {
      readonly is: 'showing';
      readonly qr: string;
      readonly groups: readonly string[];
      readonly until: Instant;
    }
  /** `check`: to be compared as a word with what the other shows. */
  | { readonly is: 'comparing'; readonly check: number; readonly name: string }
  | { readonly is: 'giving'; readonly name: string }
  /** On the other's disk. */
  | { readonly is: 'done'; readonly name: string; readonly member: string }
  | {
      readonly is: 'stopped';
      readonly why: PairingStop;
      /** The other's organisation, where that is why. */
      readonly organisation?: string;
    };

export interface Giving extends Sight<GivingState> {
  /** A person says that the words are the same. */
  readonly confirm: () => void;
  readonly cancel: () => void;
}

export const codeLivesMs = 10 * 60_000;

export const startGiving = (deps: GivingDeps, input: GivingInput): Giving => {
  const sight = createSight<GivingState>({ is: 'starting' });
  const until = deps.clock.now() + codeLivesMs;
  let cancelled = false;
  let confirmed = false;
  const patience: Patience = {
    timers: deps.timers,
    now: deps.clock.now,
    isOver: () => cancelled || deps.clock.now() >= until,
  };
  const points: MeetingPoint[] = [];

  const stop = async (why: PairingStop, organisation?: string): Promise<void> => {
    if (sight.get().is === 'stopped') return;
    sight.set({
      is: 'stopped',
      why: why === 'cancelled' && !cancelled ? 'expired' : why,
      ...(organisation !== undefined && { organisation }),
    });
    await leave();
  };

  const leave = async (): Promise<void> => {
    await Promise.all(points.map((point) => point.end()));
  };

  const run = async (): Promise<void> => {
    const number = bytesToBase64Url(deps.random.bytes(32));
    const { use, name, organisation } = input;
    const promise = await hashOf(number);
    const made = await createPairingSigner(deps);
    if (!made.ok) return stop('notKept');
    const signer = bytesToBase64Url(made.value.publicKey);
    const offer: PairingMessage = { is: 'offer', use, promise, signer, name, organisation };
    const codes = [createQrCode(deps), createTypedCode(deps)] as const;
    const offers: string[] = [];
    for (const code of codes) {
      const point = await openMeetingPoint(deps, code);
      if (!point.ok) return stop('notKept');
      const opened = await insist(patience, () => point.value.open());
      if (!opened.ok) return stop(opened.error);
      points.push(point.value);
      const said = await insist(patience, () => point.value.say(offer));
      if (!said.ok) return stop(said.error);
      offers.push(said.value);
    }
    if (cancelled) return stop('cancelled');
    sight.set({
      is: 'showing',
      qr: pairingQrText(codes[0]),
      groups: pairingGroups(codes[1]),
      until,
    });
    const met = await firstToCome();
    if (!met.ok) return stop(met.error);
    const { point, hello } = met.value;
    const offerId = offers[points.indexOf(point)] ?? '';
    return meet({ point, offerId, signer: made.value, number }, hello);
  };

  const firstToCome = async (): Promise<
    Result<{ readonly point: MeetingPoint; readonly hello: Hello }, PairingStop>
  > => {
    for (;;) {
      for (const point of points) {
        const heard = await insist(patience, () => point.hear());
        if (!heard.ok) return heard;
        const no = heard.value.find(isNo);
        const hello = heard.value.flatMap(helloOf)[0];
        if (hello !== undefined) return ok({ point, hello });
        if (no !== undefined)
          return err(no.message.why === 'organisation' ? 'otherOrganisation' : 'cancelledThere');
      }
      await pause(deps, askEveryMs);
      if (patience.isOver()) return err('cancelled');
    }
  };

  const meet = async (
    { point, offerId, signer, number }: Offered,
    { id, message }: Hello,
  ): Promise<void> => {
    const publicKey = base64UrlToBytes(message.key);
    if (publicKey === null || publicKey.length !== 32) return stop('notKept');
    if (bytesEqual(publicKey, deps.session.publicKey)) return refuse(point, 'self');
    if (input.use === 'writers' && !sameOrganisation(input.organisation, message.organisation)) {
      return refuse(point, 'organisation', message.organisation);
    }
    const told: PairingMessage = { is: 'number', number };
    const said = await insist(patience, () => point.say(told));
    if (!said.ok) return stop(said.error);
    const check = await checkNumber([offerId, id, number]);
    sight.set({ is: 'comparing', check, name: message.name });
    const yes = await waitFor(point, () => confirmed);
    if (!yes.ok) return stop(yes.error);
    sight.set({ is: 'giving', name: message.name });
    const both = await waitFor(point, (heard) => heard.some(isOf('same')));
    if (!both.ok) return stop(both.error);
    const ring = await input.ring({
      name: message.name,
      organisation: message.organisation,
      member: message.key,
    });
    const box = ring.ok ? await deps.session.boxRoot(ring.value, publicKey) : ring;
    if (!box.ok) return stop('notKept');
    const { caseId, details } = input;
    const given: GivenRoot = { box: bytesToBase64Url(box.value), caseId, details };
    const text = JSON.stringify(given);
    const signature = bytesToBase64Url(await signer.sign(signedRoot(offerId, id, text)));
    const root: PairingMessage = { is: 'root', said: text, signature };
    const sent = await insist(patience, () => point.say(root));
    if (!sent.ok) return stop(sent.error);
    const done = await waitFor(point, (heard) => heard.some(isOf('done')));
    if (!done.ok) return stop(done.error);
    sight.set({ is: 'done', name: message.name, member: message.key });
    return leave();
  };

  const refuse = async (
    point: MeetingPoint,
    why: 'self' | 'organisation',
    organisation?: string,
  ): Promise<void> => {
    const no: PairingMessage = { is: 'no', why };
    await insist(patience, () => point.say(no));
    // The other is to hear why before it is over.
    await pause(deps, 5 * askEveryMs);
    return stop(why === 'self' ? 'self' : 'otherOrganisation', organisation);
  };

  /** Until `isThere`, or the other says no. */
  const waitFor = async (
    point: MeetingPoint,
    isThere: (heard: readonly Heard[]) => boolean,
  ): Promise<Result<void, PairingStop>> => {
    for (;;) {
      const heard = await insist(patience, () => point.hear());
      if (!heard.ok) return heard;
      if (heard.value.some(isNo)) return err('cancelledThere');
      if (isThere(heard.value)) return ok(undefined);
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
      void stop('cancelled');
    },
  };
};

interface Offered {
  readonly point: MeetingPoint;
  readonly offerId: string;
  readonly signer: PairingSigner;
  readonly number: string;
}

interface Hello {
  readonly id: string;
  readonly message: Extract<PairingMessage, { readonly is: 'hello' }>;
}

const helloOf = ({ id, message, isOwn }: Heard): readonly Hello[] =>
  message.is === 'hello' && !isOwn ? [{ id, message }] : [];

const isOf =
  (is: PairingMessage['is']) =>
  ({ message, isOwn }: Heard): boolean =>
    message.is === is && !isOwn;

const isNo = (
  heard: Heard,
): heard is Heard & { readonly message: Extract<PairingMessage, { readonly is: 'no' }> } =>
  heard.message.is === 'no' && !heard.isOwn;
