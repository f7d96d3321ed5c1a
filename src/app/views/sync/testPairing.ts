/** Pairings that a test moves by hand. For tests only. */
import type { Giving, GivingState } from '../../../cases/pairing/giveAccess.ts';
import type { Joining, JoiningState } from '../../../cases/pairing/joinDevice.ts';
import { createSight } from '../../../cases/pairing/pairingStep.ts';

export interface Moved<State> {
  readonly set: (state: State) => void;
  readonly asked: readonly string[];
}

export const testGiving = (first: GivingState): Giving & Moved<GivingState> => {
  const asked: string[] = [];
  return {
    ...createSight(first),
    asked,
    confirm: () => asked.push('confirm'),
    cancel: () => asked.push('cancel'),
  };
};

export const testJoining = (first: JoiningState): Joining & Moved<JoiningState> => {
  const asked: string[] = [];
  return {
    ...createSight(first),
    asked,
    confirm: () => asked.push('confirm'),
    cancel: () => asked.push('cancel'),
  };
};
