/** Shares over the network: the vault's share keys and the sync port, as the keeper asks for them (shareTransport.ts). */
import type { WireError } from '../../protocol/wire/errors.ts';
import { type Bytes, base64UrlToBytes, bytesToBase64Url, textToBytes } from '../../shared/bytes.ts';
import type { ClockDep, RandomDep } from '../../shared/deps.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { SyncFailure, SyncPort } from '../../sync/syncPort.ts';
import { sealProjection } from '../../vault/sealProjection.ts';
import {
  createShareKeys,
  openShareRoot,
  type ShareKeys,
  shareFragment,
} from '../../vault/shareKeys.ts';
import { signEnd, signOpen } from '../../vault/signMessages.ts';
import type { TimersDep } from '../timers.ts';
import type { OldNumber, ShareFault, ShareTransport } from './shareTransport.ts';
import { followSignals, sendSignal } from './wireSignals.ts';

export interface WireSharesDeps extends RandomDep, ClockDep, TimersDep {
  readonly sync: SyncPort;
  /** An invitation or a proof of having signed in, where the server wants one; empty else. */
  readonly credential: () => Bytes;
}

export const createShareTransport = (deps: WireSharesDeps): ShareTransport => {
  const { sync, random } = deps;
  const opened = new Map<string, Promise<ShareKeys | null>>();

  const keysOf = (secret: string): Promise<ShareKeys | null> => {
    const known = opened.get(secret);
    if (known !== undefined) return known;
    const keys = openSecret(deps, secret);
    opened.set(secret, keys);
    return keys;
  };

  const openChannel = async (keys: ShareKeys): Promise<Result<null, ShareFault>> => {
    const credential = deps.credential();
    const { serverName } = sync;
    const message = await signOpen(keys, { use: 'share', credential, serverName });
    if (!message.ok) return err('refused');
    const made = plain(await sync.open(message.value));
    const isProofRefused = !made.ok && made.error === 'mayNotOpen' && credential.length > 0;
    return isProofRefused ? err('notAccepted') : made;
  };

  return {
    isOnline: () => ['live', 'catchingUp'].includes(sync.status().phase),
    subscribe: sync.subscribe,
    createKeys: async () => {
      const made = await createShareKeys({ random });
      if (!made.ok) return err('refused');
      const secret = bytesToBase64Url(made.value.root);
      made.value.root.fill(0);
      opened.set(secret, Promise.resolve(made.value.keys));
      return ok({ secret });
    },
    fragmentOf: async (secret) => {
      const keys = await keysOf(secret);
      const fragment = keys === null ? null : shareFragment(keys);
      return fragment?.ok === true ? fragment : err('refused');
    },
    publish: async (secret, number, state) => {
      const keys = await keysOf(secret);
      if (keys === null) return err('refused');
      const payload = textToBytes(JSON.stringify(state));
      const at = deps.clock.now();
      const message = await sealProjection(keys, { number, at, payload }, sync.serverName);
      if (!message.ok) return err(message.error.kind === 'tooLarge' ? 'tooLarge' : 'refused');
      const send = () => sync.publish(message.value);
      let sent = await send();
      if (!sent.ok && isRefusedAs(sent.error, 'noChannel')) {
        const made = await openChannel(keys);
        if (!made.ok) return made;
        sent = await send();
      }
      if (sent.ok) return ok(undefined);
      return err(oldNumberIn(sent.error) ?? faultOf(sent.error));
    },
    end: async (secret) => {
      const keys = await keysOf(secret);
      if (keys === null) return err('refused');
      const message = await signEnd(keys, sync.serverName);
      if (!message.ok) return err('refused');
      const ended = plain(await sync.end(message.value));
      return ended.ok ? ok(undefined) : ended;
    },
    hear: (secret, onSignal, onNumber) =>
      followSignals(sync, keysOf(secret), { onSignal, onNumber }),
    tell: async (secret, message) => {
      const keys = await keysOf(secret);
      if (keys !== null) await sendSignal(deps, keys, message);
    },
  };
};

const openSecret = async (deps: RandomDep, secret: string): Promise<ShareKeys | null> => {
  const root = base64UrlToBytes(secret);
  const keys = root === null ? null : await openShareRoot(deps, root);
  return keys?.ok === true ? keys.value : null;
};

const isRefusedAs = (failure: SyncFailure, code: WireError['code']): boolean =>
  failure.kind === 'refused' && failure.error.code === code;

const oldNumberIn = (failure: SyncFailure): OldNumber | null =>
  failure.kind === 'refused' && failure.error.code === 'oldNumber'
    ? { oldNumber: failure.error.number }
    : null;

const plain = <T>(answer: Result<T, SyncFailure>): Result<T, ShareFault> =>
  answer.ok ? answer : err(faultOf(answer.error));

const faultOf = (failure: SyncFailure): ShareFault => {
  if (failure.kind === 'notReached') return 'offline';
  const { code } = failure.error;
  switch (code) {
    case 'ended':
    case 'aged':
    case 'noChannel':
    case 'mayNotOpen':
    case 'tooLarge':
    case 'full':
      return code;
    // It holds as little as being without internet: it is tried again.
    case 'tooFast':
    case 'busy':
      return 'offline';
    default:
      return 'refused';
  }
};
