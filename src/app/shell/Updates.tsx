/** Once the first view stands: registers the service worker, and offers its new versions. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { registerServiceWorker } from '../../pwa/serviceWorker.ts';
import type { AppSession } from '../session/sessionTypes.ts';
import { UpdateLine } from './UpdateLine.tsx';

export function Updates({ session }: { readonly session: AppSession }): JSX.Element {
  const [updates] = useState(() => registerServiceWorker());
  return <UpdateLine updates={updates} session={session} />;
}
