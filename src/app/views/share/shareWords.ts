/** What the views of **Dela** say of a share. */
import type { Share } from '../../../cases/shares/foldShares.ts';
import type { OpenShareError } from '../../../cases/shares/openShare.ts';
import type { ShareProgress } from '../../../cases/shares/shareKeeper.ts';
import type { WhyNotShared } from '../../../consent/shares.ts';
import type { Translate } from '../../../i18n/keys.ts';
import type { Participant } from '../../../plan/model.ts';

export interface ShareNames {
  /** The one whose plan it is. */
  readonly name: string;
  readonly who: string;
}

/** Their name, else what they are. */
export const whoIs = (person: Pick<Participant, 'name' | 'function'>): string =>
  person.name.trim() || person.function.trim();

/** What can be seen now, and what could be while it lasted. */
const titles = {
  open: { follow: 'share:list.follow', plan: 'share:list.plan' },
  past: { follow: 'share:list.followed', plan: 'share:list.planGiven' },
} as const;

export const titleOf = (share: Share, t: Translate): string =>
  t(titles[share.ended !== null && share.isGone ? 'past' : 'open'][share.kind], {
    who: share.receiver.name,
  });

const untilWords = ({ kind, receiver, until }: Share, t: Translate): string => {
  if (kind === 'follow' && receiver.receiverKind !== 'individual')
    return t('share:list.untilMeeting');
  return until === null ? '' : t('share:list.untilDay', { date: t.formats.date(until) });
};

/** Since when, by whom, until when. */
export const detailsOf = (share: Share, t: Translate): string =>
  [
    t('share:list.since', { when: t.formats.weekdayDateTime(share.at), by: share.by }),
    untilWords(share, t),
  ]
    .filter((words) => words !== '')
    .join(', ');

export const progressWords = (
  share: Share,
  progress: ShareProgress,
  name: string,
  t: Translate,
): string => {
  const who = share.receiver.name;
  switch (progress.kind) {
    case 'shared':
      return t('share:state.shared');
    case 'endWaiting':
      return t('share:state.endWaiting', { who });
    case 'ended':
      return share.ended === null
        ? ''
        : [
            t('share:state.ended', { when: t.formats.weekdayDateTime(share.ended.at) }),
            t(`share:why.${share.ended.why}`, { who, name, by: share.ended.by }),
            share.ended.reason,
          ]
            .filter((words) => words !== '')
            .join(' ');
    case 'waiting':
      switch (progress.fault) {
        case 'mayNotOpen':
        case 'notAccepted':
        case 'full':
        case 'tooLarge':
        case 'refused':
          return t(`share:state.${progress.fault}`);
        default:
          return t('share:state.offline');
      }
  }
};

export const refusedWords = (
  why: WhyNotShared | 'notJudged' | 'noVersion',
  names: ShareNames,
  t: Translate,
): string => t(`share:not.${why}`, { ...names });

export const openErrorWords = (error: OpenShareError, names: ShareNames, t: Translate): string => {
  switch (error.kind) {
    case 'notAllowed':
      return refusedWords(error.why, names, t);
    case 'noKeys':
      return t('share:not.keys');
    case 'notSaved':
      return t('share:not.save');
  }
};
