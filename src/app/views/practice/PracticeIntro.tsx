/** What practice is, and the way to the table. */
import type { JSX } from 'preact';
import { useT } from '../../../i18n/useT.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { Circle } from '../../../ui/Circle/Circle.tsx';
import { PageFrame } from '../../../ui/PageFrame/PageFrame.tsx';
import { TopBar } from '../../../ui/TopBar/TopBar.tsx';
import '../views.css';

export interface PracticeIntroProps {
  readonly caseId: string;
  /** There when the meeting has begun: Lars made anew. */
  readonly onAgain?: () => void;
}

export function PracticeIntro({ caseId, onAgain }: PracticeIntroProps): JSX.Element {
  const t = useT();
  return (
    <PageFrame
      title={t('practice:title')}
      top={<TopBar back={{ label: t('practice:leave'), href: '~/' }} />}
      left={<Circle part={null} size={306} />}
      leftOnPhone="hidden"
      lead={t('practice:lead')}
      foot={
        <Button kind="quiet" href={`/sip/${caseId}`}>
          {t('practice:look')}
        </Button>
      }
    >
      <p>{t('practice:case')}</p>
      <p>{t('practice:how')}</p>
      <div class="button-row">
        <Button kind="filled" size="large" href={`/sip/${caseId}/mote`} iconEnd="forward">
          {t('practice:start')}
        </Button>
        {onAgain !== undefined && (
          <Button size="large" onClick={onAgain}>
            {t('practice:again')}
          </Button>
        )}
      </div>
    </PageFrame>
  );
}
