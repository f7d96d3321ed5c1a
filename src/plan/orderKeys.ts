import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';

/** Where a row stands among the others. Two rows may hold the same key when two added at once: then by id. */
export interface Ordered {
  readonly id: string;
  /** '' when none was written, or none that can be read: such a row stands last. */
  readonly order: string;
}

export const byOrder = (a: Ordered, b: Ordered): number => {
  if (a.order === b.order) return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
  if (a.order === '') return 1;
  if (b.order === '') return -1;
  return a.order < b.order ? -1 : 1;
};

export const isOrderKey = (key: string): boolean => {
  try {
    generateKeyBetween(key, null);
    return true;
  } catch {
    return false;
  }
};

/** After all the others. */
export const keyAfterAll = (rows: readonly Ordered[]): string => {
  const last = rows
    .map(({ order }) => order)
    .sort()
    .at(-1);
  return generateKeyBetween(last === undefined || last === '' ? null : last, null);
};

/**
 * New keys that put `id` after `afterId` (null: first). More than one row gets a key only where keys are
 * tied or missing, so that there is no room between.
 */
export const keysToMove = (
  rows: readonly Ordered[],
  id: string,
  afterId: string | null,
): readonly Ordered[] => {
  const others = rows.filter((row) => row.id !== id).sort(byOrder);
  const at = afterId === null ? 0 : others.findIndex((row) => row.id === afterId) + 1;
  const tail = others.slice(at);
  const before = others[at - 1]?.order ?? null;
  if (before === '') {
    // Rows without a key stand last: give all of them one first.
    const keyed = others.filter(({ order }) => order !== '');
    const unkeyed = others.filter(({ order }) => order === '');
    const ids = [...unkeyed.map((row) => row.id)];
    ids.splice(at - keyed.length, 0, id);
    return withKeys(ids, keyed.at(-1)?.order ?? null, null);
  }
  const room = tail.findIndex(({ order }) => order === '' || before === null || order > before);
  const tied = room === -1 ? tail : tail.slice(0, room);
  const upper = room === -1 ? null : (tail[room]?.order ?? null);
  return withKeys([id, ...tied.map((row) => row.id)], before, upper === '' ? null : upper);
};

const withKeys = (
  ids: readonly string[],
  lower: string | null,
  upper: string | null,
): readonly Ordered[] =>
  generateNKeysBetween(lower, upper, ids.length).map((order, place) => ({
    id: ids[place] ?? '',
    order,
  }));
