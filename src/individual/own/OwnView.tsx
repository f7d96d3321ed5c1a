/**
 * **Visa för {namn}**: the tablet turned to the individual. It shows what the room may see and nothing else, in their
 * language, to be read by hand and aloud; they say what they want to say with the buttons below. Nothing else can be
 * reached from it. Taken back by holding (field.md 8), with the **möteskod** where there is one.
 */
import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { type LanguageCode, languageAttributes } from '../../i18n/languages.ts';
import { useT } from '../../i18n/useT.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { partNumber } from '../../meeting/parts.ts';
import { AskCode } from '../../meeting/views/code/AskCode.tsx';
import { useMeetingCode } from '../../meeting/views/code/MeetingCode.ts';
import type { SeenProps } from '../../meeting/views/LeaderScreen.tsx';
import { useNow } from '../../meeting/views/useNow.ts';
import { useWorkspace } from '../../meeting/views/WorkspaceContext.ts';
import { setPlanField } from '../../plan/commands/wholePlan.ts';
import type { OwnLook } from '../../plan/model.ts';
import { Button } from '../../ui/Button/Button.tsx';
import { classNames } from '../../ui/classNames.ts';
import { Dialog } from '../../ui/Dialog/Dialog.tsx';
import { HoldButton } from '../../ui/HoldButton/HoldButton.tsx';
import { LanguageChips } from '../LanguageChips.tsx';
import { ReadAloudIn } from '../ReadAloudIn.tsx';
import { RoomLanguage } from '../RoomText.tsx';
import { roomWords } from '../roomPhrases.ts';
import { selectRoomView } from '../roomView.ts';
import { useRoomWords } from '../useRoomWords.ts';
import { useStay } from '../useStay.ts';
import { OwnContent } from './OwnContent.tsx';
import { OwnLookChoice } from './OwnLookChoice.tsx';
import { SignalButtons } from './SignalButtons.tsx';
import './own.css';

export function OwnView(props: SeenProps): JSX.Element {
  const { clock, onOnlyMe } = props;
  const workspace = useWorkspace();
  const t = useT();
  const now = useNow(clock.now);
  const code = useMeetingCode();
  const content = useRef<HTMLElement>(null);
  const [chosen, setChosen] = useState<LanguageCode | null>(null);
  const [asksCode, setAsksCode] = useState(false);
  const [looks, setLooks] = useState(false);
  const [allLanguages, setAllLanguages] = useState(false);
  // Nobody goes back from here.
  useStay(() => undefined);

  const view = selectRoomView(workspace.state, now);
  const language = chosen ?? view.language ?? 'sv';
  const words = useRoomWords(language, roomWords(t));
  const texts = useTexts('ownView', language);
  const look = workspace.state.plan.ownLook.value ?? [];
  const { scene } = view;
  const part = 'part' in scene ? scene.part : null;

  const back = async (): Promise<void> => {
    setAsksCode(false);
    await workspace.send({ type: 'screen.seenBy', seenBy: 'nej' });
    onOnlyMe();
  };
  const setLook = (value: readonly OwnLook[]): void =>
    void workspace.edit((doc, ctx) =>
      setPlanField(doc, ctx, { field: 'ownLook', value: [...value] }),
    );

  return (
    <RoomLanguage.Provider value={words.language}>
      <main
        class={classNames('own', ...look.map((each) => `own--${each}`))}
        aria-label={texts?.t('ownView:title')}
        data-part={part === null ? undefined : partNumber(part)}
        {...languageAttributes(language)}
      >
        <h1 class="visually-hidden">{texts?.t('ownView:title')}</h1>
        {texts !== null && (
          <header class="own__top">
            <LanguageChips
              label={texts.t('ownView:language')}
              value={language}
              onChange={(code) => {
                setChosen(code);
                setAllLanguages(false);
              }}
              few={!allLanguages}
            />
            <Button
              kind="quiet"
              aria-expanded={allLanguages}
              onClick={() => setAllLanguages(!allLanguages)}
            >
              {texts.t('ownView:language')}
            </Button>
            <ReadAloudIn of={content} language={language} place={part ?? scene.kind} />
            <Button kind="quiet" aria-haspopup="dialog" onClick={() => setLooks(true)}>
              {texts.t('ownView:look.title')}
            </Button>
          </header>
        )}
        <OwnContent
          of={content}
          view={view}
          words={words}
          isCalm={look.includes('calm')}
          texts={texts}
        />
        <SignalButtons {...props} language={language} />
        <div class="own__back" lang="sv" dir="ltr">
          <HoldButton
            label={t('meeting:screen.takeBack')}
            onHeld={() => (code?.isSet === true ? setAsksCode(true) : void back())}
          />
        </div>
        {texts !== null && (
          <OwnLookChoice
            open={looks}
            texts={texts}
            look={look}
            onChange={setLook}
            onClose={() => setLooks(false)}
          />
        )}
        <Dialog
          open={asksCode}
          title={t('meeting:code.heading')}
          onClose={() => setAsksCode(false)}
          firstFocus="content"
          actions={<Button onClick={() => setAsksCode(false)}>{t('room:onlyMe.stay')}</Button>}
        >
          <AskCode onOpen={() => void back()} />
        </Dialog>
      </main>
    </RoomLanguage.Provider>
  );
}
