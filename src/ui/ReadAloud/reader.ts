/**
 * Reads texts aloud with the voices of the device, one after the other. A text in a language that has no voice here is
 * passed over when others can be read; when none can, `read` says so.
 */
import { type Voice, voiceFor } from './voiceFor.ts';

export interface Speech<Own extends Voice> {
  /** What the device has; some browsers know it only after a moment. */
  readonly voices: () => Promise<readonly Own[]>;
  /** Resolves when it has been said, `stopped` when somebody stopped it. `onWord` where the voice tells. */
  readonly say: (
    text: string,
    voice: Own,
    onWord: (from: number, length: number) => void,
  ) => Promise<'said' | 'stopped' | 'failed'>;
  readonly stop: () => void;
}

export interface ReadText {
  readonly text: string;
  readonly language: string;
}

export type ReadOutcome = 'read' | 'stopped' | 'failed' | 'noVoice';

export interface Place<Text extends ReadText> {
  readonly of: Text;
  /** The word that is said now; null while the voice does not tell. */
  readonly word: { readonly from: number; readonly to: number } | null;
}

export interface Reader {
  read<Text extends ReadText>(
    texts: readonly Text[],
    /** The language that is asked for: without a voice for it nothing is read. */
    language: string,
    onPlace: (place: Place<Text> | null) => void,
  ): Promise<ReadOutcome>;
  stop(): void;
}

const wordLength = (text: string, from: number): number =>
  /^[^\s]+/u.exec(text.slice(from))?.[0].length ?? 0;

export const createReader = <Own extends Voice>(speech: Speech<Own>): Reader => {
  /** Which reading is under way: one that is begun ends the one before. */
  let turn = 0;
  return {
    read: async (texts, language, onPlace) => {
      turn += 1;
      const mine = turn;
      speech.stop();
      const voices = await speech.voices();
      if (voiceFor(voices, language) === null) return 'noVoice';
      for (const text of texts) {
        const voice = voiceFor(voices, text.language);
        if (voice === null) continue;
        if (mine !== turn) return 'stopped';
        onPlace({ of: text, word: null });
        const said = await speech.say(text.text, voice, (from, length) => {
          if (mine !== turn) return;
          const to = from + (length || wordLength(text.text, from));
          onPlace({ of: text, word: { from, to } });
        });
        if (said !== 'said') {
          if (mine === turn) onPlace(null);
          return mine === turn ? said : 'stopped';
        }
      }
      onPlace(null);
      return 'read';
    },
    stop: () => {
      turn += 1;
      speech.stop();
    },
  };
};
