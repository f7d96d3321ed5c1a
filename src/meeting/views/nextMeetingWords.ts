import type { Translate } from '../../i18n/keys.ts';
import type { SipPlan } from '../../plan/model.ts';
import { sentenceCase, settled } from './planWords.ts';

/** "Tisdag 9 juni 13.00", and "Vårdcentralen i Åby. Per kallar." Empty where nothing is said. */
export const nextMeetingWords = (
  plan: SipPlan,
  t: Translate,
): { readonly when: string; readonly rest: string } => {
  const { date, time, place, caller } = plan.nextMeeting;
  const day = settled(date);
  const clock = settled(time);
  const where = (settled(place) ?? '').trim();
  const who = (settled(caller) ?? '').trim();
  return {
    when: sentenceCase(
      t.formats.atTime(
        day === null ? '' : t.formats.weekdayDate(day),
        clock === null ? '' : t.formats.time(clock),
      ),
    ),
    rest: [
      where === '' ? '' : where.endsWith('.') ? where : `${where}.`,
      who === '' ? '' : t('meeting:closing.calls', { name: who }),
    ]
      .filter((word) => word !== '')
      .join(' '),
  };
};
