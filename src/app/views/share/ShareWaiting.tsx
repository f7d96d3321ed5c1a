/** What should have ended and has not: told wherever the leader is, until it is done. */
import type { JSX } from 'preact';
import { useEffect, useMemo, useReducer } from 'preact/hooks';
import { foldShares } from '../../../cases/shares/foldShares.ts';
import { useT } from '../../../i18n/useT.ts';
import { useWorkspace } from '../../../meeting/views/WorkspaceContext.ts';
import type { CaseShares } from '../../shares/SharesContext.ts';
import { AboveNotice } from '../../shell/AboveNotice.tsx';

export interface ShareWaitingProps {
  readonly shares: CaseShares;
}

export function ShareWaiting({ shares }: ShareWaitingProps): JSX.Element | null {
  const t = useT();
  const { log } = useWorkspace().state;
  const [, drawAgain] = useReducer((count: number) => count + 1, 0);
  useEffect(() => shares.subscribe(() => drawAgain(undefined)), [shares]);
  const waiting = useMemo(
    () => foldShares(log).filter(({ ended, isGone }) => ended !== null && !isGone),
    [log],
  );
  if (waiting.length === 0) return null;
  const names = t.formats.list([...new Set(waiting.map(({ receiver }) => receiver.name))]);
  return (
    <AboveNotice title={t('share:waiting.title')}>{t('share:waiting.text', { names })}</AboveNotice>
  );
}
