/** `/sip/:id/historik` */
import type { JSX } from 'preact';
import { useSession } from './SessionContext.ts';
import { HistoryView } from './views/history/HistoryView.tsx';

export function HistoryRoute(): JSX.Element {
  const { deps } = useSession();
  return <HistoryView clock={deps.clock} />;
}
