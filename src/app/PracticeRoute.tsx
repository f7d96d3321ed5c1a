/** `/ova`: Lars's meeting ready to lead, in memory only. No password, no trace; **Övning** stands on everything. */
import type { JSX } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { Route, Router, Switch, useLocation } from 'wouter';
import { createMemoryCase } from '../cases/memoryCase.ts';
import type { OpenCase } from '../cases/openCase.ts';
import { browserTimers } from '../cases/timers.ts';
import { dateOfInstant, timeOfInstant } from '../i18n/localDate.ts';
import { useT } from '../i18n/useT.ts';
import { WorkspaceContext } from '../meeting/views/WorkspaceContext.ts';
import { fillLars, larsFacts, practiceLeader } from '../practice/lars.ts';
import { Notice } from '../ui/Notice/Notice.tsx';
import { CaseWays } from './CaseWays.tsx';
import { useWorkspaceOf } from './useOpenCase.ts';
import { PracticeIntro } from './views/practice/PracticeIntro.tsx';
import { PracticeTag } from './views/practice/PracticeTag.tsx';

const makeLars = async (): Promise<OpenCase | null> => {
  const clock = { now: () => Date.now(), monotonic: () => performance.now() };
  const random = {
    bytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
  };
  const now = clock.now();
  const meeting = { date: dateOfInstant(now), time: timeOfInstant(now) };
  const made = await createMemoryCase(
    { clock, random, timers: browserTimers },
    practiceLeader,
    fillLars(meeting),
  );
  if (!made.ok) return null;
  for (const fact of larsFacts(meeting)) await made.value.workspace().record(fact);
  return made.value;
};

export function PracticeRoute(): JSX.Element | null {
  const t = useT();
  const [opened, setOpened] = useState<OpenCase | null | 'failed'>(null);
  const [round, setRound] = useState(0);
  // biome reads the round as unused: a new round makes Lars anew.
  const again = useMemo(() => ({ round }), [round]);
  useEffect(() => {
    let gone = false;
    void makeLars().then((made) => {
      if (gone) made?.abandon();
      else setOpened(made ?? 'failed');
    });
    return () => {
      gone = true;
      void again;
    };
  }, [again]);

  if (opened === null) return null;
  if (opened === 'failed') {
    return (
      <main class="shell-message">
        <h1 tabIndex={-1}>{t('practice:title')}</h1>
        <Notice kind="error">{t('errors:vault.missingCrypto')}</Notice>
      </main>
    );
  }
  return (
    <Router base="/ova">
      <Practice
        key={opened.caseId}
        opened={opened}
        onAgain={() => {
          opened.abandon();
          setOpened(null);
          setRound(round + 1);
        }}
      />
    </Router>
  );
}

function Practice({
  opened,
  onAgain,
}: {
  readonly opened: OpenCase;
  readonly onAgain: () => void;
}): JSX.Element {
  const [, go] = useLocation();
  const workspace = useWorkspaceOf(opened);
  const { current } = workspace.state.meeting;
  return (
    <WorkspaceContext.Provider value={workspace}>
      <PracticeTag part={current.part} underWay={current.phase === 'running'} />
      <Switch>
        <Route path="/sip/:id/:way?">
          {({ id, way }) =>
            id === opened.caseId ? (
              <CaseWays
                opened={opened}
                way={way ?? ''}
                onRemove={async () => {
                  onAgain();
                  return null;
                }}
              />
            ) : (
              <PracticeIntro caseId={opened.caseId} />
            )
          }
        </Route>
        <Route>
          <PracticeIntro
            caseId={opened.caseId}
            {...(current.phase !== 'waiting' && {
              onAgain: () => {
                onAgain();
                go('/');
              },
            })}
          />
        </Route>
      </Switch>
    </WorkspaceContext.Provider>
  );
}
