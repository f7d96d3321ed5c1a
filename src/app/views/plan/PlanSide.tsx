import type { JSX } from 'preact';
import { consentSummary } from '../../../consent/mayShare.ts';
import { useT } from '../../../i18n/useT.ts';
import { individualName } from '../../../meeting/views/planWords.ts';
import { useWorkspace } from '../../../meeting/views/WorkspaceContext.ts';
import { type Advice, planAdvice } from '../../../plan/advice.ts';
import type { PlanAnchor } from '../../../plan/anchors.ts';
import { canonicalPlan } from '../../../plan/canonicalPlan.ts';
import { compareVersions } from '../../../plan/compareVersions.ts';
import { lawItems } from '../../../plan/completeness.ts';
import { foldShownAtEnd } from '../../../plan/shownAtEnd.ts';
import { headsOf, type SoundVersion, soundVersions } from '../../../plan/versions.ts';
import { nextStep } from '../../../process/steps.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { Icon } from '../../../ui/Icon/Icon.tsx';
import { Notice } from '../../../ui/Notice/Notice.tsx';
import type { PlanShown } from './PlanView.tsx';

export interface PlanSideProps {
  readonly shown: PlanShown;
  readonly onShow: (shown: PlanShown) => void;
  readonly onReady: () => void;
  /** The way to the place where something is missing. */
  readonly onMend: (anchor: PlanAnchor) => void;
}

/** Where we are: draft or ready, what the law asks, what would make it better, and the versions there are. */
export function PlanSide({ shown, onShow, onReady, onMend }: PlanSideProps): JSX.Element {
  const t = useT();
  const { state } = useWorkspace();
  const versions = soundVersions(state.versions);
  const damaged = state.versions.length - versions.length;
  const heads = headsOf(versions);
  const status = usePlanStatus(shown);
  return (
    <div class="plan-side">
      <section>
        <h2 class="plan-side__heading">{status.words}</h2>
        {status.more !== '' && <p class="soft">{status.more}</p>}
      </section>
      {shown.kind === 'draft' && (
        <>
          <LawList onMend={onMend} />
          <AdviceList onMend={onMend} />
          <Button kind="filled" onClick={onReady} disabled={state.plan.readOnly}>
            {t('plan:view.makeReady')}
          </Button>
        </>
      )}
      {shown.kind === 'version' && nextStep(state) === 'efter' && (
        <Button kind="filled" href={`/sip/${state.caseId}/efter`} iconEnd="forward">
          {t('home:case.goAfter')}
        </Button>
      )}
      {heads.length > 1 && <Notice kind="attention">{t('plan:view.twoHeads')}</Notice>}
      {damaged > 0 && (
        <Notice kind="attention">{t('plan:view.damaged', { count: damaged })}</Notice>
      )}
      <Versions versions={versions} shown={shown} onShow={onShow} />
    </div>
  );
}

const usePlanStatus = (shown: PlanShown): { words: string; more: string } => {
  const t = useT();
  const { state } = useWorkspace();
  const versions = soundVersions(state.versions);
  if (shown.kind === 'compare') return { words: t('plan:view.compare'), more: '' };
  if (shown.kind === 'version') {
    const version = versions.find(({ id }) => id === shown.id);
    if (version === undefined) return { words: '', more: '' };
    const when = t('plan:view.madeAt', {
      date: t.formats.date(version.at),
      time: t.formats.time(version.at),
      name: version.by.name,
    });
    return { words: t('plan:view.ready', { number: version.n }), more: when };
  }
  const newest = versions.at(-1);
  if (newest === undefined) return { words: t('plan:view.draft'), more: '' };
  const now = canonicalPlan(state.plan, consentSummary(state.consent));
  const changes = compareVersions(newest.content, now).length;
  return changes === 0
    ? { words: t('plan:view.ready', { number: newest.n }), more: t('plan:view.noChange') }
    : {
        words: t('plan:view.draft'),
        more: t('plan:view.changedSince', { count: changes, number: newest.n }),
      };
};

function LawList({ onMend }: Pick<PlanSideProps, 'onMend'>): JSX.Element {
  const t = useT();
  const { plan } = useWorkspace().state;
  return (
    <section>
      <h3 class="plan-side__label">{t('plan:law.heading')}</h3>
      <ul class="plan-side__law">
        {lawItems(plan).map(({ id, met, anchor }) => (
          <li key={id}>
            <span class="plan-side__tick">{met && <Icon name="tick" />}</span>
            <div>
              <p>{t(`plan:law.${id}.title`)}</p>
              {met ? (
                <p class="soft">{t('plan:law.met')}</p>
              ) : (
                <>
                  <p class="plan-side__missing">
                    <strong>{t('plan:law.unmet')}.</strong> {t(`plan:law.${id}.missing`)}
                  </p>
                  {anchor !== null && (
                    <Button
                      kind="quiet"
                      onClick={() => onMend(anchor)}
                      aria-label={t('plan:view.mend', { what: t(`plan:law.${id}.title`) })}
                    >
                      {t('plan:view.goTo')}
                    </Button>
                  )}
                </>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function AdviceList({ onMend }: Pick<PlanSideProps, 'onMend'>): JSX.Element | null {
  const t = useT();
  const { plan } = useWorkspace().state;
  const advice = planAdvice(plan);
  if (advice.length === 0) return null;
  const name = individualName(plan) || t('home:list.nameless');
  const words = ({ id, rows, date }: Advice): string => {
    switch (id) {
      case 'followUp':
        return date === null
          ? t('plan:advice.followUp')
          : t('plan:advice.followUpOffered', { date: t.formats.dayMonth(date) });
      case 'rowFollowUp':
      case 'timing':
      case 'undecided':
      case 'undecidedNoDate':
        return t(`plan:advice.${id}`, { count: rows.length });
      case 'unsettled':
        return t('plan:advice.unsettled', { count: Math.max(1, plan.unsettled.length) });
      case 'saysYes':
        return t('plan:advice.saysYes', { name });
      case 'important':
      case 'noSubgoal':
      case 'leadName':
      case 'leadPhone':
        return t(`plan:advice.${id}`);
    }
  };
  return (
    <section>
      <h3 class="plan-side__label">{t('plan:advice.heading')}</h3>
      <ul class="plan-side__advice">
        {advice.map((each) => (
          <li key={each.id}>
            <button type="button" class="underlined-way" onClick={() => onMend(each.anchor)}>
              {words(each)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface VersionsProps {
  readonly versions: readonly SoundVersion[];
  readonly shown: PlanShown;
  readonly onShow: (shown: PlanShown) => void;
}

function Versions({ versions, shown, onShow }: VersionsProps): JSX.Element | null {
  const t = useT();
  const { state } = useWorkspace();
  const atMeeting = foldShownAtEnd(state.log);
  if (versions.length === 0 && atMeeting === null) return null;
  const way = (key: string, words: string, to: PlanShown) => {
    const present = JSON.stringify(to) === JSON.stringify(shown);
    return (
      <li key={key}>
        <button
          type="button"
          class="underlined-way"
          aria-current={present ? 'true' : undefined}
          onClick={() => onShow(to)}
        >
          {words}
        </button>
      </li>
    );
  };
  return (
    <section>
      <h3 class="plan-side__label">{t('plan:view.versions')}</h3>
      <ul class="plan-side__advice">
        {way('draft', t('plan:view.draftNow'), { kind: 'draft' })}
        {[...versions].reverse().map(({ id, n, at }) =>
          way(id, t('plan:view.versionAt', { number: n, date: t.formats.date(at) }), {
            kind: 'version',
            id,
          }),
        )}
      </ul>
      <h3 class="plan-side__label">{t('plan:view.compareWith')}</h3>
      <ul class="plan-side__advice">
        {atMeeting !== null &&
          way('meeting', t('plan:view.shownAtMeeting'), { kind: 'compare', before: 'meeting' })}
        {[...versions].reverse().map(({ id, n }) =>
          way(`c${id}`, t('plan:view.compareVersion', { number: n }), {
            kind: 'compare',
            before: id,
          }),
        )}
      </ul>
    </section>
  );
}
