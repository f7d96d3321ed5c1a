import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import { onLocaleChanged, swedishText, translate } from './i18n.ts';
import type { Translate } from './keys.ts';

/** Within it all is in Swedish, whatever language the program is in: paper, and what the room and the individual see. */
export const AlwaysSwedish = createContext(false);

/**
 * Texts for a view: `const t = useT(); t('common:action.save')`. The view is drawn again, with a new `t`,
 * when the language changes.
 */
export function useT(): Translate {
  const isSwedish = useContext(AlwaysSwedish);
  const [t, setT] = useState<Translate>(() => translate);
  useEffect(() => {
    const again = (): Translate =>
      Object.defineProperty((...said: Parameters<Translate>) => translate(...said), 'formats', {
        get: () => translate.formats,
      }) as Translate;
    return onLocaleChanged(() => setT(again));
  }, []);
  return isSwedish ? swedishText : t;
}
