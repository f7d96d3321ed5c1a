/**
 * Every HKDF info of the program, in one place: two uses with one name would be one key. A test shows them unique.
 * A root, a vault key and a shared secret are only ever input to HKDF-SHA-256, never used as they are.
 */
export const keyInfos = {
  /** From a case's root, salt = the 16 bytes of the case id. Seals records. */
  content: 'sip/1/content',
  /** 32 bytes: the seed of the Ed25519 write key; its public half names the channel. */
  write: 'sip/1/write',
  readToken: 'sip/1/read-token',
  signal: 'sip/1/signal',
  /** From a share's root, without salt. 32 bytes: the seed of the Ed25519 key that publishes. */
  shareWrite: 'sip/1/share/write',
  /** 32 bytes: the read root, which those who follow are given. */
  shareRead: 'sip/1/share/read',
  /** From a share's read root, salt = the 32 bytes of its channel id. Seals what it shows. */
  shareContent: 'sip/1/share/content',
  shareReadToken: 'sip/1/share/read-token',
  shareSignal: 'sip/1/share/signal',
  /** Seals what belongs to a case and never leaves the device: card, snapshot of the meeting machine. */
  local: 'sip/1/local',
  /** From a vault key, salt = the 16 bytes of the vault id. Wraps roots and device ids. */
  vaultAccess: 'sip/1/vault/access',
  /** Seals the vault's own values, such as Mina uppgifter. */
  vaultValues: 'sip/1/vault/values',
  /** 32 bytes: the X25519 private key to be given cases with. */
  vaultBox: 'sip/1/vault/box',
  /** From what Argon2id makes of the password. Wraps the vault key. */
  password: 'sip/1/vault/password',
  /** From the reserve code. Wraps the vault key. */
  reserve: 'sip/1/vault/reserve',
  /** From what a passkey gives (PRF), salt = the 16 bytes of the vault id. Wraps the vault key. */
  passkey: 'sip/1/vault/passkey',
  /** From what Argon2id makes of the passphrase of a recovery key's file. Seals the private key in it. */
  recoveryFile: 'sip/1/recovery-file',
  /** From an X25519 shared secret, salt = both public keys. Seals to a public key. */
  box: 'sip/1/box',
  /** From a one-time secret, without salt: 16 bytes of it name the one-time channel. */
  pairingId: 'sip/1/pairing-id',
  /** From the same: the root of the one-time channel. */
  pairing: 'sip/1/pairing',
  /** From what Argon2id makes of a backup file's own password, salt = the file id. Seals its pieces. */
  backup: 'sip/1/backup',
} as const;
