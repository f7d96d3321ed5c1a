/** The first page of a case: where it stands, and the ways in. */
import type { ComponentChildren, JSX } from 'preact';
import { countMeetingNotes } from '../../../cases/meetingNotes.ts';
import type { OpenCase } from '../../../cases/openCase.ts';
import type { Translate } from '../../../i18n/keys.ts';
import { useT } from '../../../i18n/useT.ts';
import type { MeetingPhase } from '../../../meeting/meetingState.ts';
import { SaveWords } from '../../../meeting/views/SaveWords.tsx';
import { useWorkspace } from '../../../meeting/views/WorkspaceContext.ts';
import { isProtected } from '../../../plan/protectedIdentity.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { Notice } from '../../../ui/Notice/Notice.tsx';
import { PageFrame } from '../../../ui/PageFrame/PageFrame.tsx';
import { Ribbon } from '../../../ui/Ribbon/Ribbon.tsx';
import { RuledList, RuledRow } from '../../../ui/RuledList/RuledList.tsx';
import { TopBar } from '../../../ui/TopBar/TopBar.tsx';
import { tellApartShort } from '../../tellApart.ts';
import { caseWays, wayStates } from './caseWays.ts';
import { GiveDialog, type Giving } from './GiveDialog.tsx';
import { StandInHere } from './StandInHere.tsx';
import '../views.css';

export interface CaseViewProps {
  /** Both left out in practice, where nobody else is. */
  readonly giving?: Giving;
  readonly opened?: OpenCase;
  readonly syncing?: ComponentChildren;
}

export function CaseView({ giving, opened, syncing }: CaseViewProps): JSX.Element {
  const t = useT();
  const { state } = useWorkspace();
  const { plan, caseId } = state;
  const name = plan.name.value ?? t('home:list.nameless');
  const { date, time, place } = plan.meeting;
  const states = wayStates(state);
  const next = plan.nextMeeting.date.value;
  const meetingWords =
    date.value === null
      ? date.both.length > 0
        ? t('home:case.twoMeetings')
        : undatedWords(state.meeting.current.phase, t)
      : t('home:case.meetingAt', { when: whenWords(date.value, time.value, place.value, t) });
  return (
    <PageFrame
      title={name}
      top={<TopBar back={{ label: t('home:list.title'), href: '/' }} status={<SaveWords />} />}
    >
      {plan.protectedIdentity.value === true && (
        <Notice kind="attention">{t('home:case.protected')}</Notice>
      )}
      {state.setAsideRecords.length + state.missingRecords.length > 0 && (
        <Notice
          kind="attention"
          actions={<Button href={`/sip/${caseId}/historik`}>{t('home:case.notWholeGo')}</Button>}
        >
          {t('home:case.notWhole')}
        </Notice>
      )}
      {giving !== undefined && <NoSipLine />}
      {plan.important.text.trim() !== '' && (
        <Ribbon
          words={plan.important.text}
          label={t('home:case.own', { genitive: t.formats.whose(name) })}
        />
      )}
      {meetingWords !== '' && <p>{meetingWords}</p>}
      {next !== null && (
        <p>
          {t('home:case.nextMeetingAt', {
            when: whenWords(next, plan.nextMeeting.time.value, plan.nextMeeting.place.value, t),
          })}
        </p>
      )}
      <div class="button-row">
        {states.efter === 'now' && (
          <Button kind="filled" size="large" href={`/sip/${caseId}/efter`} iconEnd="forward">
            {t('home:case.goAfter')}
          </Button>
        )}
        <Button
          kind={states.efter === 'now' ? 'outlined' : 'filled'}
          size="large"
          href={`/sip/${caseId}/mote`}
          iconEnd="forward"
        >
          {t('home:case.go')}
        </Button>
        <Button kind="quiet" href={`/sip/${caseId}/paket`}>
          {t('home:case.pack')}
        </Button>
        <Button kind="quiet" href={`/sip/${caseId}/dela`}>
          {t('share:title')}
        </Button>
        {giving !== undefined && giving.colleagues.length > 0 && (
          <GiveDialog giving={giving} protectedIdentity={isProtected(plan)} />
        )}
      </div>
      {opened !== undefined && giving !== undefined && giving.colleagues.length > 0 && (
        <StandInHere
          opened={opened}
          colleagues={giving.colleagues.map((each) => ({
            ...each,
            label: tellApartShort(each, giving.colleagues, t),
          }))}
          screenName={plan.screenName.value?.trim() ?? ''}
          protectedIdentity={isProtected(plan)}
        />
      )}
      {syncing}
      <RuledList label={t('home:steps.label')}>
        {caseWays.map((way) => (
          <RuledRow
            key={way}
            second={[
              states[way] === null ? '' : `${t(`home:steps.state.${states[way]}`)}.`,
              t(`home:case.${way}Line`),
            ]
              .filter((words) => words !== '')
              .join(' ')}
            actions={
              <Button
                kind="quiet"
                iconEnd="forward"
                href={`/sip/${caseId}/${way}`}
                aria-label={`${t('home:case.open')}: ${t(`home:steps.${way}`)}`}
              >
                {t('home:case.open')}
              </Button>
            }
          >
            {t(`home:steps.${way}`)}
          </RuledRow>
        ))}
      </RuledList>
    </PageFrame>
  );
}

/** Without a date: one that was begun without it is under way, or has been held. */
const undatedWords = (phase: MeetingPhase, t: Translate): string => {
  switch (phase) {
    case 'waiting':
      return t('home:case.noMeeting');
    case 'paused':
    case 'halted':
      return t('home:today.paused');
    case 'running':
      return t('home:today.running');
    case 'onPaper':
    case 'ended':
      return '';
  }
};

const whenWords = (
  date: string,
  time: string | null,
  place: string | null,
  { formats }: Translate,
): string => {
  const when = formats.atTime(formats.weekdayDate(date), time === null ? '' : formats.time(time));
  return place === null || place.trim() === '' ? when : `${when}, ${place.trim()}`;
};

/** After a meeting that ended without a SIP, as long as something of it is here. */
function NoSipLine(): JSX.Element | null {
  const t = useT();
  const { state } = useWorkspace();
  const { ended } = state.meeting.current;
  if (ended?.ground !== 'samtyckeAterkallat' || countMeetingNotes(state).nothing) return null;
  return (
    <Notice
      kind="info"
      actions={<Button href={`/sip/${state.caseId}/efter`}>{t('after:noSip.caseGo')}</Button>}
    >
      {t('after:noSip.caseLine')}
    </Notice>
  );
}
