import { useEffect, useState } from 'preact/hooks';
import type { LanguageCode } from '../i18n/languages.ts';
import type { RoomWords } from './roomPhrases.ts';
import type { WordsIn } from './roomWordsIn.ts';

/** The words of the shared view in the individual's language, when they have come; until then, and else, in Swedish. */
export const useRoomWords = (own: LanguageCode | null, swedish: RoomWords): RoomWords => {
  const language = own ?? 'sv';
  const [come, setCome] = useState<{ language: LanguageCode; wordsIn: WordsIn } | null>(null);
  useEffect(() => {
    let isWanted = true;
    void import('./roomWordsIn.ts')
      .then(({ roomWordsIn }) => roomWordsIn(language))
      .then((wordsIn) => {
        if (isWanted) setCome({ language, wordsIn });
      })
      .catch(() => undefined);
    return () => {
      isWanted = false;
    };
  }, [language]);
  return come === null || come.language !== language ? swedish : come.wordsIn(swedish);
};
