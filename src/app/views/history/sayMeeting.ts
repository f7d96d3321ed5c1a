import type { Translate } from '../../../i18n/keys.ts';
import { asRecord } from './asRecord.ts';
import type { Said } from './historyLines.ts';

/** An event of the meeting, as a line in **Historik**. `isUnheard`: it came from a device that did not lead any more. */
export const sayMeeting = (
  event: Readonly<Record<string, unknown>>,
  by: string,
  t: Translate,
  isUnheard: boolean,
): Said | null => {
  const say = (what: string, more = by): Said => ({
    group: 'meetings',
    what,
    more: isUnheard ? t('history:meeting.notCounted', { name: by }) : more,
  });
  switch (event['type']) {
    case 'meeting.started':
      return say(
        t('history:meeting.started'),
        typeof event['minutes'] === 'number'
          ? t('history:meeting.minutes', { count: event['minutes'], name: by })
          : by,
      );
    case 'meeting.onPaper':
      return say(t('history:meeting.onPaper'));
    case 'meeting.cutShort':
      return say(t('history:meeting.cutShort'));
    case 'meeting.continued':
      return say(t('history:meeting.continued'));
    case 'meeting.ended':
      return say(t('history:meeting.ended'), followUpWords(asRecord(event['followUp']), by, t));
    case 'consent.changed':
      if (asRecord(event['change'])['kind'] === 'none') return say(t('history:meeting.noSip'));
      return { group: 'consents', what: t('history:consent.changedInRoom'), more: by };
    default:
      return null;
  }
};

const followUpWords = (
  followUp: Readonly<Record<string, unknown>>,
  by: string,
  t: Translate,
): string => {
  const kinds = ['bokad', 'bokas', 'avslutas', 'nyttMote'] as const;
  const kind = kinds.find((each) => each === followUp['kind']);
  return kind === undefined ? by : `${t(`history:followUp.${kind}`)} ${by}`;
};
