import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/**
 * **Möteskod** as the views know it (field.md 8): four digits for this meeting, in memory only, that guard the leader's
 * own screen. `app` gives it; where nothing gives it, it is not offered.
 */
export interface MeetingCode {
  readonly isSet: boolean;
  /** The tablet has been out of sight since: the leader's own screen asks for the code before it is shown. */
  readonly covered: boolean;
  readonly uncover: () => void;
  /** False when it is not four digits. */
  readonly choose: (digits: string) => boolean;
  readonly remove: () => void;
  /** The third wrong try locks: then nothing here stands any more. */
  readonly attempt: (digits: string) => 'open' | 'wrong' | 'lock';
}

export const codeLength = 4;

export const MeetingCodeContext = createContext<MeetingCode | null>(null);

export const useMeetingCode = (): MeetingCode | null => useContext(MeetingCodeContext);
