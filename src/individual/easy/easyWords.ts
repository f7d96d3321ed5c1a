/** The short copy's words in a language, each with the same in Swedish beside (`RoomText` draws the two). */
import { useMemo } from 'preact/hooks';
import { swedishText } from '../../i18n/i18n.ts';
import type { LanguageCode } from '../../i18n/languages.ts';
import type { TextKeyOf, Texts, TextValues } from '../../i18n/textsOf.ts';
import { useT } from '../../i18n/useT.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { createCodedInText } from '../../plan/catalogue/codedInText.ts';
import { codedKeys } from '../../plan/catalogue/codedKeys.ts';
import { between } from '../roomBlocks.ts';
import { type RoomWords, roomWords } from '../roomPhrases.ts';
import { useRoomWords } from '../useRoomWords.ts';

export interface EasyWords {
  readonly language: LanguageCode;
  readonly say: (key: TextKeyOf<'easy'>, values?: TextValues) => string;
  /** The words that the shared view has for the same things. */
  readonly room: RoomWords;
  /** What a coded word means, in one plain sentence; empty for free text. */
  readonly explain: (text: string) => string;
}

const joined = (wordings: ReturnType<Texts<'easy'>['both']>): string =>
  wordings.map(({ text }) => text).join(between);

/** Null until they have come; when the language changes, those of the former stand until the new ones are there. */
export const useEasyWords = (chosen: LanguageCode): EasyWords | null => {
  const _t = useT();
  const easy = useTexts('easy', chosen);
  const language = easy?.language ?? 'sv';
  const coded = useTexts('coded', language);
  const swedishCoded = useTexts('coded');
  const room = useRoomWords(language, roomWords(swedishText));
  const codedOf = useMemo(
    () => swedishCoded && createCodedInText((id) => swedishCoded.t(codedKeys(id).name)),
    [swedishCoded],
  );
  if (easy === null || coded === null || codedOf === null) return null;
  return {
    language,
    say: (key, values) => joined(easy.both(key, values)),
    room,
    explain: (text) => {
      const found = codedOf(text);
      return found === null ? '' : joined(coded.both(codedKeys(found.id).plain));
    },
  };
};
