/**
 * The question that is answered: always the Swedish text, since consent is recorded on that. Where the program is in
 * another language its words stand beside, as a help.
 */
import type { JSX } from 'preact';
import type { ConsentKind } from '../../../consent/consentFacts.ts';
import { currentLocale, swedishText } from '../../../i18n/i18n.ts';
import { useT } from '../../../i18n/useT.ts';

export interface ConsentQuestionProps {
  readonly which: ConsentKind;
  readonly name: string;
}

export function ConsentQuestion({ which, name }: ConsentQuestionProps): JSX.Element {
  const t = useT();
  return (
    <>
      <p lang="sv">{swedishText(`consent:${which}.question`, { name })}</p>
      {currentLocale() !== 'sv' && <p class="soft">{t(`consent:${which}.question`, { name })}</p>}
    </>
  );
}
