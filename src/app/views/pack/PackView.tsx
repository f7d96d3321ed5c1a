/** **Skriv ut mötespaketet**: what it holds, and the way to paper. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { casePrinted } from '../../../cases/caseFacts.ts';
import { CircleCard } from '../../../handover/CircleCard.tsx';
import { MeetingPack } from '../../../handover/MeetingPack.tsx';
import { PrintRoot } from '../../../handover/PrintRoot.tsx';

import { currentLocale, swedishText } from '../../../i18n/i18n.ts';
import { useT } from '../../../i18n/useT.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import { languageOfPlan } from '../../../individual/languageOfPlan.ts';
import { circlesOfPlan, ownCircleOf } from '../../../meeting/circles/circlesOfPlan.ts';
import { roleCircle } from '../../../meeting/circles/roleCircles.ts';
import { type CircleRole, circleRoles } from '../../../meeting/circles/roles.ts';
import { useCircleWords } from '../../../meeting/views/circles/useCircleWords.ts';
import { useWorkspace } from '../../../meeting/views/WorkspaceContext.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { ChipGroup } from '../../../ui/ChipGroup/ChipGroup.tsx';
import { Picture } from '../../../ui/Picture/Picture.tsx';
import { RuledList, RuledRow } from '../../../ui/RuledList/RuledList.tsx';
import { CasePage } from '../case/CasePage.tsx';

/** The leader's own is always there. */
const offered: readonly CircleRole[] = circleRoles.filter(
  (role) => role !== 'ordforande' && role !== 'eget',
);

export function PackView(): JSX.Element {
  const t = useT();
  const { state, record } = useWorkspace();
  const { plan } = state;
  const words = useCircleWords('sv', swedishText('pack:person'));
  const choices = useTexts('ownCircles', currentLocale());
  const theirs = useCircleWords(languageOfPlan(plan) ?? 'sv', '');
  const [roles, setRoles] = useState<readonly CircleRole[]>(() => circlesOfPlan(plan));
  return (
    <CasePage way={null} title={t('pack:title')} lead={t('pack:lead')}>
      <h2>{t('pack:contents')}</h2>
      <RuledList label={t('pack:contents')}>
        <RuledRow>{t('pack:circle')}</RuledRow>
        <RuledRow>{t('pack:blank')}</RuledRow>
        <RuledRow>
          {/* Also has the drawings fetched before they are printed. */}
          <Picture name="signal-pause" size={40} /> {t('pack:cards')}
        </RuledRow>
      </RuledList>
      {choices !== null && (
        <ChipGroup
          mode="multi"
          label={t('pack:circles')}
          hint={t('pack:circlesHow')}
          options={offered.map((role) => ({
            value: role,
            label: choices.t(`ownCircles:name.${role}`),
          }))}
          value={roles}
          onChange={setRoles}
        />
      )}
      <p>
        <Button
          kind="filled"
          onClick={() => {
            window.print();
            void record((ctx) => casePrinted(ctx, 'meetingPack'));
          }}
        >
          {t('pack:print')}
        </Button>
      </p>
      <PrintRoot>
        <MeetingPack du={plan.leads.value === 'huvudperson'} name={swedishText('pack:person')}>
          {words !== null &&
            roles.map((role) => {
              // The individual's own is in their language, as in Förbered.
              const { say, t: of } = (role === ownCircleOf(plan) && theirs) || words;
              return (
                <CircleCard
                  key={role}
                  circle={roleCircle(role)}
                  say={say}
                  partName={(part) => of(`ownCircles:part.${part}`)}
                />
              );
            })}
        </MeetingPack>
      </PrintRoot>
    </CasePage>
  );
}
