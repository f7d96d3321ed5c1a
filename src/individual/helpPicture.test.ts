import { describe, expect, it } from 'vitest';
import { type HelpKind, helpKinds, helpPicture } from './helpPicture.ts';

const told: readonly (readonly [string, HelpKind | null])[] = [
  ['Gå igenom dina mediciner', 'medicine'],
  ['Läkemedelsgenomgång', 'medicine'],
  ['Samtal varje vecka', 'talk'],
  ['Stödsamtal hos Per', 'talk'],
  ['Boendestöd på morgonen', 'at-home'],
  ['Hemtjänst två gånger i veckan', 'homecare'],
  ['Läkarbesök i maj', 'doctor'],
  ['Ledsagare till affären', 'company'],
  ['Följa med till banken', 'company'],
  ['Avlastning till sommaren', 'respite'],
  ['Ansöka om kontaktperson', 'application'],
  ['Budget för hösten', 'money'],
  ['Gå en promenad', 'exercise'],
  ['Samtalsgrupp på torsdagar', 'group'],
  ['Arbetsträning', 'work'],
  ['Färdtjänst till dagverksamheten', 'transport'],
  ['Ny rullstol', 'aids'],
  ['Läxhjälp', 'school'],
  ['Tolk på alla möten', 'interpreter'],
  ['Hundvakt varje tisdag', 'animals'],
  // Nothing that is named here has a picture of its own.
  ['Gå ut efter kvällsmjölkningen', null],
  ['Ring banken om lånet', null],
  ['', null],
  // A picture of one thing is no sign for another.
  ['Medicinsk fotvård', null],
  ['Hjälpmedel för sömnen', null],
  ['Telefonsamtalslista', null],
  ['Läkarintyg', null],
  ['Ekonomiskt bistånd', null],
  // Two kinds, or not that one.
  ['Samtal om medicinen', null],
  ['Ansöka om boendestöd', null],
  ['Inte fler samtal', null],
  ['Sluta med hemtjänst', null],
  ['Klara dagen utan medicin', null],
];

describe('the picture of a form of help', () => {
  it.each(told)('%s → %s', (text, kind) => {
    expect(helpPicture(text)).toBe(kind && `help-${kind}`);
  });

  it('is tried with every kind there is', () => {
    const tried = told.flatMap(([, kind]) => (kind === null ? [] : [kind]));
    expect([...new Set(tried)].sort()).toEqual([...helpKinds]);
  });

  it('does not care how the words are written', () => {
    expect(helpPicture('SAMTAL, varje vecka.')).toBe('help-talk');
  });
});
