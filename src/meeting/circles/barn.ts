import { individualsCircle } from './roleCircle.ts';

/**
 * Children: there is no such circle among the eight, so every word is ours (field.md 22, domain.md 8.5). Each line is
 * a screen of its own and has ten words at most.
 */
export const barn = individualsCircle('barn', {
  inledning: { speaks: 'leader', front: 'name out card', back: 'beside bring' },
  aktuellSituation: { speaks: 'individual', front: 'good hard draw', back: 'tell draw' },
  behov: { speaks: 'individual', front: 'want who word rest', back: 'better' },
  sammanfattning: { speaks: 'leader', front: 'told feels ask', back: 'think' },
  avslutning: { speaks: 'everyone', front: 'next talk bye', back: 'after' },
});
