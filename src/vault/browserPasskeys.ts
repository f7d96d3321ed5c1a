/**
 * Passkeys of this device by WebAuthn. Bound to the host name of the address; nothing is sent to any server. The person
 * is verified every time (face, finger or the screen's code), and the passkey lies on the device itself.
 */
import { type Bytes, bytesToBase64Url } from '../shared/bytes.ts';
import type { RandomDep } from '../shared/deps.ts';
import { err, ok, type Result } from '../shared/result.ts';
import type { PasskeyPort, PasskeyTrouble } from './passkeyPort.ts';

const timeout = 120_000;
const secretLength = 32;

/** Newer than the types that we build with. */
interface NewerStatics {
  readonly signalUnknownCredential?: (input: {
    readonly rpId: string;
    readonly credentialId: string;
  }) => Promise<void>;
  readonly getClientCapabilities?: () => Promise<Readonly<Record<string, boolean>>>;
}

export const browserPasskeys = ({ random }: RandomDep): PasskeyPort => ({
  canUse: async () => {
    if (!('PublicKeyCredential' in globalThis) || !isSecureContext) return false;
    const { getClientCapabilities }: NewerStatics = statics();
    const can = await getClientCapabilities?.call(PublicKeyCredential).catch(() => undefined);
    if (can?.['extension:prf'] === false) return false;
    return PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable().catch(() => false);
  },

  create: async ({ label, salt }) => {
    const made = await attempt(() =>
      navigator.credentials.create({
        publicKey: {
          rp: { id: location.hostname, name: label },
          // Another user every time: a new passkey never takes the place of one that is still needed.
          user: { id: random.bytes(32), name: label, displayName: label },
          challenge: random.bytes(32),
          pubKeyCredParams: [-8, -7, -257].map((alg) => ({ type: 'public-key', alg })),
          authenticatorSelection: {
            authenticatorAttachment: 'platform',
            residentKey: 'required',
            requireResidentKey: true,
            userVerification: 'required',
          },
          attestation: 'none',
          timeout,
          extensions: { prf: { eval: { first: salt } } },
        },
      }),
    );
    if (!made.ok) return made;
    const credentialId = new Uint8Array(made.value.rawId);
    const { prf } = made.value.getClientExtensionResults();
    const secret = toSecret(prf?.results?.first);
    if (secret === null && prf?.enabled !== true) {
      await forget(made.value.id);
      return err({ kind: 'noPrf' });
    }
    return ok({ credentialId, secret });
  },

  ask: async ({ credentialId, salt }) => {
    const asked = await attempt(() =>
      navigator.credentials.get({
        publicKey: {
          rpId: location.hostname,
          challenge: random.bytes(32),
          allowCredentials: [{ type: 'public-key', id: credentialId, transports: ['internal'] }],
          userVerification: 'required',
          timeout,
          extensions: { prf: { eval: { first: salt } } },
        },
      }),
    );
    if (!asked.ok) return asked;
    const secret = toSecret(asked.value.getClientExtensionResults().prf?.results?.first);
    return secret === null ? err({ kind: 'noPrf' }) : ok(secret);
  },

  forget: (credentialId) => forget(bytesToBase64Url(credentialId)),
});

const statics = (): NewerStatics => PublicKeyCredential as unknown as NewerStatics;

const forget = async (credentialId: string): Promise<void> => {
  if (!('PublicKeyCredential' in globalThis)) return;
  const { signalUnknownCredential } = statics();
  await signalUnknownCredential
    ?.call(PublicKeyCredential, { rpId: location.hostname, credentialId })
    .catch(() => undefined);
};

const attempt = async (
  act: () => Promise<Credential | null>,
): Promise<Result<PublicKeyCredential, PasskeyTrouble>> => {
  if (!('PublicKeyCredential' in globalThis)) return err({ kind: 'unsupported' });
  try {
    const credential = await act();
    return credential instanceof PublicKeyCredential
      ? ok(credential)
      : err({ kind: 'passkeyFailed' });
  } catch (error) {
    return err({ kind: troubleOf(error instanceof Error ? error.name : '') });
  }
};

const troubleOf = (name: string): PasskeyTrouble['kind'] => {
  if (name === 'NotAllowedError' || name === 'AbortError') return 'cancelled';
  if (name === 'NotSupportedError' || name === 'SecurityError' || name === 'TypeError') {
    return 'unsupported';
  }
  return 'passkeyFailed';
};

const toSecret = (value: BufferSource | undefined): Bytes | null => {
  if (value === undefined) return null;
  const bytes = ArrayBuffer.isView(value)
    ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
    : new Uint8Array(value);
  return bytes.length === secretLength ? Uint8Array.from(bytes) : null;
};
