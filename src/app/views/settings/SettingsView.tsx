/** **Inställningar**: who one is, how it looks, when it locks, whether it is ready, and the way to wipe it all. */
import type { JSX } from 'preact';
import { useCallback, useRef, useState } from 'preact/hooks';
import { useT } from '../../../i18n/useT.ts';
import { appleHome, browserSurroundings } from '../../../pwa/appleHome.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { lazyView } from '../../../ui/lazyView.tsx';
import { PageFrame } from '../../../ui/PageFrame/PageFrame.tsx';
import { TopBar } from '../../../ui/TopBar/TopBar.tsx';
import type { AppearanceStore } from '../../appearance.ts';
import { type Details, DetailsForm } from '../welcome/DetailsForm.tsx';
import type { PasswordVerdict } from '../welcome/PasswordStep.tsx';
import { AppearanceSection } from './AppearanceSection.tsx';
import { LanguageSection } from './LanguageSection.tsx';
import { LockSection } from './LockSection.tsx';
import { ReadinessSection } from './ReadinessSection.tsx';
import { WipeSection, type WipeTrouble } from './WipeSection.tsx';
import '../views.css';

const BackupSection = lazyView(
  () => import('../backup/BackupSection.tsx').then((m) => m.BackupSection),
  { as: 'piece' },
);
const OfficialSurveySection = lazyView(
  () => import('./OfficialSurveySection.tsx').then((m) => m.OfficialSurveySection),
  { as: 'piece' },
);
const MoveHomeSection = lazyView(
  () => import('./MoveHomeSection.tsx').then((m) => m.MoveHomeSection),
  { as: 'piece' },
);

const SyncingSections = lazyView(
  () => import('../sync/SyncingSections.tsx').then((m) => m.SyncingSections),
  { as: 'piece' },
);
const UnlockWays = lazyView(() => import('./UnlockWays.tsx').then((m) => m.UnlockWays), {
  as: 'piece',
});

export interface SettingsViewProps {
  readonly appearance: AppearanceStore;
  readonly details: Details;
  readonly onSaveDetails: (details: Details) => Promise<string | null>;
  readonly idleMinutes: number;
  readonly onIdleMinutes: (minutes: number) => void;
  readonly judge: (password: string) => Promise<PasswordVerdict>;
  /** Words for a person when it could not be changed. */
  readonly onChangePassword: (password: string, newPassword: string) => Promise<string | null>;
  readonly onNewReserveCode: (
    password: string,
  ) => Promise<{ groups: readonly string[] } | { trouble: string }>;
  readonly shortName: string;
  readonly countCases: () => Promise<number>;
  /** Locks, so that the next person begins from **Låst**. */
  readonly onAddPerson: () => void;
  readonly onWipe: () => Promise<WipeTrouble | null>;
  /** The keys are gone, and the person leaves what could not be removed. */
  readonly onLeaveWiped: () => void;
}

export function SettingsView(props: SettingsViewProps): JSX.Element {
  const t = useT();
  const [saved, setSaved] = useState(false);
  const draft = useRef<Details>(props.details);
  const keepDraft = useCallback((written: Details) => {
    draft.current = written;
  }, []);
  const saveDraft = async (): Promise<void> => {
    const { person } = draft.current;
    if (draft.current !== props.details && person.name.trim() !== '')
      await props.onSaveDetails(draft.current);
  };
  return (
    <PageFrame
      title={t('settings:title')}
      top={<TopBar back={{ label: t('home:list.title'), href: '/' }} />}
    >
      <section class="section" aria-label={t('settings:mine')}>
        <h2>{t('settings:mine')}</h2>
        <DetailsForm
          details={props.details}
          onDraft={keepDraft}
          onSave={async (details) => {
            setSaved(false);
            const words = await props.onSaveDetails(details);
            setSaved(words === null);
            return words;
          }}
        />
        <p role="status" class="soft">
          {saved ? t('settings:saved') : ''}
        </p>
      </section>
      <SyncingSections beforeLeaving={saveDraft} />
      <BackupSection />
      {appleHome(browserSurroundings()) === 'tab' && <MoveHomeSection />}
      <ReadinessSection />
      <AppearanceSection appearance={props.appearance} />
      <LanguageSection />
      <LockSection
        idleMinutes={props.idleMinutes}
        onIdleMinutes={props.onIdleMinutes}
        judge={props.judge}
        onChangePassword={props.onChangePassword}
        onNewReserveCode={props.onNewReserveCode}
        shortName={props.shortName}
      />
      <UnlockWays />
      <OfficialSurveySection />
      <section class="section" aria-label={t('settings:people')}>
        <h2>{t('settings:people')}</h2>
        <p>{t('settings:peopleHint')}</p>
        <div class="button-row">
          <Button onClick={props.onAddPerson}>{t('settings:addPerson')}</Button>
          <Button kind="quiet" href="/hjalp/kollega-tar-over">
            {t('help:colleague.title')}
          </Button>
        </div>
      </section>
      <WipeSection
        countCases={props.countCases}
        onWipe={props.onWipe}
        onLeaveWiped={props.onLeaveWiped}
      />
    </PageFrame>
  );
}
