import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { casePrinted } from '../../../cases/caseFacts.ts';
import { mayShareWith } from '../../../consent/mayShare.ts';
import { PlanDocument, type PlanHead } from '../../../handover/PlanDocument.tsx';
import { PrintRoot } from '../../../handover/PrintRoot.tsx';
import { PrintSheet } from '../../../handover/PrintSheet.tsx';
import { stampWords } from '../../../handover/paperWords.ts';
import { planPaper } from '../../../handover/planPaper.ts';
import { swedishText } from '../../../i18n/i18n.ts';
import { dateOfInstant } from '../../../i18n/localDate.ts';
import { useT } from '../../../i18n/useT.ts';
import { printStamp } from '../../../meeting/afterMeeting.ts';
import { individualName, shortName } from '../../../meeting/views/planWords.ts';
import { useWorkspace } from '../../../meeting/views/WorkspaceContext.ts';
import { guardianshipOf } from '../../../plan/guardianship.ts';
import type { SoundVersion } from '../../../plan/versions.ts';
import type { ClockDep } from '../../../shared/deps.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { CheckRow } from '../../../ui/CheckRow/CheckRow.tsx';
import { Choice } from '../../../ui/Choice/Choice.tsx';
import { Dialog } from '../../../ui/Dialog/Dialog.tsx';
import { Notice } from '../../../ui/Notice/Notice.tsx';
import { footWords } from './footWords.ts';

export interface PrintDialogProps {
  readonly open: boolean;
  readonly clock: ClockDep['clock'];
  readonly organisation: string;
  /** Null: the draft. */
  readonly version: SoundVersion | null;
  readonly onClose: () => void;
}

const individual = 'individual';
const own = 'own';

/**
 * **Skriv ut**: for whom decides what is on it (field.md 3, 12). What is printed stands in the page the whole time, so
 * that the browser's own way to print gives the same paper, with the stamp, and not the screen. For somebody who must
 * not get the plan it says only that: a sheet left in the printer tells neither whose plan nor who asked.
 */
export function PrintDialog(props: PrintDialogProps): JSX.Element {
  const { open, clock, organisation, version, onClose } = props;
  const t = useT();
  const { state, record, practice } = useWorkspace();
  const [to, setTo] = useState<string>(individual);
  const [guardian, setGuardian] = useState<string | null>(null);
  const plan = version?.plan ?? state.plan;
  const name = individualName(plan) || t('home:list.nameless');
  const others = plan.participants.filter((person) => !person.isIndividual);
  const person = others.find(({ id }) => id === to) ?? null;
  const receiver = person === null ? null : { participantId: person.id, name: person.name };
  const may =
    receiver === null
      ? { kind: 'allowed' as const }
      : mayShareWith(
          state.consent,
          { ...receiver, receiverKind: guardian === to ? 'guardian' : 'other' },
          dateOfInstant(clock.now()),
        );
  const refused = may.kind === 'refused';
  const guardianship = guardianshipOf(plan);
  const paper = planPaper(plan, receiver);
  const head: PlanHead =
    version === null
      ? { kind: 'draft', at: clock.now() }
      : {
          kind: 'version',
          number: version.n,
          at: version.at,
          by: version.by.name,
          hash: version.hash,
        };
  const { exceptedSubjects } = state.consent;

  const print = async () => {
    // What is kept is Swedish, whatever language the program is in.
    const individualOrNameless = individualName(plan) || swedishText('home:list.nameless');
    const toWhom = person === null ? (to === own ? '' : individualOrNameless) : person.name;
    await record((ctx) => {
      const fact = casePrinted(ctx, version === null ? 'plan' : 'version');
      return { ...fact, data: { ...fact.data, to: toWhom } };
    });
    onClose();
    // After the dialog is gone: it would stand in the way of the printed page in some browsers.
    requestAnimationFrame(() => window.print());
  };

  return (
    <>
      {refused && (
        <PrintRoot>
          <h1>{t('plan:view.notPrinted')}</h1>
          <p>{t('plan:view.notPrintedWhy')}</p>
        </PrintRoot>
      )}
      {!refused && (
        <PrintRoot>
          <PrintSheet
            stamp={stampWords(
              printStamp(state.after),
              paper.guarded ? '' : organisation,
              swedishText,
            )}
            foot={footWords(paper.name, version)}
          >
            {practice && <p>{swedishText('print:head.practice')}</p>}
            <PlanDocument form="paper" paper={paper} head={head} />
          </PrintSheet>
        </PrintRoot>
      )}
      <Dialog
        open={open}
        title={t('common:action.print')}
        onClose={onClose}
        class="plan-dialog"
        actions={
          <>
            <Button onClick={onClose}>{t('common:action.cancel')}</Button>
            {!refused && (
              <Button kind="filled" onClick={() => void print()}>
                {t('common:action.print')}
              </Button>
            )}
          </>
        }
      >
        <Choice
          legend={t('plan:view.printFor')}
          value={to}
          onChange={setTo}
          options={[
            { value: individual, label: name, hint: t('plan:view.printOwn') },
            { value: own, label: t('plan:view.printRecord') },
            ...others.map((each) => ({
              value: each.id,
              label: shortName(plan, each),
              hint: [each.function, each.service].filter((word) => word !== '').join(', '),
            })),
          ]}
        />
        {person !== null && person.service.trim() === '' && guardianship !== 'none' && (
          <CheckRow
            label={t('plan:view.guardian', { name: shortName(plan, person) })}
            hint={t(`common:guardian.${guardianship}`)}
            checked={guardian === to}
            onChange={(is) => setGuardian(is ? to : null)}
          />
        )}
        {may.kind === 'judge' && (
          <Notice kind="attention" title={t('plan:view.guardianJudge')}>
            <p>{t('plan:view.guardianLaw')}</p>
            <p>{t('plan:view.guardianOther')}</p>
          </Notice>
        )}
        {refused && (
          <Notice kind="attention" title={t(`plan:view.refused.${may.why}`, { name })}>
            <Button kind="quiet" href={`/sip/${state.caseId}/samtycke`}>
              {t('plan:view.toConsent')}
            </Button>
          </Notice>
        )}
        {!refused && person !== null && (
          <Notice kind="info" title={t('plan:view.readThrough')}>
            {exceptedSubjects.length > 0 && (
              <ul>
                {exceptedSubjects.map(({ id, text }) => (
                  <li key={id}>{text}</li>
                ))}
              </ul>
            )}
            {paper.shortened && <p>{t('print:head.shortened')}</p>}
          </Notice>
        )}
        <p class="soft">{t('plan:view.printLogged')}</p>
      </Dialog>
    </>
  );
}
