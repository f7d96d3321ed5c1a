/** An authenticator for tests: passkeys in memory, each with a secret of its own, and everything that can go wrong. */
import { type Bytes, bytesToHex, concatBytes } from '../shared/bytes.ts';
import { err, ok } from '../shared/result.ts';
import type { PasskeyPort, PasskeyTrouble } from './passkeyPort.ts';
import { sha256 } from './primitives.ts';
import { realRandom } from './testing.ts';

export interface FakePasskeys extends PasskeyPort {
  /** The next call ends like this. */
  readonly failNext: (kind: PasskeyTrouble['kind']) => void;
  /** Gives no secret when a passkey is made, only when it is asked. */
  readonly beLate: () => void;
  /** As if somebody removed it in the settings of the tablet. */
  readonly loseAll: () => void;
  /** As if the tablet gave the passkeys new secrets. */
  readonly changeSecrets: () => void;
  readonly labels: () => readonly string[];
  readonly count: () => number;
}

export const fakePasskeys = (): FakePasskeys => {
  const secrets = new Map<string, Bytes>();
  const labels: string[] = [];
  let failure: PasskeyTrouble['kind'] | null = null;
  let late = false;

  const fail = (): PasskeyTrouble | null => {
    const kind = failure;
    failure = null;
    return kind === null ? null : { kind };
  };
  const give = (secret: Bytes, salt: Bytes): Promise<Bytes> => sha256(concatBytes(secret, salt));

  return {
    canUse: async () => true,
    create: async ({ label, salt }) => {
      const failed = fail();
      if (failed !== null) return err(failed);
      const credentialId = realRandom.bytes(16);
      const secret = realRandom.bytes(32);
      secrets.set(bytesToHex(credentialId), secret);
      labels.push(label);
      return ok({ credentialId, secret: late ? null : await give(secret, salt) });
    },
    ask: async ({ credentialId, salt }) => {
      const failed = fail();
      if (failed !== null) return err(failed);
      const secret = secrets.get(bytesToHex(credentialId));
      return secret === undefined ? err({ kind: 'cancelled' }) : ok(await give(secret, salt));
    },
    forget: async (credentialId) => {
      secrets.delete(bytesToHex(credentialId));
    },
    failNext: (kind) => {
      failure = kind;
    },
    beLate: () => {
      late = true;
    },
    loseAll: () => secrets.clear(),
    changeSecrets: () => {
      for (const id of secrets.keys()) secrets.set(id, realRandom.bytes(32));
    },
    labels: () => labels,
    count: () => secrets.size,
  };
};
