import { isExcepted } from '../../../consent/mayShare.ts';
import type { CaseState } from '../../../meeting/workspace.ts';
import type { Participant } from '../../../plan/model.ts';

/** Who is called, who is invited, and who must be neither (field.md 12, 13). The individual is in none of them. */
export interface CallList {
  readonly called: readonly Participant[];
  readonly invited: readonly Participant[];
  readonly undecided: readonly Participant[];
  /** **De här ska inte kallas**: names, also of those who are not at the table. */
  readonly notCalled: readonly string[];
  /** Of the called and invited, those who have not answered. */
  readonly silent: readonly Participant[];
}

export const selectCallList = ({ plan, consent }: CaseState): CallList => {
  const others = plan.participants.filter(({ isIndividual }) => !isIndividual);
  const excepted = others.filter((person) =>
    isExcepted(consent, { participantId: person.id, name: person.name }),
  );
  const may = others.filter((person) => !excepted.includes(person));
  const of = (call: 'kallad' | 'inbjuden' | null): readonly Participant[] =>
    may.filter((person) => person.call.value === call);
  const called = of('kallad');
  const invited = of('inbjuden');
  return {
    called,
    invited,
    undecided: of(null),
    notCalled: [
      ...new Set([...consent.exceptedParties.map(({ name }) => name), ...excepted.map(nameOf)]),
    ].filter((name) => name.trim() !== ''),
    silent: [...called, ...invited].filter(
      ({ reply }) => reply.value === null || reply.value === 'obesvarad',
    ),
  };
};

export const nameOf = (person: Participant): string =>
  person.name || person.function || person.service;
