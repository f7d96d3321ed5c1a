/** At the owner's next unlock: that a colleague has taken over a plan, and why. Stays until it is said to be seen. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Translate } from '../../../i18n/keys.ts';
import { useT } from '../../../i18n/useT.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { Notice } from '../../../ui/Notice/Notice.tsx';
import type { TakeOverWork, ToldOwner } from './takeOver.ts';

export function TakenOver({
  work,
}: {
  readonly work: Pick<TakeOverWork, 'told' | 'seen'>;
}): JSX.Element {
  const t = useT();
  const [seen, setSeen] = useState<ReadonlySet<ToldOwner>>(new Set());
  return (
    <>
      {work.told
        .filter((each) => !seen.has(each))
        .map((each) => (
          <Notice
            key={`${each.caseId} ${each.by}`}
            kind="attention"
            title={t('home:takenOver.title', { who: each.name })}
            actions={
              <>
                <Button href={`/sip/${each.caseId}/historik`}>{t('home:takenOver.go')}</Button>
                <Button
                  kind="quiet"
                  onClick={() => {
                    setSeen(new Set([...seen, each]));
                    void work.seen(each);
                  }}
                >
                  {t('home:takenOver.seen')}
                </Button>
              </>
            }
          >
            {whenAndWhy(each, t)}
          </Notice>
        ))}
    </>
  );
}

const whenAndWhy = ({ told }: ToldOwner, t: Translate): string => {
  if (told === null) return t('home:takenOver.inHistory');
  const reason = told.reason === 'other' ? told.note : t(`home:takeOver.reasons.${told.reason}`);
  return t('home:takenOver.why', { date: t.formats.date(told.at), reason });
};
