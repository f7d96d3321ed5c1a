import { useEffect, useState } from 'preact/hooks';
import type { IndividualNamespace } from './individualTexts.ts';
import type { LanguageCode } from './languages.ts';
import { loadTexts, textsNow } from './loadTexts.ts';
import type { Texts } from './textsOf.ts';

/**
 * Texts for what an individual reads: `const texts = useTexts('sip', language)`, then `texts.t('sip:title')`. Null until
 * they have come; when the language changes, those of the former stand until the new ones are there.
 *
 * A lazy view that loads its Swedish with itself (`lazyView(async () => { await loadTexts('sv', 'sip'); … })`) says by
 * itself when it cannot come.
 */
export function useTexts<Name extends IndividualNamespace>(
  namespace: Name,
  language: LanguageCode = 'sv',
): Texts<Name> | null {
  const now = textsNow(language, namespace);
  const [last, setLast] = useState<Texts<Name> | null>(now);
  useEffect(() => {
    let isWanted = true;
    loadTexts(language, namespace).then(
      (texts) => {
        if (isWanted) setLast(texts);
      },
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [language, namespace]);
  return now ?? last;
}
