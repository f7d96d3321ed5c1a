import type { Translate } from '../i18n/keys.ts';
import type { PrintStamp } from '../meeting/afterMeeting.ts';
import type { Decision, Timing } from '../plan/model.ts';
import type { PaperLead, PaperNext, PaperPerson, PaperRow, PaperWho } from './planPaper.ts';

/** The coded values of the paper in words: whole sentences by key, joined only as items of a list. */

const joined = (parts: readonly string[], by: string): string =>
  parts.filter((part) => part !== '').join(by);

/** "Arbetsmaterial från SIP-mötet …", on every print until the plan is entered in a record system (field.md 9). */
export const stampWords = (stamp: PrintStamp, organisation: string, t: Translate): string => {
  if (stamp.kind === 'arbetsmaterial') {
    return organisation.trim() === ''
      ? t('print:stamp.draftNoName')
      : t('print:stamp.draft', { organisation: organisation.trim() });
  }
  const system = stamp.system.trim();
  const date = stamp.date === null ? '' : t.formats.date(stamp.date);
  if (system === '') {
    return date === '' ? t('print:stamp.enteredOnly') : t('print:stamp.enteredNoSystem', { date });
  }
  return date === ''
    ? t('print:stamp.enteredNoDate', { system })
    : t('print:stamp.entered', { system, date });
};

/** "Eva Nilsson, sjuksköterska, vårdcentralen"; with the authority in brackets on screen. */
export const whoWords = (who: PaperWho, withAuthority: boolean, t: Translate): string => {
  const words = joined([who.name, who.what], ', ') || t('print:who.nobody');
  return withAuthority && who.authority !== null
    ? `${words} (${t(`print:authority.${who.authority}`)})`
    : words;
};

export const timingWords = (timing: Timing | null, t: Translate): string => {
  if (timing === null) return '';
  return joined(
    [
      timing.every === null ? '' : t(`print:every.${timing.every}`),
      timing.text.trim(),
      timing.before === null
        ? ''
        : t('print:before', { date: t.formats.weekdayDate(timing.before) }),
    ],
    ' · ',
  );
};

/** What has been decided; nothing where no decision is needed, since that needs no words. */
export const decisionWords = (decision: Decision | null, t: Translate): string => {
  if (decision === null || decision.kind === 'behovsInte') return '';
  if (decision.kind === 'fattat') return t('print:decision.fattat');
  const by = decision.by.trim();
  const date = decision.date === null ? '' : t.formats.dayMonth(decision.date);
  if (by !== '' && date !== '') return t(`print:decision.${decision.kind}ByDate`, { by, date });
  if (by !== '') return t(`print:decision.${decision.kind}By`, { by });
  if (date !== '') return t(`print:decision.${decision.kind}Date`, { date });
  return t(`print:decision.${decision.kind}`);
};

/** The third column: each a line of its own. */
export const whenLines = (row: PaperRow, t: Translate): readonly string[] =>
  [
    timingWords(row.timing, t),
    row.where === '' ? '' : t('print:where', { place: row.where }),
    decisionWords(row.decision, t),
    row.followUp === '' ? '' : t('print:followUp', { text: row.followUp }),
    row.status === null ? '' : t(`print:status.${row.status}`),
    row.unsettled ? t('print:head.unsettled') : '',
  ].filter((line) => line !== '');

export const togetherWords = (row: PaperRow, t: Translate): string =>
  row.together.length === 0
    ? ''
    : t('print:who.together', {
        names: t.formats.list(row.together.map((who) => whoWords(who, true, t))),
      });

export const leadLines = (lead: PaperLead | null, t: Translate): readonly string[] => {
  if (lead === null) return [t('print:lead.missing')];
  return [
    lead.authority === null
      ? t('print:lead.missing')
      : `${t(`print:authorityWhole.${lead.authority}`)}.`,
    lead.name === '' ? '' : t('print:lead.holds', { name: joined([lead.name, lead.what], ', ') }),
    lead.phone === '' ? '' : t('print:lead.phone', { phone: lead.phone }),
  ].filter((line) => line !== '');
};

export const nextLines = (next: PaperNext | null, t: Translate): readonly string[] => {
  if (next === null) return [t('print:next.missing')];
  const date =
    next.date === null
      ? ''
      : capital(`${t.formats.weekdayDate(next.date)} ${next.date.slice(0, 4)}`);
  return [
    date === ''
      ? t('print:next.missing')
      : next.time === ''
        ? t('print:next.date', { date })
        : t('print:next.dateTime', { date, time: t.formats.time(next.time) }),
    next.place === '' ? '' : t('print:next.place', { place: next.place }),
    next.caller === '' ? '' : t('print:next.caller', { name: next.caller }),
  ].filter((line) => line !== '');
};

export const personWords = (person: PaperPerson, t: Translate): string =>
  joined(
    [
      person.what,
      person.authority === null || person.authority === 'annan'
        ? ''
        : t(`print:authority.${person.authority}`),
      person.call === null ? '' : t(`print:people.${person.call}`),
      person.attendance === null || person.attendance === 'plats'
        ? ''
        : t(`print:people.${person.attendance}`),
    ],
    ', ',
  );

export const capital = (text: string): string =>
  text === '' ? '' : text.charAt(0).toLocaleUpperCase('sv') + text.slice(1);
