/** The ways of an unlocked vault (interface.md, *Ways*): one line a view, each loaded when it is gone to. */
import type { JSX } from 'preact';
import { Route, Switch } from 'wouter';
import { lazyView } from '../ui/lazyView.tsx';
import type { AppearanceStore } from './appearance.ts';
import { CaseRoute } from './CaseRoute.tsx';
import { EndWatchContext } from './shares/EndWatchContext.ts';
import { useEndWatch } from './shares/useEndWatch.ts';

const NotFound = lazyView(() => import('./shell/NotFound.tsx').then((m) => m.NotFound));
const Home = lazyView(() => import('./HomeRoute.tsx').then((m) => m.HomeRoute));
const New = lazyView(() => import('./NewRoute.tsx').then((m) => m.NewRoute));
const Join = lazyView(() => import('./JoinRoute.tsx').then((m) => m.JoinRoute));
const Settings = lazyView(() => import('./SettingsRoute.tsx').then((m) => m.SettingsRoute));
const Statistics = lazyView(() =>
  import('./views/statistics/openStatistics.ts').then((m) => m.openStatistics()),
);

export function Routes({ appearance }: { readonly appearance: AppearanceStore }): JSX.Element {
  const watch = useEndWatch();
  return (
    <EndWatchContext.Provider value={watch}>
      <Switch>
        <Route path="/">
          <Home />
        </Route>
        <Route path="/ny">
          <New direct={false} />
        </Route>
        <Route path="/direkt">
          <New direct />
        </Route>
        <Route path="/ga-med">
          <Join />
        </Route>
        <Route path="/statistik">
          <Statistics />
        </Route>
        <Route path="/installningar">
          <Settings appearance={appearance} />
        </Route>
        <Route path="/sip/:id/:way?">
          {({ id, way }) => <CaseRoute key={id} caseId={id} way={way ?? ''} />}
        </Route>
        <Route>
          <NotFound />
        </Route>
      </Switch>
    </EndWatchContext.Provider>
  );
}
