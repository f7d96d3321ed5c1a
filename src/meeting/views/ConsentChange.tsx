/**
 * **Samtycket ändras**: three ways, three consequences (field.md 11). The meeting has halted, the wall shows a pause and
 * never names this.
 */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { exceptParty, exceptSubject, withdrawConsent } from '../../consent/recordConsent.ts';
import { Button } from '../../ui/Button/Button.tsx';
import { Field } from '../../ui/Field/Field.tsx';
import { aroundTable } from './frame/AroundTable.tsx';
import { useLeader } from './Leader.ts';
import { shortName } from './planWords.ts';
import './ConsentChange.css';

type Way = 'person' | 'subject' | 'none';

export interface ConsentChangeProps {
  /** After **Ingen SIP**: the meeting has ended. */
  readonly onEnded: () => void;
}

export function ConsentChange({ onEnded }: ConsentChangeProps): JSX.Element {
  const { t, name, meeting, plan } = useLeader();
  const [way, setWay] = useState<Way | null>(null);
  const leaving = plan.participants.find((person) => person.id === meeting.askedToLeave);
  const back = (): void => setWay(null);
  return (
    <section class="consent-change leader__scroll">
      <h2 class="consent-change__heading" tabIndex={-1}>
        {t('meeting:consentChange.heading')}
      </h2>
      {leaving !== undefined ? (
        <GoesOut who={shortName(plan, leaving)} id={leaving.id} />
      ) : way === null ? (
        <>
          <p>{t('meeting:consentChange.lead', { name })}</p>
          {(['person', 'subject', 'none'] as const).map((one) => (
            <div key={one} class="consent-change__way">
              <Button wide onClick={() => setWay(one)}>
                {t(`meeting:consentChange.${one}`)}
              </Button>
              <p class="leader__subtle">{t(`meeting:consentChange.${one}Hint`)}</p>
            </div>
          ))}
          <Continue words={t('meeting:consentChange.nothing')} kind="quiet" />
        </>
      ) : way === 'person' ? (
        <Person back={back} />
      ) : way === 'subject' ? (
        <Subject back={back} />
      ) : (
        <NoSip back={back} onEnded={onEnded} />
      )}
    </section>
  );
}

function Continue({
  words,
  kind,
}: {
  readonly words: string;
  readonly kind: 'quiet' | 'filled';
}): JSX.Element {
  const { send } = useLeader();
  return (
    <Button kind={kind} onClick={() => void send({ type: 'meeting.resumed' })}>
      {words}
    </Button>
  );
}

/** "{namn} går ut. Fortsätt sedan." */
function GoesOut({ who, id }: { readonly who: string; readonly id: string }): JSX.Element {
  const { t, send } = useLeader();
  const goOn = async (): Promise<void> => {
    await send({ type: 'person.left', participantId: id });
    await send({ type: 'meeting.resumed' });
  };
  return (
    <>
      <p class="consent-change__out">{t('meeting:consentChange.out', { name: who })}</p>
      <div class="consent-change__actions">
        <Button kind="filled" onClick={() => void goOn()}>
          {t('meeting:consentChange.outDone', { name: who })}
        </Button>
      </div>
    </>
  );
}

function Person({ back }: { readonly back: () => void }): JSX.Element {
  const { t, plan, record, send } = useLeader();
  const [other, setOther] = useState<string | null>(null);
  const except = async (participantId: string | null, name: string): Promise<void> => {
    const noted = await record((ctx) => exceptParty(ctx, { participantId, name }));
    if (!noted) return;
    await send({ type: 'consent.changed', change: { kind: 'party', participantId } });
    if (participantId === null) await send({ type: 'meeting.resumed' });
  };
  return (
    <>
      <h3 class="consent-change__question">{t('meeting:consentChange.whom')}</h3>
      <div class="sheet__answers">
        {aroundTable(plan.participants)
          .filter((person) => !person.isIndividual)
          .map((person) => (
            <Button key={person.id} onClick={() => void except(person.id, person.name)}>
              {shortName(plan, person)}
            </Button>
          ))}
        <Button onClick={() => setOther('')}>{t('meeting:consentChange.whomOther')}</Button>
      </div>
      {other !== null && (
        <Field
          label={t('meeting:consentChange.whomOtherName')}
          value={other}
          onInput={setOther}
          after={
            <Button disabled={other.trim() === ''} onClick={() => void except(null, other.trim())}>
              {t('meeting:consentChange.save')}
            </Button>
          }
        />
      )}
      <Button kind="quiet" iconStart="back" onClick={back}>
        {t('meeting:consentChange.back')}
      </Button>
    </>
  );
}

function Subject({ back }: { readonly back: () => void }): JSX.Element {
  const { t, record, send } = useLeader();
  const [text, setText] = useState('');
  const save = async (): Promise<void> => {
    if (text.trim() === '') return;
    const noted = await record((ctx) => exceptSubject(ctx, { text: text.trim() }));
    if (noted) await send({ type: 'consent.changed', change: { kind: 'subject' } });
  };
  return (
    <>
      <Field
        label={t('meeting:consentChange.what')}
        hint={t('meeting:consentChange.whatHint')}
        value={text}
        onInput={setText}
        onEnter={() => void save()}
      />
      <div class="consent-change__actions">
        <Button kind="quiet" iconStart="back" onClick={back}>
          {t('meeting:consentChange.back')}
        </Button>
        <Button kind="filled" disabled={text.trim() === ''} onClick={() => void save()}>
          {t('meeting:consentChange.save')}
        </Button>
      </div>
    </>
  );
}

function NoSip({
  back,
  onEnded,
}: {
  readonly back: () => void;
  readonly onEnded: () => void;
}): JSX.Element {
  const { t, name, record, send } = useLeader();
  const end = async (): Promise<void> => {
    const noted = await record((ctx) => withdrawConsent(ctx, { which: 'make', form: 'muntligt' }));
    if (!noted) return;
    await send({ type: 'consent.changed', change: { kind: 'none' } });
    onEnded();
  };
  return (
    <>
      <h3 class="consent-change__question">{t('meeting:consentChange.noneHeading')}</h3>
      <p>{t('meeting:consentChange.noneText')}</p>
      <p>{t('meeting:consentChange.noneKeep', { name })}</p>
      <div class="consent-change__actions">
        <Button kind="quiet" iconStart="back" onClick={back}>
          {t('meeting:consentChange.back')}
        </Button>
        <Button onClick={() => void end()}>{t('meeting:consentChange.noneConfirm')}</Button>
      </div>
    </>
  );
}
