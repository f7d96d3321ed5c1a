/** The question of the moment: in Behov those of the kallelse in turn, by a tap or a swipe. */
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { Button } from '../../../ui/Button/Button.tsx';
import { Ribbon } from '../../../ui/Ribbon/Ribbon.tsx';
import { questionOfPart } from '../../circles/leaderCircle.ts';
import { useLeader } from '../Leader.ts';

/** A stroke shorter than this is a tap, px. */
const swipe = 60;

export function Question(): JSX.Element {
  const { t, plan, meeting, name, roles, follows, send } = useLeader();
  const from = useRef<{ readonly x: number; readonly y: number } | null>(null);
  const question = questionOfPart(meeting.part, plan.questions, meeting.question, roles.du);
  // Who follows sees the one that is asked where the meeting is led.
  const many = !follows && question.kind === 'own' && question.of > 1;
  const next = (): void => {
    if (question.kind === 'own') void send({ type: 'question.next', of: question.of });
  };
  const purpose = plan.purpose.trim();
  const important = plan.important.text.trim();
  return (
    <div
      class="lead-question"
      onPointerDown={(event) => {
        from.current = { x: event.clientX, y: event.clientY };
      }}
      onPointerUp={(event) => {
        const start = from.current;
        from.current = null;
        if (start === null || !many) return;
        const along = Math.abs(event.clientX - start.x);
        if (along > swipe && along > 2 * Math.abs(event.clientY - start.y)) next();
      }}
    >
      <div class="lead-question__line">
        <h3 class="lead-question__words">
          {question.kind === 'own' ? question.text : t(question.key, { name })}
        </h3>
        {many && (
          <Button kind="quiet" iconEnd="forward" class="lead-question__next" onClick={next}>
            {t('meeting:question.next')}
          </Button>
        )}
      </div>
      {meeting.part === 'inledning' && purpose !== '' && (
        <p class="lead-question__purpose">{purpose}</p>
      )}
      {meeting.part === 'aktuellSituation' && important !== '' && (
        <div class="lead-question__own">
          <Ribbon words={important} />
          <p class="leader__subtle">
            {t(
              plan.important.shown ? 'meeting:situation.ownShown' : 'meeting:situation.ownHidden',
              { name },
            )}
          </p>
        </div>
      )}
    </div>
  );
}
