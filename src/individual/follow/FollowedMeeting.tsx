/** **Följ mötet**: the part we are in, as cards; what one wants to say oneself; and the signals below. */
import type { JSX, RefObject } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Following } from '../../cases/shares/followShare.ts';
import { swedishText } from '../../i18n/i18n.ts';
import type { LanguageCode } from '../../i18n/languages.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { Collapsible } from '../../ui/Collapsible/Collapsible.tsx';
import { Field } from '../../ui/Field/Field.tsx';
import { OwnContent } from '../own/OwnContent.tsx';
import { RoomLanguage } from '../RoomText.tsx';
import { roomWords } from '../roomPhrases.ts';
import type { RoomView } from '../roomShape.ts';
import { useRoomWords } from '../useRoomWords.ts';
import { FollowSignalBar } from './FollowSignalBar.tsx';
import type { LiveState } from './shareState.ts';
import { useFollowSignals } from './useFollowSignals.ts';

export interface FollowedMeetingProps {
  readonly following: Following;
  readonly state: LiveState;
  readonly language: LanguageCode;
  readonly of: RefObject<HTMLElement | null>;
}

export function FollowedMeeting({
  following,
  state,
  language,
  of,
}: FollowedMeetingProps): JSX.Element {
  const id = useId();
  const view = useStanding(state);
  const words = useRoomWords(language, roomWords(swedishText));
  const texts = useTexts('ownView', language);
  const follow = useTexts('follow', language);
  const signals = useFollowSignals(following, state);
  useTopOfPart(of, placeOf(view));
  const isOwn = state.whose === null;
  const name = view.screenName ?? '';
  return (
    <RoomLanguage.Provider value={words.language}>
      <h1 class="visually-hidden" id={id}>
        {isOwn ? texts?.t('ownView:title') : follow?.t('follow:title')}
      </h1>
      {!isOwn && name !== '' && (
        <p class="follow__reader">{follow?.t('follow:reader', { name })}</p>
      )}
      <OwnContent
        of={of}
        labelledBy={id}
        view={view}
        words={words}
        isCalm={false}
        texts={texts}
        language={language}
      />
      {isOwn && (state.meeting !== null || view.scene.kind === 'waiting') && (
        <Prepared language={language} />
      )}
      {state.meeting !== null && <FollowSignalBar {...{ language, signals, isOwn }} />}
    </RoomLanguage.Provider>
  );
}

/** A word for what is shown: the part, or that there is a pause. */
export const placeOf = ({ scene }: RoomView): string =>
  'part' in scene ? `${scene.part}` : scene.kind;

/** What is new begins at the top; somebody who writes is left where they are. */
const useTopOfPart = (of: RefObject<HTMLElement | null>, place: string): void => {
  const before = useRef(place);
  useEffect(() => {
    if (before.current === place) return;
    before.current = place;
    const isWriting = document.activeElement instanceof HTMLTextAreaElement;
    if (!isWriting) of.current?.parentElement?.scrollTo?.({ top: 0 });
  }, [of, place]);
};

/** What stands: empties by itself a while after the end, also where the leader's device is gone by then. */
const useStanding = ({ view, emptiesAt }: LiveState): RoomView => {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    setOver(false);
    if (emptiesAt === null) return undefined;
    const timer = setTimeout(() => setOver(true), Math.max(0, emptiesAt - Date.now()));
    return () => clearTimeout(timer);
  }, [emptiesAt]);
  return isOver ? { ...view, scene: { kind: 'thanks' }, away: null, end: null } : view;
};

/** **Det vill jag säga**: one's own words, on this phone and nowhere else. */
function Prepared({ language }: { readonly language: LanguageCode }): JSX.Element | null {
  const [words, setWords] = useState('');
  const [isOpen, setOpen] = useState(false);
  const whole = useRef<HTMLDivElement>(null);
  // What opens below the edge would seem not to open.
  useEffect(() => {
    if (isOpen) whole.current?.scrollIntoView?.({ block: 'center' });
  }, [isOpen]);
  const texts = useTexts('follow', language);
  if (texts === null) return null;
  return (
    <div class="follow__prepared" ref={whole}>
      <Collapsible summary={texts.t('follow:prepared.title')} open={isOpen} onToggle={setOpen}>
        <Field
          label={texts.t('follow:prepared.title')}
          hideLabel
          hint={texts.t('follow:prepared.hint')}
          value={words}
          onInput={setWords}
          multiline
          rows={4}
        />
      </Collapsible>
    </div>
  );
}
