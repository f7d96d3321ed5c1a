/**
 * Every bound that is checked before any work is done on bytes from outside.
 * Sizes are bytes. docs/sync-protocol.md says the same to a stranger.
 */

/** A sealed record is never larger; anything above is refused unread. */
export const maxRecordBytes = 262_144;

export const channelIdBytes = 32;
export const nonceBytes = 12;
export const tagBytes = 16;
const epochBytes = 4;

/** version ‖ channel id ‖ epoch: bound to the seal as additional data. */
export const associatedBytes = 1 + channelIdBytes + epochBytes;

/** What the envelope adds to a padded body. */
export const envelopeBytes = associatedBytes + nonceBytes + tagBytes;

/**
 * The only lengths that a padded body may have, so that a length says little about what was written.
 * The last one fills a sealed record to exactly `maxRecordBytes`.
 */
export const bodySteps: readonly number[] = [
  256,
  1_024,
  4_096,
  16_384,
  65_536,
  maxRecordBytes - envelopeBytes,
];

/** total length and header length, each u32. */
export const bodyPrefixBytes = 8;

/** Devices that one record can say it has seen. */
export const maxSeenDevices = 256;

/** Records that one snapshot can replace; the rest waits for the next snapshot. */
export const maxReplaced = 4_096;

/** A signal's body is never longer, and never shorter. */
export const signalBodyBytes = 256;

/** The highest number of a signal: more than that nobody gives in a meeting. */
export const highestSignal = 1_000;
