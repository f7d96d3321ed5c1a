/** What is sent under a signature, made ready: for a case's channel, the device's or a share's (docs/sync-protocol.md 6). */
import type {
  ChannelUse,
  EndMessage,
  OpenMessage,
  SnapshotMessage,
} from '../protocol/wire/clientMessage.ts';
import { encodeFrame, frameToSign } from '../protocol/wire/frame.ts';
import { type SignedDraft, signedPart } from '../protocol/wire/signedBytes.ts';
import type { Bytes } from '../shared/bytes.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { type ChannelKeys, channelSecrets } from './channelSecrets.ts';
import type { SignError } from './errors.ts';
import { readTokenHashOf, signFor } from './signing.ts';

/** A message without the number that the connection gives it. */
export type Unsent<M> = M extends unknown ? Omit<M, 'request'> : never;

/** @param credential an invitation or a proof of having signed in; empty where anybody may open */
export const signOpen = async (
  keys: ChannelKeys,
  { use, credential, serverName }: { use: ChannelUse; credential: Bytes; serverName: string },
): Promise<Result<Unsent<OpenMessage>, SignError>> => {
  const secrets = channelSecrets(keys);
  const readTokenHash = await readTokenHashOf(keys);
  if (secrets === null || !readTokenHash.ok) return err({ kind: 'locked' });
  const { publicKey } = secrets;
  const draft = {
    is: 'open',
    publicKey,
    readTokenHash: readTokenHash.value,
    use,
    credential,
  } as const;
  return withSignature(keys, draft, serverName);
};

/**
 * The bytes of a frame. `frameId` is drawn once and kept with what waits, so that the same frame is sent again.
 * @param records 1 to 64 sealed records of this channel
 */
export const signFrame = async (
  keys: ChannelKeys,
  {
    frameId,
    records,
    serverName,
  }: { frameId: Bytes; records: readonly Bytes[]; serverName: string },
): Promise<Result<Bytes, SignError>> => {
  const secrets = channelSecrets(keys);
  if (secrets === null) return err({ kind: 'locked' });
  const draft = { publicKey: secrets.publicKey, frameId, records };
  const body = frameToSign(draft);
  if (!body.ok) return body;
  const signature = await signFor(keys, 'append', body.value, serverName);
  return signature.ok ? encodeFrame({ ...draft, signature: signature.value }) : signature;
};

/** @param parent record id of the snapshot that the server has now; null when it has none */
export const signSnapshot = async (
  keys: ChannelKeys,
  snapshot: {
    readonly parent: Bytes | null;
    readonly replaces: readonly Bytes[];
    readonly record: Bytes;
    readonly serverName: string;
  },
): Promise<Result<Unsent<SnapshotMessage>, SignError>> => {
  const secrets = channelSecrets(keys);
  if (secrets === null) return err({ kind: 'locked' });
  const { parent, replaces, record, serverName } = snapshot;
  const { publicKey } = secrets;
  return withSignature(
    keys,
    { is: 'snapshot', publicKey, parent, replaces, record } as const,
    serverName,
  );
};

/** Ends the channel for ever: nothing of it can be brought back. */
export const signEnd = async (
  keys: ChannelKeys,
  serverName: string,
): Promise<Result<Unsent<EndMessage>, SignError>> => {
  const secrets = channelSecrets(keys);
  if (secrets === null) return err({ kind: 'locked' });
  return withSignature(keys, { is: 'end', publicKey: secrets.publicKey } as const, serverName);
};

/** The draft with its signature. */
export const withSignature = async <D extends Exclude<SignedDraft, { is: 'append' }>>(
  keys: ChannelKeys,
  draft: D,
  serverName: string,
): Promise<Result<D & { readonly signature: Bytes }, SignError>> => {
  const body = signedPart(draft);
  if (body === null) return err({ kind: 'malformed' });
  const signature = await signFor(keys, draft.is, body, serverName);
  return signature.ok ? ok({ ...draft, signature: signature.value }) : signature;
};
