/** The versions of what is written to disk and sent. A higher one than ours is never guessed at. */

/** First byte of every sealed record. */
export const recordVersion = 0x01;
