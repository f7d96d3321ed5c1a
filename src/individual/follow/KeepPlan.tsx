/** **Behåll planen på den här telefonen**, with who may then read it; and that it is kept, before the plan itself. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { LanguageCode } from '../../i18n/languages.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { Button } from '../../ui/Button/Button.tsx';
import { Picture } from '../../ui/Picture/Picture.tsx';
import { keepLanguage } from '../keepLanguage.ts';

export interface KeepPlanProps {
  readonly language: LanguageCode;
  readonly isKept: boolean;
  /** Nothing newer comes: it is not shared any longer. */
  readonly isOld: boolean;
  /** False when it could not. */
  readonly onKeep: () => Promise<boolean>;
}

export function KeepPlan({ language, isKept, isOld, onKeep }: KeepPlanProps): JSX.Element | null {
  const [isBusy, setBusy] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const texts = useTexts('follow', language);
  // It is to be read in this language without internet.
  useEffect(() => {
    if (isKept) void keepLanguage(language);
  }, [isKept, language]);
  if (texts === null) return null;
  const { t } = texts;
  const keep = async (): Promise<void> => {
    setBusy(true);
    setFailed(!(await onKeep()));
    setBusy(false);
  };
  return (
    <div class="follow__keep">
      <Picture name={isKept ? 'thing-phone' : 'thing-paper'} size={56} />
      <div role="status">
        {isKept && <p class="follow__kept-words">{t('follow:kept.here')}</p>}
        {isKept && isOld && <p>{t('follow:kept.old')}</p>}
        {hasFailed && !isKept && <p>{t('follow:kept.failed')}</p>}
      </div>
      {!isKept && (
        <div class="follow__keep-choice">
          <Button busy={isBusy} onClick={() => void keep()}>
            {t('follow:kept.keep')}
          </Button>
          <p>{t('follow:kept.warn')}</p>
        </div>
      )}
    </div>
  );
}
