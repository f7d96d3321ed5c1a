import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { caseExported } from '../../../cases/caseFacts.ts';
import { swedishText } from '../../../i18n/i18n.ts';
import { dateOfInstant } from '../../../i18n/localDate.ts';
import { useT } from '../../../i18n/useT.ts';
import { printStamp } from '../../../meeting/afterMeeting.ts';
import { useWorkspace } from '../../../meeting/views/WorkspaceContext.ts';
import { planToText } from '../../../plan/planText.ts';
import type { SoundVersion } from '../../../plan/versions.ts';
import type { ClockDep } from '../../../shared/deps.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { Dialog } from '../../../ui/Dialog/Dialog.tsx';
import { CopyText } from './CopyText.tsx';

export interface CopyTextDialogProps {
  readonly open: boolean;
  readonly clock: ClockDep['clock'];
  readonly organisation: string;
  readonly version: SoundVersion | null;
  readonly onClose: () => void;
}

/** **Kopiera planen som text**, in the order of the VGR form, for the record system (field.md 9). */
export function CopyTextDialog(props: CopyTextDialogProps): JSX.Element | null {
  return props.open ? <OpenCopy {...props} /> : null;
}

function OpenCopy({ clock, organisation, version, onClose }: CopyTextDialogProps): JSX.Element {
  const t = useT();
  const { state, record, practice } = useWorkspace();
  const [logged, setLogged] = useState(false);
  const stamp = printStamp(state.after);
  const text = planToText(
    version?.plan ?? state.plan,
    { t: swedishText, date: swedishText.formats.date, time: swedishText.formats.time },
    {
      receiver: null,
      practice,
      status:
        version === null
          ? { kind: 'draft', date: dateOfInstant(clock.now()) }
          : { kind: 'version', n: version.n, date: dateOfInstant(version.at) },
      stamp:
        stamp.kind === 'arbetsmaterial'
          ? { kind: 'workingMaterial', organisation }
          : { kind: 'entered', system: stamp.system, date: stamp.date },
    },
  );
  const log = async () => {
    if (logged) return;
    setLogged(true);
    await record((ctx) => caseExported(ctx, 'text'));
  };
  return (
    <Dialog
      open
      title={t('plan:view.copyText')}
      onClose={onClose}
      class="plan-dialog"
      actions={<Button onClick={onClose}>{t('common:action.close')}</Button>}
    >
      <p>{t('plan:view.copyWhere')}</p>
      <CopyText text={text} label={t('plan:view.asText')} onCopied={() => void log()} />
    </Dialog>
  );
}
