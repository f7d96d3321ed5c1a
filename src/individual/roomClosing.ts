/** The rows of Avslutning: when and where we meet again, whom to ask, and how the plan is had. */
import { type RoomBlock, type RoomPicture, rowOf } from './roomBlocks.ts';
import { dotted, joined, type RoomWords } from './roomPhrases.ts';
import type { RoomAsk, RoomBody, RoomCopy } from './roomShape.ts';

const copyPictures = {
  paper: 'thing-paper',
  phone: 'thing-phone',
  post: 'thing-letter',
  always: 'thing-paper',
} as const satisfies Record<RoomCopy, RoomPicture>;

/** What a place is called in their language, where it begins with a usual service: "Vårdcentralen, rum 4". */
const placeGloss = (place: string, { said }: RoomWords): string => {
  const service = place.split(',')[0] ?? '';
  const own = said(service);
  return own.toLowerCase() === service.toLowerCase() ? '' : own;
};

/** A number and a span of hours never break at the end of a line. */
const unbroken = (text: string): string =>
  text.replaceAll(' ', '\u00a0').replaceAll('–', '\u2060–\u2060').replaceAll('-', '\u2011');

/** "tisdag 9 juni 13.00" may break after the weekday: a time alone on a line is read as something else. */
const dateTogether = (day: string): string => {
  const [weekday = '', ...date] = day.split(' ');
  return [weekday, unbroken(date.join(' '))].join(' ');
};

/** Whom to ask: one by name, several with a line each, so that all of it stands on one screen. */
const askRow = (asks: readonly RoomAsk[], words: RoomWords): readonly RoomBlock[] => {
  const { t } = words;
  const [only] = asks;
  if (only === undefined) return [];
  if (asks.length > 1) {
    const lines = asks.map((ask) =>
      dotted(joined(words, ask.name, ask.about), unbroken(ask.phone), unbroken(ask.hours)),
    );
    return [rowOf('thing-call', t('room:ask.several'), ...lines)];
  }
  const text =
    only.about === ''
      ? t('room:ask.any', { name: only.name })
      : t('room:ask.about', { about: only.about, name: only.name });
  return [rowOf('thing-call', text, dotted(unbroken(only.phone), unbroken(only.hours)))];
};

/** `placeApart`: where one scrolls, the place is a card of its own. */
export const closingRows = (
  body: Extract<RoomBody, { part: 'avslutning' }>,
  words: RoomWords,
  placeApart: boolean,
): readonly RoomBlock[] => {
  const { t } = words;
  const rows: RoomBlock[] = [];
  if (body.next !== null) {
    const { date, time, place, caller } = body.next;
    const day = words.weekday(date);
    rows.push(
      rowOf(
        'thing-calendar',
        time === ''
          ? t('room:next.day', { day })
          : t('room:next.time', { day: dateTogether(day), time: words.clock(time) }),
        dotted(
          placeApart ? '' : place,
          caller === '' ? '' : t('room:next.caller', { name: caller }),
        ),
      ),
    );
    if (placeApart && place !== '') {
      const when = dotted(day, time === '' ? '' : words.clock(time));
      rows.push(rowOf('thing-place', place, when, placeGloss(place, words)));
    }
  }
  rows.push(...askRow(body.ask, words));
  rows.push(
    rowOf(copyPictures[body.copy], t(`room:copy.${body.copy}`), t(`room:copyMore.${body.copy}`)),
  );
  return rows;
};
