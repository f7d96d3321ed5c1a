/**
 * What a share shows, sealed and signed for it, and opened by who follows (docs/sync-protocol.md 9). Who follows has the key
 * that opens, and so could seal; only the signature says that one who writes made it.
 */
import { padBody, unpadBody } from '../protocol/paddedBody.ts';
import type { PublishMessage } from '../protocol/wire/clientMessage.ts';
import { decodePublication } from '../protocol/wire/publication.ts';
import { projectionSteps } from '../protocol/wire/wireLimits.ts';
import { type Bytes, bytesEqual } from '../shared/bytes.ts';
import type { Instant } from '../shared/deps.ts';
import { err, ok, type Result } from '../shared/result.ts';
import { channelSecrets } from './channelSecrets.ts';
import type { SealedError, SignError } from './errors.ts';
import { decrypt } from './primitives.ts';
import { ownEnvelope, sealIn } from './sealIn.ts';
import type { ShareKeys } from './shareKeys.ts';
import { isSignedBy } from './signing.ts';
import { type Unsent, withSignature } from './signMessages.ts';

export interface Projection {
  /** 1, 2, 3 … of that share: a newer one takes the place of all before it. */
  readonly number: number;
  /** By the writer's clock; never used for order. */
  readonly at: Instant;
  /** At most some 32 kB. */
  readonly payload: Bytes;
}

/** Ready to be published at this server. `tooLarge`: it does not fit into a projection. */
export const sealProjection = async (
  keys: ShareKeys,
  { number, at, payload }: Projection,
  serverName: string,
): Promise<Result<Unsent<PublishMessage>, SignError>> => {
  const secrets = channelSecrets(keys);
  if (secrets === null) return err({ kind: 'locked' });
  if (secrets.write === null) return err({ kind: 'mayNotWrite' });
  if (!isCount(number, 1) || !isCount(at, 0)) return err({ kind: 'malformed' });
  const padded = padBody({ number, at }, payload, projectionSteps);
  if (!padded.ok) return err({ kind: 'tooLarge' });
  const projection = await sealIn(secrets, keys.epoch, secrets.content, padded.value);
  const { publicKey } = secrets;
  return withSignature(keys, { is: 'publish', publicKey, number, projection } as const, serverName);
};

export type ProjectionError =
  | SealedError
  /** Not from one who writes in this share, whoever gave it. */
  | { readonly kind: 'badSignature' }
  /** No publication, or what is inside does not hold. */
  | { readonly kind: 'malformed' };

/** @param bytes a publication as the server gives it on */
export const openProjection = async (
  keys: ShareKeys,
  bytes: Bytes,
  serverName: string,
): Promise<Result<Projection, ProjectionError>> => {
  const secrets = channelSecrets(keys);
  if (secrets === null) return err({ kind: 'locked' });
  const publication = decodePublication(bytes);
  if (publication === null) return err({ kind: 'malformed' });
  const { publicKey, number, projection, signature, signedPart: body } = publication;
  const isOwn = bytesEqual(publicKey, secrets.publicKey);
  const told = { publicKey, method: 'publish', body, serverName, signature } as const;
  if (!isOwn || !(await isSignedBy(told))) return err({ kind: 'badSignature' });
  const envelope = ownEnvelope(secrets, keys.epoch, projection, projectionSteps);
  if (!envelope.ok) return envelope;
  const { nonce, sealed, associated } = envelope.value;
  const padded = await decrypt(secrets.content, nonce, sealed, associated);
  if (padded === null) return err({ kind: 'cannotOpen' });
  const inside = unpadBody(padded, projectionSteps);
  if (!inside.ok) return err({ kind: 'malformed' });
  const { header, payload } = inside.value;
  const at = header?.at;
  if (header?.number !== number || !isCount(number, 1) || !isCount(at, 0)) {
    return err({ kind: 'malformed' });
  }
  return ok({ number, at, payload });
};

const isCount = (value: unknown, least: number): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= least;
