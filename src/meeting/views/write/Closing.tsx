/** Avslutning, Skriva: when we meet again and who calls, whom to ask, who gets the plan (field.md 7, 19). */
import type { JSX } from 'preact';
import { isLocalDate } from '../../../i18n/localDate.ts';
import { setShown } from '../../../plan/commands/showRows.ts';
import { setNextMeeting } from '../../../plan/commands/wholePlan.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { ChipGroup } from '../../../ui/ChipGroup/ChipGroup.tsx';
import { Field } from '../../../ui/Field/Field.tsx';
import { aroundTable } from '../frame/AroundTable.tsx';
import { useLeader } from '../Leader.ts';
import { isStaff, settled, shortName } from '../planWords.ts';
import { BothValues } from './BothValues.tsx';
import { Copies } from './Copies.tsx';
import { RegisterField } from './RegisterField.tsx';
import { WhomToAsk } from './WhomToAsk.tsx';

export function Closing(): JSX.Element {
  const { t, plan, edit } = useLeader();
  const next = plan.nextMeeting;
  const caller = settled(next.caller) ?? '';
  const callers = aroundTable(plan.participants)
    .filter(isStaff)
    .map((person) => shortName(plan, person));
  const set = (change: Parameters<typeof setNextMeeting>[2]): void => {
    void edit((doc, ctx) => setNextMeeting(doc, ctx, change));
  };
  return (
    <>
      <div class="write-face__line">
        <h3 class="write-face__heading">{t('meeting:closing.next')}</h3>
        <Button
          kind="quiet"
          class="show-button"
          {...(next.shown ? { iconStart: 'tick' as const } : {})}
          onClick={() =>
            void edit((doc, ctx) => setShown(doc, ctx, { item: 'nextMeeting', shown: !next.shown }))
          }
        >
          {t(next.shown ? 'meeting:row.shown' : 'meeting:row.show')}
        </Button>
      </div>
      <div class="next-meeting">
        <Field
          label={t('meeting:closing.date')}
          kind="date"
          value={settled(next.date) ?? ''}
          onInput={(value) => {
            if (value === '') set({ date: null });
            else if (isLocalDate(value)) set({ date: value });
          }}
        />
        <Field
          label={t('meeting:closing.time')}
          kind="time"
          value={settled(next.time) ?? ''}
          onInput={(value) => {
            if (value === '') set({ time: null });
            else if (/^\d\d:\d\d$/.test(value)) set({ time: value });
          }}
        />
        <RegisterField
          label={t('meeting:closing.place')}
          value={settled(next.place) ?? ''}
          onChange={(place) => set({ place })}
        />
      </div>
      <ChipGroup
        label={t('meeting:closing.caller')}
        layout="beside"
        allowNone
        value={caller === '' ? null : caller}
        onChange={(name) => set({ caller: name })}
        options={[...new Set([...callers, ...(caller === '' ? [] : [caller])])].map((value) => ({
          value,
          label: value,
        }))}
      />
      {['nextDate', 'nextTime', 'nextPlace', 'nextCaller'].map((field) => (
        <BothValues key={field} item="plan" field={field} />
      ))}
      <WhomToAsk />
      <Copies />
    </>
  );
}
