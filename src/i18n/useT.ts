import { useEffect, useState } from 'preact/hooks';
import { onLocaleChanged, translate } from './i18n.ts';
import type { Translate } from './keys.ts';

/**
 * Texts for a view: `const t = useT(); t('common:action.save')`. The view is drawn again, with a new `t`,
 * when the language changes.
 */
export function useT(): Translate {
  const [t, setT] = useState<Translate>(() => translate);
  useEffect(() => {
    const again = (): Translate => (key, params) => translate(key, params);
    return onLocaleChanged(() => setT(again));
  }, []);
  return t;
}
