/** `/folj`: from the link, or from what is kept on this phone, to what it shows. Nothing of a vault is opened here. */
import type { JSX } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { type Following, followShare } from '../cases/shares/followShare.ts';
import { createKeptPlans, type KeptPlans } from '../cases/shares/keptPlans.ts';
import { dateOfInstant } from '../i18n/localDate.ts';
import { FollowView } from '../individual/follow/FollowView.tsx';
import { createKeptStore } from '../storage/keptStore.ts';
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
  const [followed, setFollowed] = useState<{ link: string; following: Following } | null>(null);
  const plans = useMemo(() => keepingHere(deps), [deps]);
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
    const following = followShare({ ...deps, sync, todayOf: dateOfInstant }, link);
    sync.start();
    setFollowed({ link, following });
    return () => {
      following.stop();
      sync.stop();
      setFollowed(null);
    };
  }, [deps, link]);
  // What was followed before is not shown as if it were of this link.
  const following = followed?.link === link ? followed.following : null;
  return <FollowView {...{ following, link, plans }} onLink={setLink} />;
}

/** What is kept is to be read without internet: then the program stays on the phone too. */
const keepingHere = (deps: FollowRouteProps['deps']): KeptPlans => {
  const plans = createKeptPlans({ ...deps, store: createKeptStore() });
  let hasStayed = false;
  const stay = (): void => {
    if (hasStayed) return;
    hasStayed = true;
    void import('./stayOnPhone.ts').then((m) => m.stayOnPhone()).catch(() => undefined);
  };
  return {
    ...plans,
    list: async () => {
      const all = await plans.list();
      if (all !== null && all.length > 0) stay();
      return all;
    },
  };
};
