/**
 * The device that wants in: reads a one-time code, says who it is, shows a check word, and keeps the keys that come once a
 * person on the other device has said yes. What they lead to is fetched afterwards by syncing.
 */
import { base64UrlToBytes, bytesToBase64Url } from '../../shared/bytes.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Secret } from '../../vault/secret.ts';
import type { VaultSession } from '../../vault/vaultSession.ts';
import {
  checkNumber,
  type Heard,
  hashOf,
  type MeetingPoint,
  openMeetingPoint,
  type PairingDeps,
} from './meetingPoint.ts';
import type { PairingMessage, PairingUse } from './pairingMessages.ts';
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
  readonly session: Pick<VaultSession, 'openBoxedRoot' | 'keepRoot' | 'publicKey'>;
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
  | ({ readonly is: 'done' } & Joined)
  | { readonly is: 'stopped'; readonly why: PairingStop; readonly organisation?: string };

export interface Joining extends Sight<JoiningState> {
  readonly cancel: () => void;
}

/** Longer than the other shows its code: it is the one who says when it is over. */
const longestMs = 12 * 60_000;

export const startJoining = (deps: JoiningDeps, input: JoiningInput): Joining => {
  const sight = createSight<JoiningState>({ is: 'reaching' });
  const until = deps.clock.now() + longestMs;
  let cancelled = false;
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
    const told = await waitFor(point, own, 'number');
    if (!told.ok) return stop(told.error);
    const { number } = told.value;
    // Not what was promised before this device answered: somebody stands between.
    if ((await hashOf(number)) !== offer.message.promise) return stop('used');
    const { use, name } = offer.message;
    sight.set({ is: 'comparing', use, name, check: await checkNumber([offer.id, own, number]) });
    const came = await waitFor(point, own, 'root');
    if (!came.ok) return stop(came.error);
    const box = base64UrlToBytes(came.value.box);
    const coming = box === null ? null : await deps.session.openBoxedRoot(box);
    if (coming?.ok !== true) return stop('notKept');
    const kept = await deps.session.keepRoot(coming.value);
    const { caseId, details } = came.value;
    const joined: Joined = { use, ringId: coming.value.keys.caseId, caseId, details };
    if (!kept.ok || !(await input.onKept(joined))) return stop('notKept');
    const done: PairingMessage = { is: 'done' };
    // The keys are here: whether the other hears of it changes nothing.
    await insist(patience, () => point.say(done));
    sight.set({ is: 'done', ...joined });
  };

  const waitFor = async <Is extends PairingMessage['is']>(
    point: MeetingPoint,
    own: string,
    is: Is,
  ): Promise<Result<Extract<PairingMessage, { readonly is: Is }>, PairingStop>> => {
    for (;;) {
      const heard = await insist(patience, () => point.hear());
      // The other has ended it, after ten minutes or because a person did.
      if (!heard.ok) return err(heard.error === 'unknownCode' ? 'cancelledThere' : heard.error);
      const hello = heard.value.find(({ message }) => message.is === 'hello');
      if (hello !== undefined && hello.id !== own) return err('used');
      const no = heard.value.find(({ message, isOwn }) => message.is === 'no' && !isOwn);
      if (no?.message.is === 'no') return err(noStops[no.message.why]);
      for (const { message, isOwn } of heard.value) {
        if (!isOwn && isOf(message, is)) return ok(message);
      }
      await pause(deps, askEveryMs);
      if (patience.isOver()) return err('cancelled');
    }
  };

  void run();
  return {
    get: sight.get,
    subscribe: sight.subscribe,
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

const isOf = <Is extends PairingMessage['is']>(
  message: PairingMessage,
  is: Is,
): message is Extract<PairingMessage, { readonly is: Is }> => message.is === is;
