/** **Det här delas**: with whom, until when, how far it has come, and **Sluta dela**. What is over stays as it was. */
import type { JSX } from 'preact';
import { useEffect, useMemo, useReducer, useState } from 'preact/hooks';
import { foldShares, type Share, sharesToGiveAnew } from '../../../cases/shares/foldShares.ts';
import { useT } from '../../../i18n/useT.ts';
import { useWorkspace } from '../../../meeting/views/WorkspaceContext.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { Notice } from '../../../ui/Notice/Notice.tsx';
import { RuledList, RuledRow } from '../../../ui/RuledList/RuledList.tsx';
import type { CaseShares } from '../../shares/SharesContext.ts';
import { EndDialog } from './EndDialog.tsx';
import { detailsOf, openErrorWords, progressWords, titleOf } from './shareWords.ts';

export interface ShareListProps {
  readonly shares: CaseShares;
  readonly name: string;
  readonly onShow: (shareId: string) => void;
}

export function ShareList({ shares, name, onShow }: ShareListProps): JSX.Element {
  const t = useT();
  const { state } = useWorkspace();
  const [ending, setEnding] = useState<Share | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [, drawAgain] = useReducer((count: number) => count + 1, 0);
  useEffect(() => shares.subscribe(() => drawAgain(undefined)), [shares]);
  const all = useMemo(() => foldShares(state.log), [state.log]);
  const open = all.filter(({ ended, isGone }) => ended === null || !isGone);
  const past = all.filter((share) => !open.includes(share));
  const words = (share: Share): string => progressWords(share, shares.progress(share), name, t);
  const anew = useMemo(() => sharesToGiveAnew(all), [all]);
  /** The same to the same person, under keys that only those who stay know. The consent is asked again by itself. */
  const giveAnew = async (share: Share): Promise<void> => {
    const given = await shares.open(share);
    setRefused(
      given.ok ? null : openErrorWords(given.error, { name, who: share.receiver.name }, t),
    );
    if (given.ok) onShow(given.value);
  };
  const againButton = (share: Share): JSX.Element => (
    <Button
      aria-label={t('share:list.againFor', { who: share.receiver.name })}
      onClick={() => void giveAnew(share)}
    >
      {t('share:list.again')}
    </Button>
  );
  return (
    <section class="section" aria-labelledby="share-list">
      <h2 id="share-list">{t('share:list.title')}</h2>
      {refused !== null && <Notice kind="attention">{refused}</Notice>}
      {open.length === 0 && <p>{t('share:list.none')}</p>}
      <RuledList>
        {open.map((share) => (
          <RuledRow
            key={share.shareId}
            second={
              <>
                <span class="share__state" role="status">
                  {words(share)}
                </span>{' '}
                <span>{detailsOf(share, t)}</span>
              </>
            }
            actions={
              anew.includes(share)
                ? againButton(share)
                : share.ended === null && (
                    <>
                      <Button
                        kind="quiet"
                        aria-label={t('share:list.showFor', { who: share.receiver.name })}
                        onClick={() => onShow(share.shareId)}
                      >
                        {t('share:list.show')}
                      </Button>
                      <Button
                        aria-label={t('share:list.endFor', { who: share.receiver.name })}
                        onClick={() => setEnding(share)}
                      >
                        {t('share:list.end')}
                      </Button>
                    </>
                  )
            }
          >
            {titleOf(share, t)}
          </RuledRow>
        ))}
      </RuledList>
      {past.length > 0 && (
        <>
          <h3>{t('share:list.past')}</h3>
          <RuledList>
            {past.map((share) => (
              <RuledRow
                key={share.shareId}
                second={
                  <>
                    {words(share)} {t('share:past', { who: share.receiver.name })}
                  </>
                }
                actions={anew.includes(share) && againButton(share)}
              >
                {titleOf(share, t)}
              </RuledRow>
            ))}
          </RuledList>
        </>
      )}
      {ending !== null && (
        <EndDialog shares={shares} share={ending} name={name} onClose={() => setEnding(null)} />
      )}
    </section>
  );
}
