import type { CaseState } from '../meeting/workspace.ts';
import { selectCard } from '../process/caseCard.ts';
import type { Bytes } from '../shared/bytes.ts';
import type { CaseKeys } from '../vault/caseKeys.ts';
import { sealCard } from '../vault/sealLocal.ts';

/**
 * The sealed card of a case: what lists show, so that they open no plan. Written in the same transaction as
 * the change that made it so; a card that is missing or does not fit is built anew from the journal.
 */
export interface CardWriter {
  /** The sealed card when it differs from the last one written; null when it stands as it is. */
  readonly prepare: (keys: CaseKeys, state: CaseState, others: number) => Promise<Bytes | null>;
  /** What was prepared last is on disk. */
  readonly written: () => void;
}

/** `others` counts what came from elsewhere: another window may have written a card since. */
export const createCardWriter = (): CardWriter => {
  let onDisk: string | null = null;
  let prepared: string | null = null;
  return {
    prepare: async (keys, state, others) => {
      // What held the name cannot be read: the card on disk still has it, and the list would lose the person.
      if (state.plan.name.value === null && state.setAsideRecords.length > 0) return null;
      const card = selectCard(state);
      prepared = `${others} ${JSON.stringify(card)}`;
      if (prepared === onDisk) return null;
      const sealed = await sealCard(keys, card);
      return sealed.ok ? sealed.value : null;
    },
    written: () => {
      onDisk = prepared;
    },
  };
};
