import * as Y from 'yjs';
import type { Bytes } from '../shared/bytes.ts';

/**
 * The words that updates hold, whatever document they were made for: texts that were typed and values that were set. For
 * what was written in a document that is there no more (removal), so that a person can still read it.
 */
export const wordsOfUpdates = (updates: readonly Bytes[]): readonly string[] => {
  const words: string[] = [];
  let run = '';
  const endRun = (): void => {
    if (run.trim() !== '') words.push(run);
    run = '';
  };
  for (const struct of structsOf(updates)) {
    if (!(struct instanceof Y.Item)) continue;
    const { content } = struct;
    if (content instanceof Y.ContentString) {
      run += content.str;
      continue;
    }
    endRun();
    if (content instanceof Y.ContentAny) words.push(...content.arr.flatMap(textsOf));
  }
  endRun();
  return words;
};

/** None where they cannot be read. */
const structsOf = (updates: readonly Bytes[]) => {
  try {
    return Y.decodeUpdate(Y.mergeUpdates([...updates])).structs;
  } catch {
    return [];
  }
};

/** What a register's write or a plain value says in words. */
const textsOf = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value];
  if (typeof value !== 'object' || value === null || !('value' in value)) return [];
  return typeof value.value === 'string' ? [value.value] : [];
};
