/** The square for the phone's camera, and the link, for one who is to follow. */
import type { JSX } from 'preact';
import { useEffect, useReducer, useRef, useState } from 'preact/hooks';
import { foldShares, type Share } from '../../../cases/shares/foldShares.ts';
import { useT } from '../../../i18n/useT.ts';
import { useWorkspace } from '../../../meeting/views/WorkspaceContext.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { Dialog } from '../../../ui/Dialog/Dialog.tsx';
import { Notice } from '../../../ui/Notice/Notice.tsx';
import { QrCode } from '../../../ui/QrCode/QrCode.tsx';
import type { CaseShares } from '../../shares/SharesContext.ts';
import { progressWords } from './shareWords.ts';

export interface CodeDialogProps {
  readonly shares: CaseShares;
  /** Null: closed. */
  readonly shareId: string | null;
  /** The one whose plan it is. */
  readonly name: string;
  readonly onClose: () => void;
}

export function CodeDialog({
  shares,
  shareId,
  name,
  onClose,
}: CodeDialogProps): JSX.Element | null {
  const { state } = useWorkspace();
  const share = foldShares(state.log).find((each) => each.shareId === shareId);
  // Ended while it was shown: the code is gone.
  return share === undefined || share.ended !== null ? null : (
    <ShareCode key={share.shareId} shares={shares} share={share} name={name} onClose={onClose} />
  );
}

interface ShareCodeProps {
  readonly shares: CaseShares;
  readonly share: Share;
  readonly name: string;
  readonly onClose: () => void;
}

function ShareCode({ shares, share, name, onClose }: ShareCodeProps): JSX.Element {
  const t = useT();
  const [found, setFound] = useState<{ readonly link: string | null } | null>(null);
  const [said, setSaid] = useState('');
  const keys = useRef(share);
  const [, drawAgain] = useReducer((count: number) => count + 1, 0);
  useEffect(() => shares.subscribe(() => drawAgain(undefined)), [shares]);
  const progress = shares.progress(share);
  useEffect(() => {
    void shares.linkOf(keys.current).then((link) => setFound({ link }));
  }, [shares]);
  const who = share.receiver.name;
  const copy = async (text: string): Promise<void> => {
    await navigator.clipboard.writeText(text).then(
      () => setSaid(t('share:code.copied', { who })),
      () => setSaid(t('share:code.notCopied')),
    );
  };
  return (
    <Dialog
      open
      title={t('share:code.title', { who })}
      onClose={onClose}
      actions={
        <Button kind="filled" onClick={onClose}>
          {t('share:code.done')}
        </Button>
      }
    >
      {/* Whoever reads the code now finds nothing there yet. */}
      {progress.kind === 'waiting' && progress.fault !== null && (
        <Notice kind="attention" live>
          {progressWords(share, progress, name, t)}
        </Notice>
      )}
      <p>{t('share:code.how', { who, genitive: t.formats.whose(who) })}</p>
      {found !== null && found.link === null && (
        <Notice kind="error">{t('share:code.failed')}</Notice>
      )}
      {found !== null && found.link !== null && (
        <>
          <QrCode class="share__code" value={found.link} label={t('share:code.label')} />
          <div class="button-row">
            <Button onClick={() => void copy(found.link ?? '')}>{t('share:code.copy')}</Button>
            <span role="status">{said}</span>
          </div>
        </>
      )}
    </Dialog>
  );
}
