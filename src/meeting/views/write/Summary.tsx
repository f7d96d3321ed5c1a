/** Sammanfattning, Skriva: agreed by person, who holds the plan, the person's answers, **Granska** (looks.md 1.4). */

import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { showAllAgreed } from '../../../plan/commands/showRows.ts';
import { limits } from '../../../plan/limits.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { TextSpliceField } from '../../../ui/TextSpliceField/TextSpliceField.tsx';
import { agreedByPerson, type PersonDoings } from '../agreedByPerson.ts';
import { useLeader } from '../Leader.ts';
import { AnswerField } from './AnswerField.tsx';
import { HolderField } from './HolderField.tsx';
import { RowList } from './RowList.tsx';

export function Summary(): JSX.Element {
  const { t, plan, name, roles, workspace, edit, open, lineField } = useLeader();
  const [ownOpen, setOwnOpen] = useState(false);
  const people = agreedByPerson(plan);
  const rows = people.flatMap((one) => one.rows);
  const nameOf = (one: PersonDoings): string =>
    one.kind === 'individual'
      ? t('meeting:summary.self', { name })
      : one.kind === 'nobody'
        ? t('meeting:summary.nobody')
        : one.authority === null || one.authority === 'annan'
          ? one.name
          : t('meeting:who.withAuthority', {
              name: one.name,
              authority: t(`meeting:authority.low.${one.authority}`),
            });
  // The name stands at the first of the person's rows. What several do stands once with each of them.
  const whoAt = people.flatMap((one) =>
    one.rows.map((_, index) => (index === 0 ? nameOf(one) : '')),
  );
  const ownWords = workspace.typing({ item: 'plan', field: 'ownWords' });
  return (
    <>
      <div class="write-face__line">
        <h3 class="write-face__heading">{t('meeting:summary.agreed')}</h3>
        {rows.length > 0 && (
          <Button kind="quiet" onClick={() => void edit((doc, ctx) => showAllAgreed(doc, ctx))}>
            {t('meeting:summary.showAll')}
          </Button>
        )}
      </div>
      {rows.length === 0 ? (
        <p class="leader__subtle">{t('meeting:summary.nothing')}</p>
      ) : (
        <RowList rows={rows} label={t('meeting:summary.agreed')} whoAt={whoAt} />
      )}
      {plan.disagreements.length > 0 && (
        <>
          <h3 class="write-face__heading">{t('meeting:summary.disagreements')}</h3>
          <RowList rows={plan.disagreements} label={t('meeting:summary.disagreements')} />
        </>
      )}
      <HolderField />
      <AnswerField class="answer" question="unclear" label={t('meeting:summary.unclear')} />
      <AnswerField class="answer" question="soundsGood" label={t('meeting:summary.sounds')} />
      <AnswerField
        class="answer"
        question="saysYes"
        label={roles.du ? t('meeting:summary.saysYesOwn') : t('meeting:summary.saysYes', { name })}
      />
      {(ownOpen || ownWords.value !== '') && (
        <TextSpliceField
          label={t('meeting:summary.ownWords', { name })}
          hint={t('meeting:summary.ownWordsHint', { name })}
          value={ownWords.value}
          onSplice={ownWords.splice}
          maxLength={limits.longText}
          onBlur={() => void workspace.flush()}
        />
      )}
      <div class="write-face__line write-face__review">
        <Button kind="quiet" iconEnd="forward" onClick={() => open('review')}>
          {t('meeting:summary.review')}
        </Button>
        <span class="leader__subtle">{t('meeting:summary.reviewHint')}</span>
        <span class="write-face__space" />
        {!ownOpen && ownWords.value === '' && (
          <Button kind="quiet" iconStart="plus" onClick={() => setOwnOpen(true)}>
            {t('meeting:summary.addOwnWords')}
          </Button>
        )}
        <Button kind="quiet" iconStart="plus" onClick={() => lineField.current?.focus()}>
          {t('meeting:bar.write')}
        </Button>
      </div>
    </>
  );
}
