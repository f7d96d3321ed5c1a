/** `/folj`: from the link to what it shows. Nothing of a vault is opened here. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { type Following, followShare } from '../cases/shares/followShare.ts';
import { FollowView } from '../individual/follow/FollowView.tsx';
import { createBrowserSync } from '../sync/browserSync.ts';
import type { AppDeps } from './deps.ts';
import { takeFollowLink } from './followLink.ts';

export interface FollowRouteProps {
  readonly deps: Pick<AppDeps, 'clock' | 'random' | 'timers'>;
  /** Taken out of the address already. */
  readonly link: string | null;
}

export function FollowRoute({ deps, link: first }: FollowRouteProps): JSX.Element {
  const [link, setLink] = useState(first);
  const [following, setFollowing] = useState<Following | null>(null);
  useEffect(() => {
    // Another code read on the same page.
    const look = (): void => {
      const next = takeFollowLink(location, history);
      if (next !== null) setLink(next);
    };
    addEventListener('hashchange', look);
    // Or read before this was listening.
    look();
    return () => removeEventListener('hashchange', look);
  }, []);
  useEffect(() => {
    if (link === null) return undefined;
    const sync = createBrowserSync(deps);
    const started = followShare({ ...deps, sync }, link);
    sync.start();
    setFollowing(started);
    return () => {
      started.stop();
      sync.stop();
      setFollowing(null);
    };
  }, [deps, link]);
  return <FollowView following={following} />;
}
