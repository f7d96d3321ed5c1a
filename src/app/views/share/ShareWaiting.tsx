/** What should have ended and has not, and what the new keys ended: told wherever the leader is, until it is done. */
import type { JSX } from 'preact';
import { useEffect, useMemo, useReducer } from 'preact/hooks';
import { foldShares, type Share, sharesToGiveAnew } from '../../../cases/shares/foldShares.ts';
import { useT } from '../../../i18n/useT.ts';
import { useWorkspace } from '../../../meeting/views/WorkspaceContext.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { Notice } from '../../../ui/Notice/Notice.tsx';
import type { CaseShares } from '../../shares/SharesContext.ts';
import { AboveNotice } from '../../shell/AboveNotice.tsx';

export interface ShareWaitingProps {
  readonly shares: CaseShares;
}

export function ShareWaiting({ shares }: ShareWaitingProps): JSX.Element | null {
  const t = useT();
  const { log, caseId } = useWorkspace().state;
  const [, drawAgain] = useReducer((count: number) => count + 1, 0);
  useEffect(() => shares.subscribe(() => drawAgain(undefined)), [shares]);
  const waiting = useMemo(
    () => foldShares(log).filter(({ ended, isGone }) => ended !== null && !isGone),
    [log],
  );
  const anew = useMemo(() => sharesToGiveAnew(foldShares(log)), [log]);
  const namesOf = (of: readonly Share[]): string =>
    t.formats.list([...new Set(of.map(({ receiver }) => receiver.name))]);
  return (
    <>
      {waiting.length > 0 && (
        <AboveNotice title={t('share:waiting.title')}>
          {t('share:waiting.text', { names: namesOf(waiting) })}
        </AboveNotice>
      )}
      {anew.length > 0 && (
        <Notice
          kind="info"
          title={t('share:newKeys.title')}
          actions={<Button href={`/sip/${caseId}/dela`}>{t('share:newKeys.go')}</Button>}
        >
          {t('share:newKeys.text', { names: namesOf(anew) })}
        </Notice>
      )}
    </>
  );
}
