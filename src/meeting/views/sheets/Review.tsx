/**
 * **Granska**: the law's four items, what would make the plan better, hard words. Silent while people talk; here when
 * it is asked for (field.md 6). Nothing in it stops anything.
 */
import type { JSX } from 'preact';
import { currentLocale } from '../../../i18n/i18n.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import { type Advice, hardWordsOfPlan, planAdvice, smartQuestions } from '../../../plan/advice.ts';
import type { PlanAnchor } from '../../../plan/anchors.ts';
import { lawItems } from '../../../plan/completeness.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { Icon } from '../../../ui/Icon/Icon.tsx';
import { RuledList, RuledRow } from '../../../ui/RuledList/RuledList.tsx';
import { useLeader } from '../Leader.ts';
import { findRow } from '../planRows.ts';
import './Review.css';

export function Review(): JSX.Element {
  const { t, plan, name } = useLeader();
  const advice = planAdvice(plan);
  const words = hardWordsOfPlan(plan);
  const explained = useTexts('words', currentLocale());
  const smart = plan.subgoals
    .map((step) => ({
      step,
      asked: smartQuestions(plan, step).filter((question) => question.ask),
    }))
    .filter((each) => each.asked.length > 0);
  return (
    <div class="review leader__scroll">
      <h3 class="review__title">{t('meeting:review.heading')}</h3>

      <h4>{t('plan:law.heading')}</h4>
      <RuledList framed label={t('plan:law.heading')}>
        {lawItems(plan).map((item) => (
          <RuledRow
            key={item.id}
            before={<Icon name={item.met ? 'tick' : 'forward'} />}
            second={item.met ? t('plan:law.met') : t(`plan:law.${item.id}.missing`)}
            actions={item.anchor === null ? undefined : <GoThere anchor={item.anchor} />}
          >
            {t(`plan:law.${item.id}.title`)}
          </RuledRow>
        ))}
      </RuledList>

      <h4>{t('plan:advice.heading')}</h4>
      {advice.length === 0 ? (
        <p>{t('plan:advice.none')}</p>
      ) : (
        <RuledList framed label={t('plan:advice.heading')}>
          {advice.map((each) => (
            <RuledRow key={each.id} actions={<GoThere anchor={each.anchor} />}>
              <span class="review__advice">{adviceWords(each, t, name)}</span>
            </RuledRow>
          ))}
        </RuledList>
      )}

      {smart.map(({ step, asked }) => (
        <section key={step.id}>
          <h4>{t('plan:advice.smart.heading')}</h4>
          <p class="review__goal">{step.text}</p>
          <ul>
            {asked.map(({ letter }) => (
              <li key={letter}>
                <strong>{t(`plan:advice.smart.${letter}.name`)}:</strong>{' '}
                {t(`plan:advice.smart.${letter}.question`, { name })}
              </li>
            ))}
          </ul>
        </section>
      ))}

      <h4>{t('meeting:review.words')}</h4>
      {words.length === 0 ? (
        <p>{t('meeting:review.noWords')}</p>
      ) : (
        <dl class="review__words">
          {words.flatMap((row) =>
            row.words.map((word) => (
              <div key={`${row.row} ${word.id}`}>
                <dt>{word.written}</dt>
                <dd>{explained?.t(`words:term.${word.id}.plain`)}</dd>
              </div>
            )),
          )}
        </dl>
      )}
    </div>
  );
}

const adviceWords = (
  advice: Advice,
  t: ReturnType<typeof useLeader>['t'],
  name: string,
): string => {
  if (advice.id === 'followUp' && advice.date !== null) {
    return t('plan:advice.followUpOffered', { date: t.formats.dayMonth(advice.date) });
  }
  return t(`plan:advice.${advice.id}`, { count: Math.max(1, advice.rows.length), name });
};

/** To the place, as far as it is in this part: a row is taken up in the field, the rest stands in Skriva. */
function GoThere({ anchor }: { readonly anchor: PlanAnchor }): JSX.Element | null {
  const { t, plan, open, setFace, setLine, lineField } = useLeader();
  const row = anchor.startsWith('row-') ? findRow(plan, anchor.slice('row-'.length)) : null;
  if (row === null && anchor !== 'interventions' && anchor !== 'lead' && anchor !== 'answers') {
    return null;
  }
  const go = (): void => {
    open(null);
    setFace('skriva');
    if (row !== null) setLine({ id: row.id, kind: row.kind });
    else if (anchor === 'interventions') setLine({ id: null, kind: 'intervention' });
    else return;
    // The field is there again once the review has gone.
    requestAnimationFrame(() => lineField.current?.focus());
  };
  return (
    <Button kind="quiet" onClick={go}>
      {t('meeting:review.goTo')}
    </Button>
  );
}
