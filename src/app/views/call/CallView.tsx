/** **Kalla och bjud in**: time and place, who is called and invited, what they answered, and who must not be called. */
import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { useT } from '../../../i18n/useT.ts';
import { individualName } from '../../../meeting/views/planWords.ts';
import { useWorkspace } from '../../../meeting/views/WorkspaceContext.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { Notice } from '../../../ui/Notice/Notice.tsx';
import { RuledList, RuledRow } from '../../../ui/RuledList/RuledList.tsx';
import { CasePage } from '../case/CasePage.tsx';
import { PersonDialog } from '../prepare/PersonDialog.tsx';
import { CalledSection } from './CalledSection.tsx';
import { nameOf, selectCallList } from './callList.ts';
import { MandateSection } from './MandateSection.tsx';
import { ThreeDays } from './ThreeDays.tsx';
import { TimeSection } from './TimeSection.tsx';
import './call.css';

export function CallView(): JSX.Element {
  const t = useT();
  const { state } = useWorkspace();
  const { plan, consent, meeting } = state;
  const [open, setOpen] = useState<string | 'new' | null>(null);
  const { called, invited, undecided, notCalled, silent } = selectCallList(state);
  const asked = [...called, ...invited];
  const callOff =
    consent.make.answer === 'no' && meeting.current.startedAt === null && asked.length > 0;

  return (
    <CasePage
      way="kalla"
      title={t('call:title')}
      foot={
        <Button kind="filled" href={`/sip/${state.caseId}/mote`} iconEnd="forward">
          {t('call:next')}
        </Button>
      }
    >
      {callOff && (
        <Notice kind="attention">
          {t('call:callOff', { names: t.formats.list(asked.map(nameOf)) })}
        </Notice>
      )}
      <TimeSection />
      {plan.kind.value === 'utskrivning' && <ThreeDays />}
      <CalledSection group="kallad" people={called} onChange={setOpen} />
      <CalledSection group="inbjuden" people={invited} onChange={setOpen} />
      {undecided.length > 0 && (
        <CalledSection group="undecided" people={undecided} onChange={setOpen} />
      )}
      <div class="section">
        {silent.length > 0 && (
          <p>{t('call:silent', { names: t.formats.list(silent.map(nameOf)) })}</p>
        )}
        <Button iconStart="plus" onClick={() => setOpen('new')}>
          {t('prepare:prepare.addPerson')}
        </Button>
        <MandateSection called={called} />
      </div>
      <NotCalled
        names={notCalled}
        caseId={state.caseId}
        name={individualName(plan) || t('home:list.nameless')}
      />
      {open !== null && (
        <PersonDialog
          key={open}
          person={plan.participants.find((person) => person.id === open) ?? null}
          onClose={() => setOpen(null)}
        />
      )}
    </CasePage>
  );
}

/** What the person has said no to stands here too, so that nobody is called by mistake. */
function NotCalled({
  names,
  caseId,
  name,
}: {
  readonly names: readonly string[];
  readonly caseId: string;
  /** Whose plan it is. */
  readonly name: string;
}): JSX.Element {
  const t = useT();
  const id = useId();
  return (
    <section class="section" aria-labelledby={id}>
      <h2 id={id}>{t('call:not.title')}</h2>
      {names.length === 0 ? (
        <p>{t('call:not.none')}</p>
      ) : (
        <>
          <p class="soft">{t('call:not.hint', { name })}</p>
          <RuledList label={t('call:not.title')}>
            {names.map((name) => (
              <RuledRow key={name}>{name}</RuledRow>
            ))}
          </RuledList>
        </>
      )}
      <Button kind="quiet" href={`/sip/${caseId}/samtycke`}>
        {t('call:not.change')}
      </Button>
    </section>
  );
}
