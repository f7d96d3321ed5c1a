/** **När och hur ofta?** One tap for the usual; a date or own words where those do not say it. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { isLocalDate } from '../../../i18n/localDate.ts';
import type { Timing } from '../../../plan/model.ts';
import { ChipGroup } from '../../../ui/ChipGroup/ChipGroup.tsx';
import { Field } from '../../../ui/Field/Field.tsx';
import { useLeader } from '../Leader.ts';
import { RegisterField } from './RegisterField.tsx';

export interface TimingFieldProps {
  readonly timing: Timing | null;
  readonly onChange: (timing: Timing | null) => void;
}

type When = 'dag' | 'vecka' | 'manad' | 'before' | 'words';

const emptyTiming: Timing = { every: null, before: null, text: '' };

export function TimingField({ timing, onChange }: TimingFieldProps): JSX.Element {
  const { t } = useLeader();
  const now = timing ?? emptyTiming;
  const [asking, setAsking] = useState<readonly When[]>([]);

  const put = (change: Partial<Timing>): void => {
    const next = { ...now, ...change };
    const empty = next.every === null && next.before === null && next.text.trim() === '';
    onChange(empty ? null : next);
  };
  const chosen: readonly When[] = [
    ...(now.every === null ? [] : [now.every]),
    ...(now.before !== null || asking.includes('before') ? (['before'] as const) : []),
    ...(now.text !== '' || asking.includes('words') ? (['words'] as const) : []),
  ];
  const press = (next: readonly When[]): void => {
    const pressed =
      next.find((when) => !chosen.includes(when)) ?? chosen.find((when) => !next.includes(when));
    if (pressed === undefined) return;
    if (pressed === 'before' || pressed === 'words') {
      const open = chosen.includes(pressed);
      setAsking(open ? asking.filter((when) => when !== pressed) : [...asking, pressed]);
      if (open) put(pressed === 'before' ? { before: null } : { text: '' });
      return;
    }
    put({ every: now.every === pressed ? null : pressed });
  };
  return (
    <>
      <ChipGroup
        label={t('meeting:when.label')}
        layout="beside"
        mode="multi"
        value={chosen}
        onChange={press}
        options={[
          { value: 'dag', label: t('meeting:when.dag') },
          { value: 'vecka', label: t('meeting:when.vecka') },
          { value: 'manad', label: t('meeting:when.manad') },
          {
            value: 'before',
            label:
              now.before === null
                ? t('meeting:when.before')
                : t('meeting:when.beforeDate', { date: t.formats.dayMonth(now.before) }),
          },
          { value: 'words', label: t('meeting:when.other') },
        ]}
      />
      {chosen.includes('before') && (
        <Field
          label={t('meeting:when.beforeLabel')}
          kind="date"
          value={now.before ?? ''}
          onInput={(value) => {
            if (value === '') put({ before: null });
            else if (isLocalDate(value)) put({ before: value });
          }}
        />
      )}
      {chosen.includes('words') && (
        <RegisterField
          label={t('meeting:when.words')}
          value={now.text}
          onChange={(text) => put({ text })}
        />
      )}
    </>
  );
}
