import type { LocalDate } from '../shared/deps.ts';
import { daysAfter, nextWeekday } from './swedishHolidays.ts';

/**
 * By when the kallelse is to be sent after a notice that a patient is utskrivningsklar: three days, and the law says
 * days, not weekdays (lag 2017:612, 4 kap. 3 §). That lag (1930:173) about such times covers it is our reading: both
 * dates are given and shown (field.md 25).
 */
export interface CallDeadline {
  readonly thirdDay: LocalDate;
  /** The third day, or the weekday after it. */
  readonly latest: LocalDate;
}

export const callDeadline = (noticeOn: LocalDate): CallDeadline => {
  const thirdDay = daysAfter(noticeOn, 3);
  return { thirdDay, latest: nextWeekday(thirdDay) };
};
