/** Colleagues who write in the case from vaults of their own, and the way to take one out. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { DeviceSeen } from '../../../cases/sync/syncState.ts';
import { useT } from '../../../i18n/useT.ts';
import type { Fact } from '../../../shared/fact.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { Dialog } from '../../../ui/Dialog/Dialog.tsx';
import { Notice } from '../../../ui/Notice/Notice.tsx';
import { RuledList, RuledRow } from '../../../ui/RuledList/RuledList.tsx';

export interface WritersProps {
  readonly writers: readonly DeviceSeen[];
  /** The facts of the case: what the person is called stands where they were invited. */
  readonly facts: readonly Fact[];
  /** False: nothing is changed. When it is done, the view goes. */
  readonly remove: (member: string) => Promise<boolean>;
}

export function Writers({ writers, facts, remove }: WritersProps): JSX.Element | null {
  const t = useT();
  const [asked, setAsked] = useState<DeviceSeen | null>(null);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const others = writers.filter(({ isThis }) => !isThis);
  if (others.length === 0) return null;
  const name = asked === null ? '' : nameOf(facts, asked);
  return (
    <>
      <h2>{t('sync:case.writers')}</h2>
      {failed && <Notice kind="error">{t('sync:devices.notRemoved')}</Notice>}
      <RuledList label={t('sync:case.writers')}>
        {others.map((writer) => (
          <RuledRow
            key={writer.member}
            second={t('sync:devices.seen', { when: t.formats.dateTime(writer.seenAt) })}
            actions={
              <Button
                kind="quiet"
                aria-label={t('sync:devices.removeName', { name: nameOf(facts, writer) })}
                onClick={() => setAsked(writer)}
              >
                {t('sync:devices.remove')}
              </Button>
            }
          >
            {nameOf(facts, writer)}
          </RuledRow>
        ))}
      </RuledList>
      <Dialog
        open={asked !== null}
        title={t('sync:case.removeWriterQuestion', { name })}
        onClose={() => setAsked(null)}
        actions={
          <>
            <Button onClick={() => setAsked(null)}>{t('sync:devices.keep')}</Button>
            <Button
              busy={busy}
              onClick={async () => {
                if (asked === null) return;
                setBusy(true);
                const removed = await remove(asked.member);
                setBusy(false);
                setAsked(null);
                setFailed(!removed);
              }}
            >
              {t('sync:devices.remove')}
            </Button>
          </>
        }
      >
        <p>{t('sync:case.removeWriter', { name })}</p>
        <p>{t('sync:case.removeWriterKept', { name })}</p>
        <p>{t('sync:case.removeWriterLinks')}</p>
      </Dialog>
    </>
  );
}

const nameOf = (facts: readonly Fact[], { member, name }: DeviceSeen): string => {
  for (const { type, data } of facts) {
    if (type !== 'writer.invited' || typeof data !== 'object' || data === null) continue;
    const said: Readonly<Record<string, unknown>> = { ...data };
    if (said['member'] === member && typeof said['name'] === 'string') return said['name'];
  }
  return name;
};
