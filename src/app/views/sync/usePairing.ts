import { useSyncExternalStore } from 'preact/compat';
import type { Sight } from '../../../cases/pairing/pairingStep.ts';

const never = (): (() => void) => () => undefined;

/** The state of a pairing; null while none is under way. */
export const usePairing = <State>(pairing: Sight<State> | null): State | null =>
  useSyncExternalStore(pairing?.subscribe ?? never, () => pairing?.get() ?? null);
