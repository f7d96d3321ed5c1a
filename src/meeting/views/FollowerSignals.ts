import { createContext } from 'preact';
import type { SignalMessage } from '../../shared/signalMessage.ts';

/** Signals of those who follow on phones, already checked, and the answers back to them. */
export interface FollowerSignals {
  readonly onSignal: (listener: (message: SignalMessage) => void) => () => void;
  readonly answer: (message: SignalMessage) => void;
}

/** Null where nobody can follow. */
export const FollowerSignalsContext = createContext<FollowerSignals | null>(null);
