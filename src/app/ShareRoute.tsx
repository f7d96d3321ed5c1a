/** `/sip/:id/dela` */
import type { JSX } from 'preact';
import { useSession } from './SessionContext.ts';
import { ShareView } from './views/share/ShareView.tsx';

export function ShareRoute(): JSX.Element {
  return <ShareView clock={useSession().deps.clock} />;
}
