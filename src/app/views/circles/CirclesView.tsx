/** `/hjalp/cirklar`, **Mötescirklar**: who are you at the meeting? Open also when locked; names nobody. */
import type { JSX } from 'preact';
import { currentLocale } from '../../../i18n/i18n.ts';
import { LanguageChips } from '../../../individual/LanguageChips.tsx';
import { circleRoles } from '../../../meeting/circles/roles.ts';
import { useCircleWords } from '../../../meeting/views/circles/useCircleWords.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { Circle } from '../../../ui/Circle/Circle.tsx';
import { RuledList, RuledRow } from '../../../ui/RuledList/RuledList.tsx';
import { CirclesFrame } from './CirclesFrame.tsx';
import { circleWay } from './circleWay.ts';
import { useCircleWay } from './useCircleWay.ts';

export function CirclesView(): JSX.Element | null {
  const { language, go } = useCircleWay();
  const words = useCircleWords(language, '');
  if (words === null) return null;
  const { t } = words;
  return (
    <CirclesFrame
      words={words}
      title={t('ownCircles:page.title')}
      lead={t('ownCircles:page.lead')}
      left={
        <Circle
          part={null}
          size={306}
          label={words.language === currentLocale() ? undefined : t('ownCircles:page.title')}
        />
      }
    >
      <LanguageChips
        label={t('ownCircles:page.language')}
        value={language}
        onChange={(chosen) => go({ language: chosen })}
      />
      <h2>{t('ownCircles:page.choose')}</h2>
      <RuledList label={t('ownCircles:page.choose')}>
        {circleRoles.map((role) => (
          <RuledRow
            key={role}
            second={t(`ownCircles:who.${role}`)}
            actions={
              <Button
                kind="quiet"
                iconEnd="forward"
                href={circleWay(role, { language, part: null })}
                aria-label={`${t('ownCircles:page.read')}: ${t(`ownCircles:name.${role}`)}`}
              >
                {t('ownCircles:page.read')}
              </Button>
            }
          >
            {t(`ownCircles:name.${role}`)}
          </RuledRow>
        ))}
      </RuledList>
      <p class="soft">{t('ownCircles:page.words')}</p>
    </CirclesFrame>
  );
}
