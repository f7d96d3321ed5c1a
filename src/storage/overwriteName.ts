/** The rows that are written over and over in the place of what was removed (overwrite.ts). */
export const overwriteName = (place: number): string => `overwrite-${place}`;
