/** Several plans on one phone: whose, and of which day. */
import type { JSX } from 'preact';
import type { KeptPlan } from '../../cases/shares/keptPlans.ts';
import type { LanguageCode } from '../../i18n/languages.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { Button } from '../../ui/Button/Button.tsx';
import { Picture } from '../../ui/Picture/Picture.tsx';
import { readShareState } from './shareState.ts';

export interface KeptListProps {
  readonly plans: readonly KeptPlan[];
  readonly language: LanguageCode;
  readonly onOpen: (plan: KeptPlan) => void;
}

export function KeptList({ plans, language, onOpen }: KeptListProps): JSX.Element | null {
  const follow = useTexts('follow', language);
  const easy = useTexts('easy', language);
  if (follow === null || easy === null) return null;
  return (
    <section class="own__content">
      <h1 class="own__heading">{follow.t('follow:kept.list')}</h1>
      <ul class="follow__plans">
        {plans.map((plan) => {
          const state = readShareState(plan.state);
          const of = state?.is === 'plan' ? state : null;
          return (
            <li key={plan.id}>
              <Button
                wide
                before={<Picture name="thing-paper" size={56} />}
                onClick={() => onOpen(plan)}
              >
                <bdi>{of?.copy.name || follow.t('follow:plan')}</bdi>
                {of !== null && (
                  <span class="follow__of-day">
                    {easy.t('easy:now.date', { date: easy.formats.date(of.date) })}
                  </span>
                )}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
