import type { JSX } from 'preact';
import { casePrinted } from '../../../cases/caseFacts.ts';
import { EasySummary } from '../../../handover/EasySummary.tsx';
import { easyPlan, easyTexts } from '../../../handover/easyPlan.ts';
import { PrintRoot } from '../../../handover/PrintRoot.tsx';
import { PrintSheet } from '../../../handover/PrintSheet.tsx';
import { stampWords } from '../../../handover/paperWords.ts';
import { planPaper } from '../../../handover/planPaper.ts';
import { useT } from '../../../i18n/useT.ts';
import { printStamp } from '../../../meeting/afterMeeting.ts';
import { individualName } from '../../../meeting/views/planWords.ts';
import { useWorkspace } from '../../../meeting/views/WorkspaceContext.ts';
import type { SoundVersion } from '../../../plan/versions.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { Dialog } from '../../../ui/Dialog/Dialog.tsx';
import { lazyView } from '../../../ui/lazyView.tsx';
import { footWords } from './footWords.ts';

const WordsInText = lazyView(
  () => import('../../../individual/words/WordsInText.tsx').then((m) => m.WordsInText),
  {
    as: 'extra',
  },
);

export interface EasyDialogProps {
  readonly open: boolean;
  /** The summary is what comes on paper: while it is open, and until it has been printed. */
  readonly onPaper: boolean;
  readonly organisation: string;
  /** Null: the draft. */
  readonly version: SoundVersion | null;
  readonly onClose: () => void;
  readonly onPrint: () => void;
}

/** **Lättläst**: for the person whose plan it is, which needs no consent; read first, then printed (field.md 3, 19). */
export function EasyDialog(props: EasyDialogProps): JSX.Element {
  const { open, onPaper, organisation, version, onClose, onPrint } = props;
  const t = useT();
  const { state, record, practice } = useWorkspace();
  const plan = version?.plan ?? state.plan;
  const name = individualName(plan) || t('home:list.nameless');
  const self = plan.participants.find(({ isIndividual }) => isIndividual);
  const paper = planPaper(plan, { participantId: self?.id ?? null, name });
  const easy = easyPlan(paper);

  const print = async (): Promise<void> => {
    await record((ctx) => {
      const fact = casePrinted(ctx, 'easy');
      return { ...fact, data: { ...fact.data, to: name } };
    });
    onPrint();
    // After the dialog is gone: it would stand in the way of the printed page in some browsers.
    requestAnimationFrame(() => window.print());
  };

  return (
    <>
      {onPaper && (
        <PrintRoot>
          <PrintSheet
            stamp={stampWords(printStamp(state.after), paper.guarded ? '' : organisation, t)}
            foot={footWords(paper.name, version, t)}
          >
            {practice && <p>{t('print:head.practice')}</p>}
            <EasySummary form="paper" plan={easy} />
          </PrintSheet>
        </PrintRoot>
      )}
      <Dialog
        open={open}
        title={t('plan:view.easyFor', { name })}
        onClose={onClose}
        class="plan-dialog"
        actions={
          <>
            <Button onClick={onClose}>{t('common:action.close')}</Button>
            <Button kind="filled" onClick={() => void print()}>
              {t('common:action.print')}
            </Button>
          </>
        }
      >
        <p class="soft">{t('plan:view.printLogged')}</p>
        <EasySummary form="screen" plan={easy} />
        <WordsInText texts={easyTexts(easy)} language="sv-x-lattlast" />
      </Dialog>
    </>
  );
}
