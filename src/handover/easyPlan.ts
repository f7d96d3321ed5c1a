import type { LocalDate } from '../shared/deps.ts';
import type { PaperRow, PaperStep, PaperWho, PlanPaper } from './planPaper.ts';

/**
 * What the easy summary says, picked from the paper of the plan, so that the same filter has been gone through: whom
 * to ask about what comes first (field.md 19), then what matters, what is decided, what is not decided yet, and when
 * we meet again. Nothing of what works less well, what we do not agree on, or what waits for another time.
 */
export interface EasyPlan {
  readonly name: string;
  readonly lead: string;
  readonly ask: readonly EasyPerson[];
  readonly important: string;
  readonly longTermGoals: readonly string[];
  readonly decided: readonly EasyStep[];
  readonly undecided: readonly EasyRow[];
  readonly next: {
    readonly date: LocalDate | null;
    readonly time: string;
    readonly place: string;
  } | null;
  readonly guarded: boolean;
}

export interface EasyPerson {
  readonly name: string;
  readonly what: string;
  readonly about: string;
  readonly phone: string;
  readonly hours: string;
}

export interface EasyStep {
  /** Empty for what stands under no step. */
  readonly text: string;
  readonly rows: readonly EasyRow[];
}

export interface EasyRow extends Pick<PaperRow, 'id' | 'text' | 'timing' | 'where' | 'decision'> {
  /** The individual does it. */
  readonly own: boolean;
  /** A name, or a function where there is none. */
  readonly who: readonly string[];
}

export const easyPlan = (paper: PlanPaper): EasyPlan => {
  const steps = paper.steps.map((step) => ({ text: step.text, rows: rowsOf(step) }));
  return {
    name: paper.name,
    lead: paper.lead === null ? '' : paper.lead.name || paper.lead.what,
    ask: paper.people
      .filter(({ isIndividual, phone, askAbout }) => !isIndividual && (phone || askAbout) !== '')
      .map((person) => ({
        name: person.name || person.what,
        what: person.name === '' ? '' : person.what,
        about: person.askAbout,
        phone: person.phone,
        hours: person.phone === '' ? '' : person.hours,
      })),
    important: paper.important,
    longTermGoals: paper.longTermGoals,
    decided: steps
      .map(({ text, rows }) => ({ text, rows: rows.filter((row) => !isUndecided(row)) }))
      .filter(({ text, rows }) => text !== '' || rows.length > 0),
    undecided: steps.flatMap(({ rows }) => rows.filter(isUndecided)),
    next:
      paper.next === null
        ? null
        : { date: paper.next.date, time: paper.next.time, place: paper.next.place },
    guarded: paper.guarded,
  };
};

/** What people wrote, as it stands in the summary: where hard words may be. */
export const easyTexts = (plan: EasyPlan): readonly string[] => [
  ...plan.ask.flatMap(({ what, about }) => [what, about]),
  plan.important,
  ...plan.longTermGoals,
  ...plan.decided.flatMap(({ text, rows }) => [text, ...rows.flatMap(textsOfRow)]),
  ...plan.undecided.flatMap(textsOfRow),
];

const textsOfRow = ({ text, who }: EasyRow): readonly string[] => [text, ...who];

/** On paper a row stands under each authority that answers for a share of it; here once, with all who do it. */
const rowsOf = (step: PaperStep): readonly EasyRow[] => {
  const seen = new Set<string>();
  return step.groups.flatMap(({ answersFor, rows }) =>
    rows.flatMap((row) => {
      if (seen.has(row.id)) return [];
      seen.add(row.id);
      const { id, text, timing, where, decision } = row;
      const who = [...row.who, ...row.together].map(wordOf).filter((word) => word !== '');
      return [{ id, text, timing, where, decision, own: answersFor === 'self', who }];
    }),
  );
};

const wordOf = ({ name, what }: PaperWho): string => name || what;

const isUndecided = ({ decision }: EasyRow): boolean =>
  decision !== null && (decision.kind === 'soks' || decision.kind === 'provas');
