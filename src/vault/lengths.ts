/** Bytes of what an access row seals (design.md 6). */
export const rootLength = 32;
export const deviceLength = 16;
