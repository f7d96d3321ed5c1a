/** On the first page: that this device was taken out, and plans that went from here because they were taken away on another device. Told once. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { type GoneHere, noteGoneRead, readGoneHere } from '../../../cases/sync/goneCases.ts';
import { useT } from '../../../i18n/useT.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { Notice } from '../../../ui/Notice/Notice.tsx';
import type { VaultSession } from '../../../vault/vaultSession.ts';
import './sync.css';

export interface GoneCasesProps {
  readonly vault: Pick<VaultSession, 'valueNames' | 'readValue' | 'writeValue'>;
  /** Told when something may have gone. */
  readonly subscribe: (listener: () => void) => () => void;
  /** How many plans that were taken away here are still with the server. */
  readonly ending: number;
  /** Another of one's own devices took this one out: it gets nothing new. */
  readonly isRemoved: boolean;
}

export function GoneCases({
  vault,
  subscribe,
  ending,
  isRemoved,
}: GoneCasesProps): JSX.Element | null {
  const t = useT();
  const [gone, setGone] = useState<readonly GoneHere[]>([]);
  useEffect(() => {
    let left = false;
    const look = async (): Promise<void> => {
      const found = await readGoneHere(vault);
      if (!left) setGone(found);
    };
    void look();
    const stop = subscribe(() => void look());
    return () => {
      left = true;
      stop();
    };
  }, [vault, subscribe]);
  if (!isRemoved && ending === 0 && gone.length === 0) return null;
  return (
    <div class="gone-cases">
      {isRemoved && (
        <Notice
          kind="attention"
          actions={<Button href="/installningar">{t('sync:case.toSettings')}</Button>}
        >
          {t('sync:state.removed')}
        </Notice>
      )}
      {ending > 0 && (
        <Notice kind="attention" live>
          {t('sync:state.casesEnding', { count: ending })}
        </Notice>
      )}
      {gone.map(({ caseId, name, from, at }) => (
        <Notice
          key={caseId}
          kind="info"
          live
          title={
            name === ''
              ? t('sync:gone.nameless')
              : t('sync:gone.title', { genitive: t.formats.whose(name) })
          }
          actions={
            <Button
              onClick={async () => {
                await noteGoneRead(vault, caseId);
                setGone((before) => before.filter((other) => other.caseId !== caseId));
              }}
            >
              {t('sync:gone.read')}
            </Button>
          }
        >
          {t('sync:gone.line', { from, when: t.formats.dateTime(at) })}
        </Notice>
      ))}
    </div>
  );
}
