import type { Translate } from '../../../i18n/keys.ts';
import type { Register } from '../../../plan/model.ts';

/** Beside a field that two set at the same time: what each of them wrote. Undefined where there is nothing to choose. */
export const bothWords = <T>(
  { both }: Register<T>,
  say: (value: T) => string,
  t: Translate,
): string | undefined =>
  both.length === 0
    ? undefined
    : t('prepare:prepare.bothSaid', {
        values: t.formats.list(
          both.map(({ value, by }) =>
            t('prepare:prepare.bothOne', {
              value: say(value),
              name: by.name || t('meeting:both.someone'),
            }),
          ),
        ),
      });
