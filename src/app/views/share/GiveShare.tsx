/** **Dela**: for whom, what, how long. What the consent does not cover is said with what to do, and cannot be shared. */
import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { shareGround } from '../../../cases/shares/sharesDue.ts';
import type { Receiver } from '../../../consent/mayShare.ts';
import { mayShare, type ShareKind } from '../../../consent/shares.ts';
import { addDays, dateOfInstant } from '../../../i18n/localDate.ts';
import { useT } from '../../../i18n/useT.ts';
import { useWorkspace } from '../../../meeting/views/WorkspaceContext.ts';
import { guardianshipOf } from '../../../plan/guardianship.ts';
import { headsOf, soundVersions } from '../../../plan/versions.ts';
import type { ClockDep } from '../../../shared/deps.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { CheckRow } from '../../../ui/CheckRow/CheckRow.tsx';
import { ChipGroup } from '../../../ui/ChipGroup/ChipGroup.tsx';
import { Choice } from '../../../ui/Choice/Choice.tsx';
import { Field } from '../../../ui/Field/Field.tsx';
import { Notice } from '../../../ui/Notice/Notice.tsx';
import type { CaseShares } from '../../shares/SharesContext.ts';
import { openErrorWords, refusedWords, whoIs } from './shareWords.ts';

export interface GiveShareProps {
  readonly shares: CaseShares;
  readonly clock: ClockDep['clock'];
  readonly name: string;
  /** Its code is shown next. */
  readonly onShared: (shareId: string) => void;
}

const lengths = { week: 7, month: 30, quarter: 90 } as const;
type Length = keyof typeof lengths;

const individual = 'individual';

export function GiveShare({ shares, clock, name, onShared }: GiveShareProps): JSX.Element {
  const t = useT();
  const id = useId();
  const { state } = useWorkspace();
  const { plan, consent, versions, caseId } = state;
  const [to, setTo] = useState<string>(individual);
  const [guardian, setGuardian] = useState<string | null>(null);
  const [kind, setKind] = useState<ShareKind>('follow');
  const [length, setLength] = useState<Length>('month');
  const [judged, setJudged] = useState('');
  const [trouble, setTrouble] = useState('');
  const [said, setSaid] = useState('');

  const self = plan.participants.find((person) => person.isIndividual);
  const others = plan.participants.filter((person) => !person.isIndividual && whoIs(person) !== '');
  const person = others.find((each) => each.id === to) ?? null;
  const who = person === null ? name : whoIs(person);
  const receiver: Receiver =
    person === null
      ? { receiverKind: 'individual', participantId: self?.id ?? null, name }
      : {
          receiverKind: guardian === to ? 'guardian' : 'other',
          participantId: person.id,
          name: who,
        };
  const today = dateOfInstant(clock.now());
  const may = mayShare(shareGround(state, today), receiver, kind);
  const version = headsOf(soundVersions(versions)).at(-1) ?? null;
  const guardianship = guardianshipOf(plan);
  const names = { name, who };
  const lasts = kind === 'plan' || person === null;

  const share = async (): Promise<void> => {
    const done = await shares.open({
      receiver,
      kind,
      until: lasts ? addDays(today, lengths[length]) : today,
      judged: may.kind === 'judge' ? judged : '',
      versionId: kind === 'plan' ? (version?.id ?? null) : null,
    });
    setTrouble(done.ok ? '' : openErrorWords(done.error, names, t));
    setSaid(done.ok ? t('share:give.done', { name: who }) : '');
    if (!done.ok) return;
    setJudged('');
    onShared(done.value);
  };

  return (
    <section class="section" aria-labelledby={id}>
      <h2 id={id}>{t('share:give.title')}</h2>
      <p class="soft">{t('share:give.lead')}</p>
      <ChipGroup
        label={t('share:give.who')}
        value={to}
        onChange={(value: string) => {
          setTo(value);
          setTrouble('');
          setSaid('');
        }}
        options={[
          { value: individual, label: name },
          ...others.map((each) => ({ value: each.id, label: whoIs(each) })),
        ]}
      />
      {others.length === 0 && <p class="soft">{t('share:give.nobody')}</p>}
      {person !== null && person.service.trim() === '' && guardianship !== 'none' && (
        <CheckRow
          label={t('share:give.guardian', { name: who })}
          hint={t(`common:guardian.${guardianship}`)}
          checked={guardian === to}
          onChange={(checked) => setGuardian(checked ? to : null)}
        />
      )}
      <Choice<ShareKind>
        legend={t('share:give.what')}
        value={kind}
        onChange={setKind}
        options={[
          {
            value: 'follow',
            label: t('share:give.follow'),
            hint: t(person === null ? 'share:give.followOwn' : 'share:give.followHint'),
          },
          {
            value: 'plan',
            label: t('share:give.plan'),
            hint:
              version === null
                ? t('share:give.noVersion')
                : t('share:give.planHint', { number: version.n, date: t.formats.date(version.at) }),
            disabled: version === null,
          },
        ]}
      />
      {lasts ? (
        <ChipGroup
          label={t('share:give.until')}
          value={length}
          onChange={setLength}
          options={(['week', 'month', 'quarter'] as const).map((each) => ({
            value: each,
            label: t(`share:give.${each}`),
          }))}
        />
      ) : (
        <p>{t('share:give.untilMeeting')}</p>
      )}
      {may.kind === 'judge' && (
        <>
          <Notice kind="info">{t('share:give.law')}</Notice>
          <Field
            label={t('share:give.judged')}
            value={judged}
            onInput={setJudged}
            multiline
            rows={2}
          />
        </>
      )}
      {may.kind === 'allowed' && person !== null && (
        <Notice kind="info" title={t('share:give.check')}>
          {may.scope !== '' && <p>{t('share:give.scope', { scope: may.scope })}</p>}
          <p>
            {consent.exceptedSubjects.length === 0
              ? t('share:give.noSubjects')
              : t('share:give.subjects', {
                  subjects: t.formats.list(consent.exceptedSubjects.map(({ text }) => text)),
                })}
          </p>
        </Notice>
      )}
      {may.kind === 'refused' && (
        <Notice
          kind="attention"
          actions={
            may.why !== 'protected' && (
              <Button href={`/sip/${caseId}/samtycke`}>{t('share:not.toConsent')}</Button>
            )
          }
        >
          {refusedWords(may.why, names, t)}
        </Notice>
      )}
      {trouble !== '' && <Notice kind="error">{trouble}</Notice>}
      <div class="button-row">
        <Button kind="filled" disabled={may.kind === 'refused'} onClick={() => void share()}>
          {t('share:give.go')}
        </Button>
        <span role="status">{said}</span>
      </div>
    </section>
  );
}
