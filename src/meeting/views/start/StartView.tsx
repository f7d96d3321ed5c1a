/**
 * Before the meeting: how long, and whether others see this screen, asked once (field.md 1, 25). Everything else can
 * be said later. Without an answer **Starta mötet** asks, and the answer starts the meeting.
 */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../../ui/Button/Button.tsx';
import { ChipGroup } from '../../../ui/ChipGroup/ChipGroup.tsx';
import { Choice } from '../../../ui/Choice/Choice.tsx';
import { Dialog } from '../../../ui/Dialog/Dialog.tsx';
import { meetingForm, needsDigitalCard } from '../../circles/leaderCircle.ts';
import { minute, setMinutes } from '../../clock.ts';
import type { SeenBy } from '../../meetingEvents.ts';
import { meetingLengths } from '../../parts.ts';
import { ChooseCode } from '../code/ChooseCode.tsx';
import { useMeetingCode } from '../code/MeetingCode.ts';
import { aroundTable } from '../frame/AroundTable.tsx';
import { useLeader } from '../Leader.ts';
import { ConsentCard } from '../lead/ConsentCard.tsx';
import { consentQuestion } from '../lead/consentQuestion.ts';
import { settled } from '../planWords.ts';
import { SaveWords } from '../SaveWords.tsx';
import { DigitalCard } from './DigitalCard.tsx';
import { LeadsAndWrites } from './LeadsAndWrites.tsx';
import { ShowTime } from './ShowTime.tsx';
import { TimeCircle } from './TimeCircle.tsx';
import './StartView.css';

const answers = ['nej', 'rummet', 'video'] as const satisfies readonly SeenBy[];

/** Long enough for most meetings, where nobody has set aside another time. */
const usualLength = 60;

export interface StartViewProps {
  readonly onLeave: () => void;
}

export function StartView({ onLeave }: StartViewProps): JSX.Element {
  const { t, plan, name, meeting, now, workspace, send, open } = useLeader();
  const code = useMeetingCode();
  const broken = meeting.halted === 'cutShort';
  const planned = settled(plan.meeting.minutes) ?? usualLength;
  const [minutes, setMinutesChosen] = useState(planned);
  const [seenBy, setSeenBy] = useState<SeenBy | null>(null);
  const [asking, setAsking] = useState(false);
  const interpreter = settled(plan.interpreter) === true;
  const whole = setMinutes(minutes, interpreter && !broken);
  const lengths = [...new Set([...meetingLengths, planned])].toSorted((a, b) => a - b);
  const asked =
    workspace.state.consent.share.answer === null
      ? consentQuestion(workspace.state.consent, 'inledning')
      : null;
  const form = meetingForm(
    aroundTable(plan.participants).map((person) => settled(person.attendance)),
  );

  const start = async (answer: SeenBy): Promise<void> => {
    setAsking(false);
    if (broken) {
      await send({ type: 'screen.seenBy', seenBy: answer });
      await send({ type: 'meeting.continued', minutes });
    } else {
      await send({
        type: 'meeting.started',
        minutes,
        shares: meeting.shares,
        seenBy: answer,
        interpreter,
      });
    }
  };
  return (
    <div class="start">
      <header class="top-line">
        <Button
          kind="quiet"
          class="top-line__back"
          iconStart="back"
          aria-label={t('meeting:top.back', { name })}
          onClick={onLeave}
        >
          {name}
        </Button>
        {workspace.practice && <strong>{t('common:practice')}</strong>}
        <div class="top-line__tools">
          <SaveWords />
        </div>
      </header>
      <main class="start__main">
        <aside class="start__side">
          <TimeCircle minutes={whole} />
          <p class="leader__subtle">
            {t('meeting:start.ends', { time: t.formats.time(now + whole * minute) })}
          </p>
          {interpreter && !broken && <p class="leader__subtle">{t('meeting:start.interpreter')}</p>}
        </aside>
        <div class="start__form">
          <h1 class="start__heading">
            {t(broken ? 'meeting:start.again' : 'meeting:start.heading')}
          </h1>
          <ChipGroup
            label={t(broken ? 'meeting:start.lengthLeft' : 'meeting:start.length')}
            size="large"
            value={String(minutes)}
            onChange={(value: string) => setMinutesChosen(Number(value))}
            options={lengths.map((length) => ({
              value: String(length),
              label: t('meeting:start.minutes', { count: length }),
            }))}
          />
          <ShowTime ends={now + whole * minute} />
          <Choice
            class="start__seen"
            legend={t('meeting:start.seen')}
            hint={t('meeting:start.seenHint')}
            value={seenBy}
            onChange={setSeenBy}
            options={answers.map((value) => ({ value, label: t(`meeting:start.${value}`) }))}
          />
          {asked !== null && <ConsentCard what={asked.what} small level={2} />}
          {needsDigitalCard(form) && <DigitalCard />}
          <LeadsAndWrites />
          {code !== null && (
            <div class="write-face__buttons">
              <Button kind="quiet" aria-haspopup="dialog" onClick={() => open('code')}>
                {t(code.isSet ? 'meeting:start.codeSet' : 'meeting:start.code')}
              </Button>
              <ChooseCode />
            </div>
          )}
        </div>
      </main>
      <nav class="meeting-bar" aria-label={t('meeting:bar.label')}>
        <div class="meeting-bar__steps">
          <Button kind="quiet" onClick={() => void send({ type: 'meeting.onPaper' })}>
            {t('meeting:start.paper')}
          </Button>
          <div class="meeting-bar__end">
            <Button
              kind="filled"
              size="large"
              onClick={() => (seenBy === null ? setAsking(true) : void start(seenBy))}
            >
              {t(broken ? 'meeting:start.continue' : 'meeting:start.start')}
            </Button>
          </div>
        </div>
      </nav>
      <Dialog
        open={asking}
        title={t('meeting:start.seen')}
        onClose={() => setAsking(false)}
        actions={
          <Button kind="quiet" onClick={() => setAsking(false)}>
            {t('common:action.cancel')}
          </Button>
        }
      >
        <p>{t('meeting:start.seenHint')}</p>
        <div class="sheet__answers sheet__answers--column">
          {answers.map((answer) => (
            <Button key={answer} onClick={() => void start(answer)}>
              {t(`meeting:start.${answer}`)}
            </Button>
          ))}
        </div>
      </Dialog>
    </div>
  );
}
