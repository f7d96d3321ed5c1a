/**
 * **Välkommen** and **Skydda uppgifterna**, also for one more person on the same device. The first screen of all loads
 * only what it shows; the vault and its three steps come when somebody goes on.
 */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { LanguageCode } from '../../i18n/languages.ts';
import { appleHome, browserSurroundings } from '../../pwa/appleHome.ts';
import { isKeptThere } from '../../storage/keptThere.ts';
import { lazyView } from '../../ui/lazyView.tsx';
import { useSession } from '../SessionContext.ts';
import { WelcomeView } from '../views/welcome/WelcomeView.tsx';

export interface FirstStartProps {
  /** Back to **Låst**, where others already have their plans here. */
  readonly onBack?: (() => void) | undefined;
  /** Where **Låst** leads: a vault of one's own, or plans from a backup. */
  readonly first?: 'protect' | 'fetch' | undefined;
}

const FetchBackup = lazyView(() => import('./FetchBackup.tsx').then((m) => m.FetchBackup));
const MoveHereAsk = lazyView(
  () => import('../views/welcome/MoveHereAsk.tsx').then((m) => m.MoveHereAsk),
  { as: 'piece' },
);
const Protect = lazyView(() => import('./Protect.tsx').then((m) => m.Protect));

export function FirstStart({ onBack, first = 'protect' }: FirstStartProps): JSX.Element {
  const [step, setStep] = useState<'welcome' | 'protect' | 'fetch' | 'second'>(
    onBack === undefined ? 'welcome' : first,
  );

  const { deps } = useSession();
  const [kept, setKept] = useState<LanguageCode | null>(null);
  useEffect(() => {
    if (step !== 'welcome') return;
    const look = async (): Promise<LanguageCode | null> =>
      (await isKeptThere()) ? (await import('../keptHere.ts')).languageOfKept(deps) : null;
    void look()
      .then(setKept)
      .catch(() => undefined);
  }, [deps, step]);
  const [home] = useState(() => appleHome(browserSurroundings()));
  const [asked, setAsked] = useState<'protect' | 'fetch' | 'second' | null>(null);

  if (step === 'welcome') {
    const go = home === 'tab' ? setAsked : setStep;
    return (
      <>
        <WelcomeView
          home={home}
          kept={kept}
          onProtect={() => go('protect')}
          onFetch={() => go('fetch')}
          onSecond={() => go('second')}
        />
        {asked !== null && <MoveHereAsk onYes={() => setStep(asked)} onNo={() => setAsked(null)} />}
      </>
    );
  }
  const back = (): void => {
    setAsked(null);
    if (onBack === undefined) setStep('welcome');
    else onBack();
  };
  if (step === 'fetch') return <FetchBackup onBack={back} onDone={onBack} />;
  return <Protect onBack={back} second={step === 'second'} />;
}
