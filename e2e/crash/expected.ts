/** What must be on the device after a kill, and what may be: kept while the browser is used, looked at after each kill. */
import type { ReadCase } from './readDevice.ts';
import type { WorldCase } from './world.ts';

/** `either`: it was being removed, and nobody had been told that it is gone. */
export type Presence = 'there' | 'either' | 'gone';

export interface ExpectedCase {
  readonly caseId: string;
  readonly name: string;
  /** What the screen had called saved. */
  readonly words: Set<string>;
  readonly notes: readonly string[];
  presence: Presence;
  notesPresence: Presence;
  /** Number and control code of the versions that were shown as ready. */
  readonly versions: Map<number, string>;
}

export type Expected = Map<string, ExpectedCase>;

export const expectWorld = (cases: readonly WorldCase[]): Expected =>
  new Map(
    cases.map(({ caseId, name, words, notes }) => [
      caseId,
      {
        caseId,
        name,
        words: new Set(words),
        notes,
        presence: 'there',
        notesPresence: notes.length > 0 ? 'there' : 'gone',
        versions: new Map(),
      },
    ]),
  );

/** A promise that did not hold. Not a fault of the test. */
export class Broken extends Error {
  override readonly name = 'Broken';
}

/** Throws when anything that was acknowledged is not as it was. What might have gone either way is known afterwards. */
export const compare = (expected: Expected, found: ReadonlyMap<string, ReadCase>): void => {
  for (const one of expected.values()) compareCase(one, found.get(one.caseId));
  for (const { caseId } of found.values())
    if (!expected.has(caseId)) throw new Broken('There is a plan that nobody made.');
};

const compareCase = (one: ExpectedCase, read: ReadCase | undefined): void => {
  const { name } = one;
  if (read === undefined) {
    if (one.presence === 'there') throw new Broken(`${name} is lost.`);
    one.presence = 'gone';
    return;
  }
  if (one.presence === 'gone') throw new Broken(`${name} was removed and is there.`);
  one.presence = 'there';
  if (read.flaws > 0) throw new Broken(`${name} has ${read.flaws} flaws.`);
  const lost = [...one.words].filter((words) => !read.plan.includes(words));
  if (lost.length > 0) throw new Broken(`${name} has lost: ${lost.join(', ')}`);
  const notes = one.notes.filter((words) => read.plan.includes(words)).length;
  if (notes > 0 && notes < one.notes.length) throw new Broken(`${name} is half removed.`);
  if (notes > 0 && one.notesPresence === 'gone')
    throw new Broken(`${name} has what was removed from it.`);
  if (notes === 0 && one.notesPresence === 'there') throw new Broken(`${name} has lost its notes.`);
  one.notesPresence = notes > 0 ? 'there' : 'gone';
  for (const [n, code] of one.versions) {
    const same = read.versions.find((version) => version.n === n);
    if (same === undefined) throw new Broken(`${name} has lost version ${n}.`);
    if (!same.hash.startsWith(code)) throw new Broken(`${name}: version ${n} is another.`);
  }
};
