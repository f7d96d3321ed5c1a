/** What was given over the network, to whom and until when, and that it ended (PDL 3:11). Never what was in it. */
import { foldShares } from '../../../cases/shares/foldShares.ts';
import { isShareFact } from '../../../cases/shares/shareFacts.ts';
import type { Translate } from '../../../i18n/keys.ts';
import type { CaseState } from '../../../meeting/workspace.ts';
import type { Fact } from '../../../shared/fact.ts';
import type { Said } from './historyLines.ts';

export const sayShare = (
  fact: Fact,
  { log }: CaseState,
  { name, by }: { readonly name: string; readonly by: string },
  t: Translate,
): Said | null => {
  if (!isShareFact(fact)) return null;
  const share = foldShares(log).find(({ shareId }) => shareId === fact.data.shareId);
  if (share === undefined) return null;
  // Each device that was there notes the end: it happened once.
  const first = log.find(
    (each) =>
      each.fact.type === fact.type &&
      isShareFact(each.fact) &&
      each.fact.data.shareId === fact.data.shareId,
  );
  if (first !== undefined && first.fact.id !== fact.id) return null;
  const who = share.receiver.name;
  switch (fact.type) {
    case 'share.opened': {
      const { kind, until, judged } = fact.data;
      const more = [
        by,
        until === null ? '' : t('share:list.untilDay', { date: t.formats.date(until) }),
        judged,
      ];
      return {
        group: 'copies',
        what: t(kind === 'follow' ? 'history:share.follow' : 'history:share.plan', { who }),
        more: more.filter((words) => words !== '').join(', '),
      };
    }
    case 'share.ended': {
      const { why, reason } = fact.data;
      const said = t(`share:why.${why}`, { who, name, by });
      return {
        group: 'copies',
        what: t('history:share.ended', { who }),
        more: [said, reason].filter((words) => words !== '').join(' '),
      };
    }
    case 'share.gone':
      return { group: 'copies', what: t('history:share.gone', { who }), more: '' };
  }
};
