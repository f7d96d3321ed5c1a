/** The first fetch on a new device: how much is here, and that it is not all before it is. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useT } from '../../../i18n/useT.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import type { Fetched } from '../../sync/pairDeeds.ts';

export interface FetchStepsProps {
  readonly fetched: () => Promise<Fetched | null>;
  /** The one case of a colleague; null for one's own device. */
  readonly caseId: string | null;
}

const lookEveryMs = 500;
/** Asked more than once: between a ring and its cases there is a moment when nothing is told to come. */
const surelyWhole = 3;
/** Where nothing is told of at all, the other device may only be slow to tell. */
const surelyNone = 10;

export function FetchSteps({ fetched, caseId }: FetchStepsProps): JSX.Element {
  const t = useT();
  const [found, setFound] = useState<Fetched | null>(null);
  const [times, setTimes] = useState(0);
  const isNone = found !== null && found.all === 0;
  const isDone = times >= (isNone ? surelyNone : surelyWhole);

  useEffect(() => {
    if (isDone) return undefined;
    let gone = false;
    const timer = setInterval(() => {
      void fetched().then((now) => {
        if (gone || now === null) return;
        setFound(now);
        setTimes((before) => (now.whole && (now.all > 0 || caseId === null) ? before + 1 : 0));
      });
    }, lookEveryMs);
    return () => {
      gone = true;
      clearInterval(timer);
    };
  }, [fetched, isDone, caseId]);

  if (isDone) {
    return (
      <div class="pairing">
        <h2>{t(isNone ? 'sync:join.joinedNone' : 'sync:join.ready')}</h2>
        <p role="status">
          {t(
            isNone
              ? 'sync:join.joinedNoneLine'
              : caseId === null
                ? 'sync:join.readyLine'
                : 'sync:join.readyCase',
          )}
        </p>
        {caseId === null ? (
          <Button kind="filled" size="large" href="/">
            {t('sync:join.home')}
          </Button>
        ) : (
          <Button kind="filled" size="large" href={`/sip/${caseId}`}>
            {t('sync:join.openCase')}
          </Button>
        )}
      </div>
    );
  }
  return (
    <div class="pairing">
      <h2>{t('sync:join.fetching')}</h2>
      <p role="status">
        {found === null || found.all === 0
          ? t('sync:join.fetchingFirst')
          : t('sync:join.fetched', { done: found.done, count: found.all })}
      </p>
      <p>{t('sync:join.fetchingLine')}</p>
      <Button href="/">{t('sync:join.home')}</Button>
    </div>
  );
}
