/**
 * Which coded word a text is. The code is not stored beside the text: a text that is exactly a coded word's name, be it
 * chosen or written, is that word, and a text that was changed since is not. So what the individual reads in their own
 * language is always what stands in the plan, also in plans and versions that are older than the catalogue.
 */
import { type Coded, type CodedId, type CodedKind, catalogue } from './catalogue.ts';

/** Null for free text. Capitals, spaces and a full stop at the end make no difference. */
export type CodedInText = (text: string, kind?: CodedKind) => Coded | null;

/** @param nameOf the name in the language that the plan is written in */
export const createCodedInText = (nameOf: (id: CodedId) => string): CodedInText => {
  const byName = new Map(catalogue.map((coded) => [toPlain(nameOf(coded.id)), coded]));
  return (text, kind) => {
    const coded = byName.get(toPlain(text));
    return coded !== undefined && (kind === undefined || coded.kind === kind) ? coded : null;
  };
};

const toPlain = (text: string): string =>
  text.normalize('NFC').trim().replace(/\s+/gu, ' ').replace(/\.$/u, '').toLowerCase();
