/** The device that lets another in: a code in two forms, a word to compare, and that it is done. */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Giving, GivingState } from '../../../cases/pairing/giveAccess.ts';
import { useT } from '../../../i18n/useT.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { QrCode } from '../../../ui/QrCode/QrCode.tsx';
import { CheckWord } from './CheckWord.tsx';
import { StopWords } from './StopWords.tsx';
import { usePairing } from './usePairing.ts';
import './sync.css';

export interface GiveStepsProps {
  /** Null: what is needed for it could not be loaded. */
  readonly start: () => Promise<Giving | null>;
  readonly who: 'device' | 'colleague';
  readonly onClose: () => void;
}

export function GiveSteps(props: GiveStepsProps): JSX.Element {
  const [tries, setTries] = useState(0);
  return <OneCode key={tries} {...props} onAgain={() => setTries((before) => before + 1)} />;
}

/** Each try is a code of its own. */
function OneCode({
  start,
  who,
  onClose,
  onAgain,
}: GiveStepsProps & { readonly onAgain: () => void }): JSX.Element {
  const t = useT();
  const [giving, setGiving] = useState<Giving | null>(null);
  const [missing, setMissing] = useState(false);
  const state = usePairing(giving);
  const begin = useRef(start);

  useEffect(() => {
    let gone = false;
    let mine: Giving | null = null;
    void begin.current().then((made) => {
      mine = made;
      if (gone) made?.cancel();
      else if (made === null) setMissing(true);
      else setGiving(made);
    });
    return () => {
      gone = true;
      mine?.cancel();
    };
  }, []);

  const leave = (): void => {
    giving?.cancel();
    onClose();
  };
  if (missing || (state?.is === 'stopped' && state.why !== 'cancelled')) {
    return (
      <StopWords
        why={state?.is === 'stopped' ? state.why : 'notKept'}
        organisation={state?.is === 'stopped' ? state.organisation : undefined}
        again={t('sync:give.again')}
        onAgain={onAgain}
        onClose={onClose}
      />
    );
  }
  if (state?.is === 'done') {
    return (
      <div class="pairing">
        <p role="status">
          <strong>{t('sync:give.done', { name: state.name })}</strong>
        </p>
        <p>
          {t(who === 'device' ? 'sync:give.doneLine' : 'sync:give.doneColleague', {
            name: state.name,
          })}
        </p>
        <Button kind="filled" onClick={onClose}>
          {t('sync:give.close')}
        </Button>
      </div>
    );
  }
  return (
    <div class="pairing">
      <UnderWay state={state} who={who} />
      <div class="button-row">
        {state?.is === 'comparing' && (
          <Button kind="filled" onClick={giving?.confirm}>
            {t('sync:give.same')}
          </Button>
        )}
        <Button onClick={leave}>
          {t(state?.is === 'comparing' ? 'sync:give.other' : 'sync:give.cancel')}
        </Button>
      </div>
    </div>
  );
}

interface UnderWayProps {
  readonly state: GivingState | null;
  readonly who: GiveStepsProps['who'];
}

function UnderWay({ state, who }: UnderWayProps): JSX.Element {
  const t = useT();
  switch (state?.is) {
    case 'showing':
      return (
        <>
          <p>{t(who === 'device' ? 'sync:give.how' : 'sync:give.howTheirs')}</p>
          <ol class="pairing__how">
            <li>{t('sync:give.howOpen', { address: location.host })}</li>
            <li>{t(who === 'device' ? 'sync:give.howFirst' : 'sync:give.howColleague')}</li>
            <li>{t('sync:give.howRead')}</li>
          </ol>
          <div class="pairing__codes">
            <QrCode value={state.qr} label={t('sync:give.qr')} />
            <div class="pairing__typed">
              <p>{t('sync:give.typed')}</p>
              <p class="pairing__groups">{state.groups.join(' ')}</p>
              <p>{t('sync:give.until', { time: t.formats.time(state.until) })}</p>
              <p role="status">{t('sync:give.waiting')}</p>
            </div>
          </div>
        </>
      );
    case 'comparing':
      return (
        <>
          <h3>{t('sync:give.compare')}</h3>
          <p>
            {t(who === 'device' ? 'sync:give.compareLine' : 'sync:give.compareColleague', {
              name: state.name,
            })}
          </p>
          <CheckWord check={state.check} />
        </>
      );
    case 'giving':
      return <p role="status">{t('sync:give.giving')}</p>;
    default:
      return <p role="status">{t('sync:give.starting')}</p>;
  }
}
