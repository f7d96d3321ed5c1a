/**
 * What an open case carries: names of things, and keys that nobody outside this folder can reach.
 * The keys lie beside the object in a weak map, so printing or copying it gives nothing away.
 */
export interface CaseKeys {
  readonly caseId: string;
  /** SHA-256 of the raw public write key, as base64url. */
  readonly channelId: string;
  readonly epoch: number;
  /** This vault's device id in this case. */
  readonly device: string;
}
