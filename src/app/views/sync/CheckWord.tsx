/** The word that both devices show. Drawn from the words of **Föreslå**, which come when they are asked for. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useT } from '../../../i18n/useT.ts';

export function CheckWord({ check }: { readonly check: number }): JSX.Element {
  const t = useT();
  const [words, setWords] = useState<readonly string[]>([]);
  useEffect(() => {
    void import('../../../i18n/locales/words/sv.ts').then((found) => setWords(found.swedishWords));
  }, []);
  const word = words[check % words.length];
  return (
    <p class="check-word" role="status">
      <span class="soft">{t('sync:give.word')}</span>{' '}
      {word !== undefined && <strong class="check-word__word">{word}</strong>}
    </p>
  );
}
