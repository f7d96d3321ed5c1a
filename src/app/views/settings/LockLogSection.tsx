/** **Det här har hänt med låset**: read by the owner, so that a help that nobody asked for is seen. Read anew when opened. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useT } from '../../../i18n/useT.ts';
import { Collapsible } from '../../../ui/Collapsible/Collapsible.tsx';
import { RuledList, RuledRow } from '../../../ui/RuledList/RuledList.tsx';
import type { LockEntry } from '../../session/lockLog.ts';

export interface LockLogSectionProps {
  readonly read: () => Promise<readonly LockEntry[]>;
}

export function LockLogSection({ read }: LockLogSectionProps): JSX.Element {
  const t = useT();
  const [open, setOpen] = useState(false);
  const [entries, setEntries] = useState<readonly LockEntry[]>([]);
  return (
    <Collapsible
      summary={t('vault:log.title')}
      open={open}
      onToggle={(next) => {
        setOpen(next);
        if (next) void read().then(setEntries);
      }}
    >
      {entries.length === 0 && <p>{t('vault:log.nothing')}</p>}
      <RuledList label={t('vault:log.title')}>
        {entries.map(({ at, what }) => (
          <RuledRow key={`${at} ${what}`} second={t.formats.dateTime(at)}>
            {t(`vault:log.${what}`)}
          </RuledRow>
        ))}
      </RuledList>
    </Collapsible>
  );
}
