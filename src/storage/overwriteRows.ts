/** The rows that are written over and over in the place of what was removed (overwrite.ts). */
import type { SipDatabase } from './schema.ts';

const megabyte = 1024 * 1024;

/** Several times what Chromium gathers before it writes the files of its store anew. */
export const overwriteBytes = 48 * megabyte;

export const overwriteName = (place: number): string => `overwrite-${place}`;

/** Stands while something removed waits to be overwritten. */
export const overwriteMark = 'overwrite';

/** In the transaction that removes something: should the browser die before it is overwritten, the next start does it. */
export const markOverwrite = async ({
  meetingSnapshots,
}: Pick<SipDatabase, 'meetingSnapshots'>): Promise<void> => {
  await meetingSnapshots.put({ caseId: overwriteMark, bytes: new Uint8Array() });
};
