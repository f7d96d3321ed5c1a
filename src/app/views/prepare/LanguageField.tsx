/**
 * The individual's language: any, in words, or one that the program has texts in. That one is also what the shared view
 * is in, and is kept on the device from now on.
 */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { currentLocale } from '../../../i18n/i18n.ts';
import {
  type Language,
  type LanguageCode,
  languageOf,
  offeredLanguages,
} from '../../../i18n/languages.ts';
import { useT } from '../../../i18n/useT.ts';
import '../../../individual/languageChips.css';
import { keepLanguage } from '../../../individual/keepLanguage.ts';
import { languageOfPlan } from '../../../individual/languageOfPlan.ts';
import { useWorkspace } from '../../../meeting/views/WorkspaceContext.ts';
import { ChipGroup } from '../../../ui/ChipGroup/ChipGroup.tsx';
import { RegisterField } from '../case/RegisterField.tsx';
import { useWritePlan } from '../case/useWritePlan.ts';

export function LanguageField(): JSX.Element {
  const t = useT();
  const { plan } = useWorkspace().state;
  const { language } = plan;
  const write = useWritePlan();
  const code = languageOfPlan(plan);
  const chosen = code === null ? null : languageOf(code);
  return (
    <>
      <RegisterField
        label={t('prepare:prepare.language')}
        hint={t('prepare:prepare.languageHint')}
        register={language}
        onWrite={(value) => write('language', value)}
      />
      <div class="language-names">
        <ChipGroup
          label={t('prepare:prepare.languageChoice')}
          allowNone
          value={chosen?.swedishName ?? null}
          options={offeredLanguages.map(({ code, swedishName }) => ({
            value: swedishName,
            label: bothNames(code),
          }))}
          onChange={(value: string | null) => write('language', value)}
        />
      </div>
      {chosen !== null && chosen.code !== 'sv' && <Chosen key={chosen.code} {...chosen} />}
    </>
  );
}

/** What the leader calls it; what is written in the plan is the Swedish name. */
const nameInProgram = (code: LanguageCode): string =>
  languageOf(code)[currentLocale() === 'sv' ? 'swedishName' : 'englishName'];

/** What those who speak it call it, and what the leader does, where that is not nearly the same. */
const bothNames = (code: LanguageCode): string => {
  const { ownName } = languageOf(code);
  const leaders = nameInProgram(code);
  return leaders.toLowerCase().startsWith(ownName.toLowerCase())
    ? ownName
    : `${ownName} · ${leaders}`;
};

/** What holds for the language, in a sentence or two: who has read its texts, and whether its letters are here. */
function Chosen({ code, isChecked }: Language): JSX.Element | null {
  const t = useT();
  const [isHere, setIsHere] = useState(true);
  useEffect(() => {
    void keepLanguage(code).then(setIsHere);
  }, [code]);
  const isSwedish = code.startsWith('sv');
  const unchecked = isSwedish
    ? t('prepare:prepare.languageUntried')
    : t('prepare:prepare.languageUnchecked', { language: nameInProgram(code) });
  return (
    <div role="status">
      {!isChecked && <p>{unchecked}</p>}
      {!isSwedish && <p>{t('prepare:prepare.languageBelow')}</p>}
      {!isHere && <p>{t('prepare:prepare.languageLetters')}</p>}
    </div>
  );
}
