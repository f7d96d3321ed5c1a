/** First start, locked, unlocked: what the session says decides what is on the screen. */
import type { JSX } from 'preact';
import { useEffect, useState, useSyncExternalStore } from 'preact/compat';
import { Route, Switch, useLocation, useRoute } from 'wouter';
import { useT } from '../i18n/useT.ts';
import { lazyView } from '../ui/lazyView.tsx';
import { AppearanceContext } from './AppearanceContext.ts';
import type { AppearanceStore } from './appearance.ts';
import { followPath } from './followLink.ts';
import { Routes } from './routes.tsx';
import { SeenScreenContext } from './SeenScreenContext.ts';
import { SessionContext } from './SessionContext.ts';
import type { SeenScreen } from './seenScreen.ts';
import type { AppSession } from './session/sessionTypes.ts';
import { ErrorBoundary } from './shell/ErrorBoundary.tsx';
import type { FirstStartProps } from './shell/FirstStart.tsx';
import { FocusOnMove } from './shell/FocusOnMove.tsx';
import { StorageLine } from './shell/StorageLine.tsx';
import { StorageTrouble } from './shell/StorageTrouble.tsx';

export interface AppProps {
  readonly session: AppSession;
  readonly appearance: AppearanceStore;
  readonly seenScreen: SeenScreen;
  /** What stood after # in the link of one who follows; it is out of the address already. */
  readonly followLink?: string | null;
}

const Updates = lazyView(() => import('./shell/Updates.tsx').then((m) => m.Updates), {
  as: 'extra',
});
export const FirstStart = lazyView(() =>
  import('./shell/FirstStart.tsx').then((m) => m.FirstStart),
);
export const LockGate = lazyView(() => import('./shell/LockGate.tsx').then((m) => m.LockGate));
const Opening = lazyView(() => import('./shell/Opening.tsx').then((m) => m.Opening), {
  as: 'extra',
});
const RestingView = lazyView(() =>
  import('../individual/RestingView.tsx').then((m) => m.RestingView),
);
const PracticeRoute = lazyView(() => import('./PracticeRoute.tsx').then((m) => m.PracticeRoute));
const Sip = lazyView(() => import('./views/sip/openSip.ts').then((m) => m.openSip()));
const Circles = lazyView(() =>
  import('./views/circles/openCircles.ts').then((m) => m.openCircles()),
);
const ScreenView = lazyView(() =>
  import('../individual/screen/ScreenView.tsx').then((m) => m.ScreenView),
);
const FollowRoute = lazyView(() => import('./openFollow.ts').then((m) => m.openFollow()));
const HelpRoute = lazyView(() => import('./views/help/HelpRoute.tsx').then((m) => m.HelpRoute));

export function App({ session, appearance, seenScreen, followLink = null }: AppProps): JSX.Element {
  const t = useT();
  const state = useSyncExternalStore(session.subscribe, session.get);
  const resting = useSyncExternalStore(seenScreen.subscribe, seenScreen.resting);
  const [adding, setAdding] = useState<FirstStartProps['first'] | null>(null);
  const [here, go] = useLocation();
  const [isScreen, screen] = useRoute('/skarm/:id');
  const [isFollowing] = useRoute(followPath);
  useEffect(() => {
    document.title = t(isScreen ? 'room:bar.windowTitle' : 'common:app');
  }, [t, isScreen]);
  useEffect(() => {
    if (state.phase === 'unlocked') setAdding(null);
  }, [state.phase]);

  // Others see this window: no line of the program's own stands in it, whatever happens.
  if (isScreen) return <ScreenView caseId={screen.id} />;
  if (isFollowing) return <FollowRoute deps={session.deps} link={followLink} />;
  const onlyMe = (): void => {
    // What was asked afterwards is not asked again: the tablet is the leader's.
    go(here.replace(/\/hur-var-motet$/u, ''), { replace: true });
    seenScreen.onlyMeAtRest();
  };
  const rest = resting !== null && <RestingView scene={resting} onOnlyMe={onlyMe} />;
  return (
    <ErrorBoundary>
      <SessionContext.Provider value={session}>
        <SeenScreenContext.Provider value={seenScreen}>
          <AppearanceContext.Provider value={appearance}>
            {state.phase !== 'starting' && <Updates session={session} />}
            <StorageLine />
            <FocusOnMove />
            <Switch>
              {/* In the individual's hands nothing else can be reached, whatever address is typed. */}
              {resting === 'own' && <Route>{rest}</Route>}
              <Route path="/ova/*?">
                <PracticeRoute />
              </Route>
              <Route path="/vad-ar-en-sip">
                <Sip />
              </Route>
              <Route path="/hjalp/cirklar/:role?">{({ role }) => <Circles who={role} />}</Route>
              <Route path="/hjalp/:page?">{({ page }) => <HelpRoute page={page} />}</Route>
              <Route>
                {rest}
                {resting === null && (
                  <>
                    {state.phase === 'starting' && <Opening words={t('errors:storage.opening')} />}
                    {state.phase === 'trouble' && <StorageTrouble state={state} />}
                    {(state.phase === 'absent' || adding !== null) && (
                      <FirstStart
                        key={adding}
                        first={adding ?? undefined}
                        onBack={adding === null ? undefined : () => setAdding(null)}
                      />
                    )}
                    {state.phase === 'locked' && adding === null && (
                      <LockGate
                        onNew={() => setAdding('protect')}
                        onFetch={() => setAdding('fetch')}
                      />
                    )}
                    {state.phase === 'unlocked' && adding === null && (
                      <Routes appearance={appearance} />
                    )}
                  </>
                )}
              </Route>
            </Switch>
          </AppearanceContext.Provider>
        </SeenScreenContext.Provider>
      </SessionContext.Provider>
    </ErrorBoundary>
  );
}
