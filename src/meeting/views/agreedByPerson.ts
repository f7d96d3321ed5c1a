import { doersOf, selectAgreed } from '../../plan/agreed.ts';
import type { Authority, SipPlan } from '../../plan/model.ts';
import type { DoingRow } from './planRows.ts';
import { doerName, settled } from './planWords.ts';

/** Sammanfattning turned round, for the leader: also what nobody has taken on yet (looks.md 1.1). */
export interface PersonDoings {
  readonly key: string;
  readonly kind: 'person' | 'individual' | 'nobody';
  readonly name: string;
  readonly service: string;
  readonly authority: Authority | null;
  readonly rows: readonly DoingRow[];
}

/** Others first, then the individual (never first, in order to command), last what nobody has said yes to. */
export const agreedByPerson = (plan: SipPlan): readonly PersonDoings[] => {
  const { untaken, undecided, byPerson } = selectAgreed(plan);
  const loose = [...untaken, ...undecided].filter(
    (row) => row.kind === 'intervention' && doersOf(row).length === 0,
  );
  return [
    ...byPerson.map((one) => ({
      key: one.key,
      kind: one.isSelf ? ('individual' as const) : ('person' as const),
      name: doerName(plan, { ...one, participantId: one.key, authority: null }),
      service: one.service.trim(),
      authority: authorityOf(plan, one.key, one.rows),
      rows: one.rows,
    })),
    ...(loose.length === 0
      ? []
      : [
          {
            key: 'nobody',
            kind: 'nobody' as const,
            name: '',
            service: '',
            authority: null,
            rows: loose,
          },
        ]),
  ];
};

const authorityOf = (plan: SipPlan, key: string, rows: readonly DoingRow[]): Authority | null => {
  const person = plan.participants.find((each) => each.id === key);
  const known = person === undefined ? null : settled(person.authority);
  if (known !== null) return known;
  for (const row of rows) {
    if (row.kind !== 'intervention') continue;
    const doer = doersOf(row).find(
      (each) =>
        (each.participantId ??
          [each.name, each.function, each.service].join('|').trim().toLowerCase()) === key,
    );
    if (doer !== undefined) return doer.authority;
  }
  return null;
};
