/** The frame of every office view of a case: the way back, whether all is saved, and where in the work we are. */
import type { ComponentChildren, JSX } from 'preact';
import { useT } from '../../../i18n/useT.ts';
import { SaveWords } from '../../../meeting/views/SaveWords.tsx';
import { useWorkspace } from '../../../meeting/views/WorkspaceContext.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { Notice } from '../../../ui/Notice/Notice.tsx';
import { PageFrame } from '../../../ui/PageFrame/PageFrame.tsx';
import { TopBar } from '../../../ui/TopBar/TopBar.tsx';
import { CaseSteps } from './CaseSteps.tsx';
import type { CaseWay } from './caseWays.ts';
import '../views.css';

export interface CasePageProps {
  /** Null where the view is none of the steps. */
  readonly way: CaseWay | null;
  readonly title: string;
  readonly lead?: ComponentChildren;
  readonly foot?: ComponentChildren;
  /** Quiet buttons at the end of the top line. */
  readonly actions?: ComponentChildren;
  readonly children: ComponentChildren;
}

export function CasePage({
  way,
  title,
  lead,
  foot,
  actions,
  children,
}: CasePageProps): JSX.Element {
  const t = useT();
  const { state, undo, canUndo } = useWorkspace();
  const name = state.plan.name.value ?? t('home:list.nameless');
  return (
    <PageFrame
      title={title}
      lead={lead}
      foot={foot}
      leftOnPhone="hidden"
      top={
        <TopBar back={{ label: name, href: `/sip/${state.caseId}` }} status={<SaveWords />}>
          {canUndo && (
            <Button kind="quiet" onClick={() => void undo()}>
              {t('common:action.undo')}
            </Button>
          )}
          {actions}
        </TopBar>
      }
      left={<CaseSteps present={way} />}
    >
      {state.plan.protectedIdentity.value === true && (
        <Notice kind="attention">{t('home:case.protected')}</Notice>
      )}
      {children}
    </PageFrame>
  );
}
