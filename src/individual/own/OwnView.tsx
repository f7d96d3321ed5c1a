/**
 * **Visa för {namn}**: the tablet turned to the individual. It shows what the room may see and nothing else, in their
 * language, to be read by hand and aloud; they say what they want to say with the buttons below.
 */
import type { JSX } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { swedishText } from '../../i18n/i18n.ts';
import type { LanguageCode } from '../../i18n/languages.ts';
import { useT } from '../../i18n/useT.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { isOpen } from '../../meeting/meetingState.ts';
import type { SeenProps } from '../../meeting/views/LeaderScreen.tsx';
import { useNow } from '../../meeting/views/useNow.ts';
import { useWorkspace } from '../../meeting/views/WorkspaceContext.ts';
import { changedList } from '../../plan/changedList.ts';
import { setPlanField } from '../../plan/commands/wholePlan.ts';
import type { OwnLook } from '../../plan/model.ts';
import { selectPlan } from '../../plan/selectors.ts';
import { Button } from '../../ui/Button/Button.tsx';
import { classNames } from '../../ui/classNames.ts';
import { RoomLanguage } from '../RoomText.tsx';
import { roomWords } from '../roomPhrases.ts';
import { selectRoomView } from '../roomView.ts';
import { useRoomWords } from '../useRoomWords.ts';
import { HandedFrame } from './HandedFrame.tsx';
import { OwnContent } from './OwnContent.tsx';
import { OwnLookChoice } from './OwnLookChoice.tsx';
import { SignalButtons } from './SignalButtons.tsx';
import './own.css';
import './ownSignals.css';

export function OwnView(props: SeenProps): JSX.Element {
  const { clock, onOnlyMe } = props;
  const workspace = useWorkspace();
  const _t = useT();
  const now = useNow(clock.now);
  const content = useRef<HTMLElement>(null);
  const heading = useId();
  const [chosen, setChosen] = useState<LanguageCode | null>(null);
  const [looks, setLooks] = useState(false);

  const view = selectRoomView(workspace.state, now);
  const language = chosen ?? view.language ?? 'sv';
  const words = useRoomWords(language, roomWords(swedishText));
  const texts = useTexts('ownView', language);
  const look = workspace.state.plan.ownLook.value ?? [];
  const { scene } = view;
  const part = 'part' in scene ? scene.part : null;

  const back = async (): Promise<void> => {
    await workspace.send({ type: 'screen.seenBy', seenBy: 'nej' });
    onOnlyMe();
  };
  const setLook = (chosen: readonly OwnLook[]): void =>
    void workspace.edit((doc, ctx) => {
      const now = selectPlan(doc).ownLook.value ?? [];
      return setPlanField(doc, ctx, {
        field: 'ownLook',
        value: [...changedList(now, look, chosen)],
      });
    });
  const title = texts?.t('ownView:title') ?? '';

  return (
    <RoomLanguage.Provider value={words.language}>
      <HandedFrame
        class={classNames('own', ...look.map((each) => `own--${each}`))}
        label={title}
        language={language}
        forChild={view.forChild}
        onLanguage={setChosen}
        read={{ of: content, place: part ?? scene.kind }}
        actions={
          <Button kind="quiet" aria-haspopup="dialog" onClick={() => setLooks(true)}>
            {texts?.t('ownView:look.title')}
          </Button>
        }
        onBack={() => void back()}
      >
        <h1 class="visually-hidden" id={heading}>
          {title}
        </h1>
        <OwnContent
          of={content}
          labelledBy={heading}
          view={view}
          words={words}
          isCalm={look.includes('calm')}
          texts={texts}
          language={language}
        />
        {isOpen(workspace.state.meeting.current) && (
          <SignalButtons {...props} language={language} />
        )}
        {texts !== null && (
          <OwnLookChoice
            open={looks}
            texts={texts}
            look={look}
            onChange={setLook}
            onClose={() => setLooks(false)}
          />
        )}
      </HandedFrame>
    </RoomLanguage.Provider>
  );
}
