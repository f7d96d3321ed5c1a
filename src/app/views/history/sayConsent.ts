import { readConsentFact } from '../../../consent/consentFacts.ts';
import type { Translate } from '../../../i18n/keys.ts';
import { sentenceCase } from '../../../meeting/views/planWords.ts';
import type { Fact } from '../../../shared/fact.ts';
import type { Said } from './historyLines.ts';

/** What was said yes and no to, by whom and how, as a line in **Historik**. `name`: whose plan it is. */
export const sayConsent = (fact: Fact, name: string, t: Translate): Said => {
  const by = fact.by.name;
  const read = readConsentFact(fact);
  if (read === null) return { group: 'consents', what: t('history:consent.unreadable'), more: by };
  const say = (what: string, more = by): Said => ({ group: 'consents', what, more });
  switch (read.type) {
    case 'consent.recorded': {
      const { which, answer, form, giver, note } = read.data;
      return say(
        t(`history:consent.${which}.${answer}`),
        [
          t(`history:form.${form}`),
          giver.name === '' ? '' : t('history:consent.giver', { name: giver.name }),
          note,
          by,
        ]
          .filter((word) => word !== '')
          .join(' '),
      );
    }
    case 'consent.withdrawn':
      return say(t(`history:consent.${read.data.which}.withdrawn`));
    case 'consent.excepted':
      return read.data.kind === 'party'
        ? say(
            read.data.name === ''
              ? t('history:consent.someParty')
              : t('history:consent.party', { name: read.data.name }),
          )
        : say(t('history:consent.subject'));
    case 'consent.exceptionRemoved':
      return say(t('history:consent.exceptionRemoved'));
    case 'consent.informed':
      return say(
        t('history:consent.informed', { name }),
        [sentenceCase(read.data.how), by].filter(Boolean).join('. '),
      );
  }
};
