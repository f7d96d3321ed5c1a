/** What is set by the environment. A value that cannot be right stops the server at start, with a sentence that says why. */
import {
  type Organisation,
  readOrganisation,
  textToRecoveryKey,
} from '../src/protocol/recoveryKey.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * SIP_RECOVERY_KEY (as `npm run recovery -- new-key` prints it) and SIP_ORGANISATION: whose key it is, as people call it.
 * Null where neither is set. Throws where only one is, or one is wrong (docs/recovery.md).
 */
export const organisationOf = (env: Environment): Organisation | null => {
  const recoveryKey = env['SIP_RECOVERY_KEY']?.trim() ?? '';
  const organisation = env['SIP_ORGANISATION']?.trim() ?? '';
  if (recoveryKey === '' && organisation === '') return null;
  if (recoveryKey === '') {
    throw new Error('SIP_ORGANISATION is set, but SIP_RECOVERY_KEY is not. Set both, or neither.');
  }
  if (organisation === '') {
    throw new Error(
      'SIP_RECOVERY_KEY is set, but SIP_ORGANISATION is not. People must be told whose key it is: set its name.',
    );
  }
  if (textToRecoveryKey(recoveryKey) === null) {
    throw new Error(
      'SIP_RECOVERY_KEY is not a public recovery key, or a character in it is wrong. It begins with "sip-key-1:"; ' +
        '`npm run recovery -- show FILE` prints it. Never set the private key or its passphrase here.',
    );
  }
  const read = readOrganisation({ organisation, recoveryKey });
  if (read === null) {
    throw new Error(
      'SIP_ORGANISATION is too long, or has signs in it that are not seen: at most 100 letters.',
    );
  }
  return read;
};
