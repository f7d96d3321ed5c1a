/** **Klar för möten utan internet**: each thing ready, not ready (and what to do), or not to be known here. */
import type { JSX } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { useT } from '../../../i18n/useT.ts';
import { browserKeptFilesDeps, mendKept } from '../../../pwa/keptFiles.ts';
import {
  askToKeep,
  browserReadinessDeps,
  checkReadiness,
  type ReadinessItem,
} from '../../../pwa/readiness.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { RuledList, RuledRow } from '../../../ui/RuledList/RuledList.tsx';
import { useSession } from '../../SessionContext.ts';
import { isBackupDue } from '../../session/lastBackup.ts';
import { lastCopyOf } from '../../session/restoredCopy.ts';

export interface ReadinessSectionProps {
  /** What the browser can be asked; tests give their own. */
  readonly deps?: typeof browserReadinessDeps;
  readonly fetchMissing?: () => Promise<unknown>;
  readonly keep?: () => Promise<unknown>;
}

export function ReadinessSection({
  deps = browserReadinessDeps,
  fetchMissing = () => mendKept(browserKeptFilesDeps()),
  keep = () => askToKeep(),
}: ReadinessSectionProps): JSX.Element {
  const t = useT();
  const session = useSession();
  const [items, setItems] = useState<readonly ReadinessItem[] | null>(null);
  /** What was pressed last: without an answer a press that changes nothing looks like one that was not felt. */
  const [asked, setAsked] = useState<'again' | 'keep' | null>(null);

  const check = useCallback(async (): Promise<void> => {
    const backup = async () => {
      const { vault } = session.get();
      if (vault === null) return null;
      return isBackupDue(await lastCopyOf(vault), session.deps.clock.now()) ? 'old' : 'fresh';
    };
    setItems(await checkReadiness(deps(backup)));
  }, [session, deps]);
  useEffect(() => void check(), [check]);

  const after =
    (work: () => Promise<unknown>, pressed: 'again' | 'keep' = 'again') =>
    (): void => {
      setAsked(null);
      const answered = (): Promise<void> => check().then(() => setAsked(pressed));
      // A browser may ask the person first, and answer when they do: nothing waits for it.
      void work().then(answered, answered);
    };
  const isKept = items?.some(({ id, state }) => id === 'kept' && state === 'ready') === true;
  const mending = {
    files: { words: t('settings:ready.fetch'), act: after(fetchMissing) },
    kept: { words: t('settings:ready.keep'), act: after(keep, 'keep') },
  };

  return (
    <section class="section" aria-label={t('settings:ready.title')}>
      <h2>{t('settings:ready.title')}</h2>
      {items === null ? (
        <p class="soft">{t('settings:ready.checking')}</p>
      ) : (
        <>
          <RuledList label={t('settings:ready.title')}>
            {items.map(({ id, state }) => (
              <RuledRow
                key={id}
                second={
                  <>
                    {t(`settings:readiness.${id}.${state}`)}
                    {state === 'notReady' && (id === 'files' || id === 'kept') && (
                      <div class="button-row">
                        <Button onClick={mending[id].act}>{mending[id].words}</Button>
                      </div>
                    )}
                  </>
                }
                actions={<span>{t(`settings:ready.${state}`)}</span>}
              >
                {t(`settings:readiness.${id}.name`)}
              </RuledRow>
            ))}
          </RuledList>
          <Button kind="quiet" onClick={after(async () => undefined)}>
            {t('settings:ready.again')}
          </Button>
          <p role="status" class="soft">
            {asked === null
              ? ''
              : asked === 'keep' && !isKept
                ? t('settings:ready.keepRefused')
                : t('settings:ready.checked')}
          </p>
        </>
      )}
      <p class="soft">{t('settings:ready.dictationLine')}</p>
      <p class="soft">{t('settings:ready.passwordLine')}</p>
    </section>
  );
}
