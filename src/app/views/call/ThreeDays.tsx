/** Help with the three days at discharge: both dates, and whose reading it is (field.md 25). Nothing is kept. */
import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { isLocalDate } from '../../../i18n/localDate.ts';
import { useT } from '../../../i18n/useT.ts';
import { callDeadline } from '../../../process/callDeadline.ts';
import { Field } from '../../../ui/Field/Field.tsx';

export function ThreeDays(): JSX.Element {
  const t = useT();
  const id = useId();
  const [notice, setNotice] = useState('');
  const deadline = isLocalDate(notice) ? callDeadline(notice) : null;
  return (
    <section class="section" aria-labelledby={id}>
      <h2 id={id}>{t('call:days.title')}</h2>
      <p class="soft">{t('call:days.what')}</p>
      <Field
        kind="date"
        label={t('call:days.notice')}
        hint={t('call:days.noticeHint')}
        value={notice}
        onInput={setNotice}
      />
      <div role="status">
        {deadline !== null && (
          <>
            <p>
              <strong>
                {t('call:days.latest', { date: t.formats.weekdayDate(deadline.latest) })}
              </strong>
            </p>
            <p>
              {deadline.latest === deadline.thirdDay
                ? t('call:days.thirdDay')
                : t('call:days.moved', { date: t.formats.weekdayDate(deadline.thirdDay) })}{' '}
              {t('call:days.soon')}
            </p>
            <p class="soft">{t('call:days.reading')}</p>
          </>
        )}
      </div>
    </section>
  );
}
