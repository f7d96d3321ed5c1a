import * as Y from 'yjs';
import type { Bytes } from '../shared/bytes.ts';
import type { participantFields, planFields, rowFields } from './fields.ts';

/**
 * The words that updates hold, whatever document they were made for: what was typed, in a text or a short field. What was
 * chosen among given answers is none: by itself, "ja" says nothing. For what was written in a document that is there no
 * more (removal), so that a person can still read it.
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
    if (content instanceof Y.ContentAny && isTyped(struct.parentSub)) {
      words.push(...content.arr.flatMap(textsOf));
    }
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

type Field = keyof typeof planFields | keyof typeof participantFields | keyof typeof rowFields;

/** Short fields that are typed in, and those in which something may be. */
const typed: readonly Field[] = [
  'name',
  'screenName',
  'personnummer',
  'address',
  'phone',
  'language',
  'meetingDate',
  'meetingTime',
  'meetingPlace',
  'leadName',
  'nextDate',
  'nextTime',
  'nextPlace',
  'nextCaller',
  'workPhone',
  'workHours',
  'privatePhone',
  'askAbout',
  'spokenBefore',
  'timing',
  'where',
  'doers',
  'decision',
  'followUp',
  'date',
];

/** `item|field|writeId` of a register (documentHandle.ts). */
const isTyped = (key: string | null): boolean => {
  const field = key?.split('|')[1];
  return typed.some((each) => each === field);
};

/** What a register's write says in words. */
const textsOf = (write: unknown): readonly string[] =>
  typeof write === 'object' && write !== null && 'value' in write ? wordsIn(write.value) : [];

const wordsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value];
  if (Array.isArray(value)) return value.flatMap(wordsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) =>
    named.includes(name) ? wordsIn(part) : [],
  );
};

/** Of a time, a decision or somebody who does it. */
const named = ['text', 'before', 'by', 'date', 'name', 'function', 'service'];
