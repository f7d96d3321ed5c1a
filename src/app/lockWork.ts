/** What **Inställningar** asks of the ways into the vault, joined to this window's session. Loaded with those views. */
import type { Organisation } from '../protocol/recoveryKey.ts';
import type { Bytes } from '../shared/bytes.ts';
import { bytesEqual } from '../shared/bytes.ts';
import type { Instant } from '../shared/deps.ts';
import { fetchOrganisation, type OrganisationAnswer } from '../sync/fetchOrganisation.ts';
import { browserPasskeys } from '../vault/browserPasskeys.ts';
import type { PasskeyPort } from '../vault/passkeyPort.ts';
import {
  checkPassword,
  makePasskey,
  type PasskeyInMaking,
  passkeyAddedAt,
  passkeyForgetter,
  removePasskey,
} from '../vault/passkeys.ts';
import { dropOrganisationKey, organisationKeyOf, sealForOrganisation } from '../vault/recovery.ts';
import { keyFingerprint } from '../vault/recoveryTexts.ts';
import { secretOf } from '../vault/secret.ts';
import { type PasskeyProblem, passkeyProblem } from './passkeyWords.ts';
import { type LockEvent, noteLockEvent } from './session/lockLog.ts';
import type { AppSession } from './session/sessionTypes.ts';
import { vaultDepsOf } from './vaultDeps.ts';

export type PasswordProblem = 'wrong' | 'other';

export interface PasskeyWork {
  readonly canUse: () => Promise<boolean>;
  /** Null: none. */
  readonly addedAt: () => Promise<Instant | null>;
  /** Null: it is right. */
  readonly check: (password: string) => Promise<PasswordProblem | null>;
  readonly make: () => Promise<PasskeyInMaking | PasskeyProblem>;
  readonly keep: (making: PasskeyInMaking, password: string) => Promise<PasskeyProblem | null>;
  readonly remove: () => Promise<boolean>;
}

/** Whose key opens this vault beside its owner, and whose could. */
export interface OrganisationState {
  /** The key that the vault is sealed to. */
  readonly now: { readonly name: string | null; readonly fingerprint: string } | null;
  /** What the server offers, where it is another than that. */
  readonly offered: { readonly organisation: Organisation; readonly fingerprint: string } | null;
  /** The server says that there is none any more. */
  readonly gone: boolean;
}

export interface OrganisationWork {
  readonly state: () => Promise<OrganisationState>;
  /** Null: done. */
  readonly take: (organisation: Organisation, password: string) => Promise<PasswordProblem | null>;
  readonly drop: () => Promise<boolean>;
}

const wrongs = new Set(['wrongPassword', 'wait']);

export const createPasskeyWork = (
  session: AppSession,
  passkeys: PasskeyPort = browserPasskeys(session.deps),
): PasskeyWork => {
  const deps = { ...vaultDepsOf(session.deps), passkeys };
  const vaultId = (): string => session.get().vault?.vaultId ?? '';
  return {
    canUse: () => passkeys.canUse(),
    addedAt: async () => {
      const at = await passkeyAddedAt(deps, vaultId());
      return at.ok ? at.value : null;
    },
    check: async (password) => {
      const checked = await checkPassword(deps, vaultId(), secretOf(password));
      if (checked.ok) return null;
      return wrongs.has(checked.error.kind) ? 'wrong' : 'other';
    },
    make: async () => {
      const made = await makePasskey(deps, { vaultId: vaultId(), label: passkeyLabel(session) });
      return made.ok ? made.value : passkeyProblem(made.error.kind);
    },
    keep: async (making, password) => {
      const kept = await making.keep(secretOf(password));
      if (!kept.ok) return passkeyProblem(kept.error.kind);
      await note(session, 'passkeyAdded');
      await session.vaultsChanged();
      return null;
    },
    remove: async () => {
      const removed = await removePasskey(deps, vaultId());
      if (!removed.ok) return false;
      await note(session, 'passkeyRemoved');
      await session.vaultsChanged();
      return true;
    },
  };
};

export const createOrganisationWork = (
  session: AppSession,
  fetchIt: () => Promise<OrganisationAnswer> = fetchOrganisation,
): OrganisationWork => {
  const deps = vaultDepsOf(session.deps);
  const vaultId = (): string => session.get().vault?.vaultId ?? '';
  return {
    state: async () => {
      const [answer, own] = await Promise.all([fetchIt(), organisationKeyOf(deps, vaultId())]);
      const key = own.ok ? own.value : null;
      return toState(answer, key instanceof Uint8Array ? key : null);
    },
    take: async ({ publicKey }, password) => {
      const sealed = await sealForOrganisation(deps, {
        vaultId: vaultId(),
        password: secretOf(password),
        publicKey,
      });
      if (!sealed.ok) return wrongs.has(sealed.error.kind) ? 'wrong' : 'other';
      await note(session, 'organisationKey');
      await session.vaultsChanged();
      return null;
    },
    drop: async () => {
      const dropped = await dropOrganisationKey(deps, vaultId());
      if (!dropped.ok) return false;
      await note(session, 'organisationKeyGone');
      await session.vaultsChanged();
      return true;
    },
  };
};

const toState = async (
  answer: OrganisationAnswer,
  key: Bytes | null,
): Promise<OrganisationState> => {
  const offered = answer.kind === 'key' ? answer.organisation : null;
  const isSame = offered !== null && key !== null && bytesEqual(offered.publicKey, key);
  return {
    now:
      key === null
        ? null
        : { name: isSame ? offered.name : null, fingerprint: await keyFingerprint(key) },
    offered:
      offered === null || isSame
        ? null
        : { organisation: offered, fingerprint: await keyFingerprint(offered.publicKey) },
    gone: key !== null && answer.kind === 'none',
  };
};

/** Asked before **Radera allt här**: what tells the device afterwards that the passkey is of no more use. */
export const forgetterOf = (session: AppSession, vaultId: string): Promise<() => Promise<void>> => {
  const passkeys = browserPasskeys(session.deps);
  return passkeyForgetter({ ...vaultDepsOf(session.deps), passkeys }, vaultId);
};

/** In the vault's own log: it has happened also when this cannot be written. */
const note = async (session: AppSession, what: LockEvent): Promise<void> => {
  const { vault } = session.get();
  if (vault !== null) await noteLockEvent(vault, { at: session.deps.clock.now(), what });
};

/**
 * Seen in the settings of the tablet, and by those who copy passkeys to a cloud: a name that says nothing about anybody,
 * and a day to tell several apart.
 */
const passkeyLabel = ({ deps }: AppSession): string =>
  `SIP-mötet ${new Date(deps.clock.now()).toISOString().slice(0, 10)}`;
