/** **Sluta dela**. The individual's own ends when they want it, or when staff say why (field.md 3). */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Share } from '../../../cases/shares/foldShares.ts';
import { useT } from '../../../i18n/useT.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { ChipGroup } from '../../../ui/ChipGroup/ChipGroup.tsx';
import { Dialog } from '../../../ui/Dialog/Dialog.tsx';
import { Field } from '../../../ui/Field/Field.tsx';
import { Notice } from '../../../ui/Notice/Notice.tsx';
import type { CaseShares } from '../../shares/SharesContext.ts';

export interface EndDialogProps {
  readonly shares: CaseShares;
  readonly share: Share;
  readonly name: string;
  readonly onClose: () => void;
}

export function EndDialog({ shares, share, name, onClose }: EndDialogProps): JSX.Element {
  const t = useT();
  const who = share.receiver.name;
  const isOwn = share.receiver.receiverKind === 'individual';
  const [wants, setWants] = useState<'individual' | 'staff' | null>(null);
  const [reason, setReason] = useState('');
  const [hasFailed, setFailed] = useState(false);
  const needsReason = isOwn && wants === 'staff';
  const why = isOwn ? wants : 'staff';

  const end = async (): Promise<void> => {
    if (why === null) return;
    const done = await shares.end(share.shareId, { why, reason: needsReason ? reason : '' });
    if (done) onClose();
    else setFailed(true);
  };
  return (
    <Dialog
      open
      title={t('share:end.title', { who })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('share:end.back')}</Button>
          <Button
            kind="filled"
            disabled={why === null || (needsReason && reason.trim() === '')}
            onClick={() => void end()}
          >
            {t('share:end.go')}
          </Button>
        </>
      }
    >
      <p>{t('share:end.text', { past: t('share:past', { who }) })}</p>
      {isOwn && (
        <ChipGroup
          label={t('share:end.who')}
          value={wants}
          onChange={setWants}
          options={[
            { value: 'individual', label: t('share:end.individual', { name }) },
            { value: 'staff', label: t('share:end.staff') },
          ]}
        />
      )}
      {needsReason && (
        <Field
          label={t('share:end.reason')}
          hint={t('share:end.reasonHint', { name })}
          value={reason}
          onInput={setReason}
        />
      )}
      {hasFailed && <Notice kind="error">{t('share:end.failed')}</Notice>}
    </Dialog>
  );
}
