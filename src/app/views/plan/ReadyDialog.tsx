import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { consentSummary, mayMakeReady } from '../../../consent/mayShare.ts';
import { recordConsent } from '../../../consent/recordConsent.ts';
import { useT } from '../../../i18n/useT.ts';
import { answerAfterLine } from '../../../meeting/afterMeeting.ts';
import { individualName } from '../../../meeting/views/planWords.ts';
import { useWorkspace } from '../../../meeting/views/WorkspaceContext.ts';
import { canonicalPlan } from '../../../plan/canonicalPlan.ts';
import { compareVersions, type PlanChange } from '../../../plan/compareVersions.ts';
import { lawItems } from '../../../plan/completeness.ts';
import { foldShownAtEnd } from '../../../plan/shownAtEnd.ts';
import type { Fact } from '../../../shared/fact.ts';
import type { Result } from '../../../shared/result.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { ChipGroup } from '../../../ui/ChipGroup/ChipGroup.tsx';
import { Dialog } from '../../../ui/Dialog/Dialog.tsx';
import { Notice } from '../../../ui/Notice/Notice.tsx';
import { ChangeList } from './ChangeList.tsx';

export interface ReadyDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onFreeze: () => Promise<Result<Fact, { readonly kind: string }>>;
  /** Given the id of the version. */
  readonly onReady: (id: string) => void;
}

/** What differs from what the room was shown, when a meeting ended here (field.md 9). */
export const useChangedSinceMeeting = (): readonly PlanChange[] => {
  const { state } = useWorkspace();
  const snapshot = foldShownAtEnd(state.log);
  if (snapshot === null) return [];
  const now = canonicalPlan(state.plan, consentSummary(state.consent));
  return compareVersions(snapshot.content, { ...now, consent: snapshot.content.consent });
};

/**
 * **Gör planen klar**. One hard stop, by law: a recorded yes to making a SIP. All else is said and asked, and the
 * person decides (field.md 7).
 */
export function ReadyDialog({
  open,
  onClose,
  onFreeze,
  onReady,
}: ReadyDialogProps): JSX.Element | null {
  const t = useT();
  const { state, record } = useWorkspace();
  const [knows, setKnows] = useState<'yes' | 'no' | null>(null);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const changes = useChangedSinceMeeting();
  const name = individualName(state.plan) || t('home:list.nameless');
  const may = mayMakeReady(state.consent);
  const missing = lawItems(state.plan).filter((item) => !item.met);
  const mustAnswer = changes.length > 0;

  const make = async () => {
    if (mustAnswer && knows === null) {
      setFailed(t('plan:view.answerFirst', { name }));
      return;
    }
    setBusy(true);
    setFailed(null);
    const made = await onFreeze();
    if (made.ok && mustAnswer) {
      await record((ctx) => ({
        id: ctx.newId(),
        type: 'plan.changesTold',
        at: ctx.at,
        by: ctx.by,
        data: { versionId: made.value.id, knows: knows === 'yes' },
      }));
    }
    // What was just done is not asked about again under Efter mötet.
    const { phase, id: meetingId } = state.meeting.current;
    if (made.ok && phase === 'ended') {
      await record((ctx) => answerAfterLine(ctx, { line: 'klar', state: 'done', meetingId }));
    }
    setBusy(false);
    if (made.ok) onReady(made.value.id);
    else {
      setFailed(made.error.kind === 'tooLarge' ? t('plan:view.tooLarge') : t('plan:view.notReady'));
    }
  };

  const answer = (form: 'muntligt' | 'skriftligt') =>
    void record((ctx) =>
      recordConsent(ctx, {
        which: 'make',
        answer: 'yes',
        form,
        note: '',
        giver: {
          role: 'individual',
          participantId: state.plan.participants.find((one) => one.isIndividual)?.id ?? null,
          name,
          counts: true,
        },
        scope: '',
        until: null,
      }),
    );

  return (
    <Dialog
      open={open}
      title={t('plan:view.makeReady')}
      onClose={onClose}
      class="plan-dialog"
      actions={
        <>
          <Button onClick={onClose}>{t('common:action.cancel')}</Button>
          {may && (
            <Button kind="filled" busy={busy} onClick={() => void make()}>
              {t('plan:view.makeReady')}
            </Button>
          )}
        </>
      }
    >
      {!may && (
        <Notice
          kind="attention"
          title={t('plan:view.needsYes', { name })}
          actions={
            <>
              <Button onClick={() => answer('muntligt')}>{t('plan:view.yesOral')}</Button>
              <Button onClick={() => answer('skriftligt')}>{t('plan:view.yesWritten')}</Button>
              <Button kind="quiet" href={`/sip/${state.caseId}/samtycke`}>
                {t('plan:view.toConsent')}
              </Button>
            </>
          }
        >
          <p>{t('plan:view.needsYesWhy')}</p>
        </Notice>
      )}
      {may && missing.length > 0 && (
        <Notice kind="info" title={t('plan:view.lawMissing')}>
          <ul>
            {missing.map(({ id }) => (
              <li key={id}>{t(`plan:law.${id}.missing`)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {may && mustAnswer && (
        <>
          <h3 class="plan-side__label">{t('plan:view.changedAfter')}</h3>
          <ChangeList changes={changes} />
          <ChipGroup
            label={t('plan:view.knows', { name })}
            value={knows}
            onChange={(value: 'yes' | 'no') => {
              setKnows(value);
              setFailed(null);
            }}
            options={[
              { value: 'yes', label: t('common:answer.yes') },
              { value: 'no', label: t('plan:view.knowsNotYet') },
            ]}
          />
          {knows === 'no' && <p>{t('plan:view.tellFirst', { name })}</p>}
        </>
      )}
      {may && <p class="soft">{t('plan:view.readyMeans')}</p>}
      <p role="alert" class="plan-dialog__error">
        {failed}
      </p>
    </Dialog>
  );
}
