/**
 * The tablet in somebody else's hands: in their language, read aloud if they like, and no way to anything else. Taken back
 * by holding (field.md 8), with the **möteskod** where there is one.
 */
import type { ComponentChildren, JSX, RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { currentLocale } from '../../i18n/i18n.ts';
import { type LanguageCode, languageAttributes } from '../../i18n/languages.ts';
import { useT } from '../../i18n/useT.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { AskCode } from '../../meeting/views/code/AskCode.tsx';
import { useMeetingCode } from '../../meeting/views/code/MeetingCode.ts';
import { Button } from '../../ui/Button/Button.tsx';
import { classNames } from '../../ui/classNames.ts';
import { Dialog } from '../../ui/Dialog/Dialog.tsx';
import { HoldButton } from '../../ui/HoldButton/HoldButton.tsx';
import { Picture } from '../../ui/Picture/Picture.tsx';
import { LanguageChips } from '../LanguageChips.tsx';
import { ReadAloudIn } from '../ReadAloudIn.tsx';
import { useStay } from '../useStay.ts';
import './handed.css';

export interface HandedFrameProps {
  /** In `language`. */
  readonly label: string;
  readonly language: LanguageCode;
  readonly onLanguage: (language: LanguageCode) => void;
  /** What is read aloud, and a word for what stands there now: when it changes, reading stops. */
  readonly read: { readonly of: RefObject<HTMLElement | null>; readonly place: string };
  /** At the end of the first line. */
  readonly actions?: ComponentChildren;
  /** Beside the button that takes it back, for the leader, in the program's language. */
  readonly forLeader?: string | undefined;
  readonly onBack: () => void;
  /** Whoever holds it is a child: the child's pictures. */
  readonly forChild?: boolean | undefined;
  readonly class?: string;
  readonly children: ComponentChildren;
}

export function HandedFrame(props: HandedFrameProps): JSX.Element {
  const { label, language, onLanguage, read, actions, forLeader, onBack } = props;
  const t = useT();
  const code = useMeetingCode();
  const texts = useTexts('ownView', language);
  const [allLanguages, setAllLanguages] = useState(false);
  const [asksCode, setAsksCode] = useState(false);
  // Nobody goes back from here.
  useStay(() => undefined);
  const back = (): void => {
    setAsksCode(false);
    onBack();
  };
  return (
    <main
      class={classNames('handed', props.class)}
      aria-label={label}
      data-surface="individual"
      data-pictures={props.forChild === true ? 'child' : undefined}
      {...languageAttributes(language)}
    >
      <header class="handed__top">
        {texts !== null && (
          <>
            <LanguageChips
              label={texts.t('ownView:language')}
              value={language}
              onChange={(chosen) => {
                onLanguage(chosen);
                setAllLanguages(false);
              }}
              few={!allLanguages}
            />
            <Button
              kind="quiet"
              before={<Picture name="thing-language" size={32} />}
              aria-expanded={allLanguages}
              onClick={() => setAllLanguages(!allLanguages)}
            >
              {texts.t('ownView:language')}
            </Button>
          </>
        )}
        <ReadAloudIn {...read} language={language} />
        {actions}
      </header>
      {props.children}
      <div class="handed__back">
        {/* The button's own words are the program's: the one who reads them is the leader. */}
        <p class="handed__for">{texts?.t('ownView:forLeader')}</p>
        <div lang={currentLocale()} dir="ltr">
          <p role="alert">{forLeader}</p>
          <HoldButton
            label={t('meeting:screen.takeBack')}
            onHeld={() => (code?.isSet === true ? setAsksCode(true) : back())}
          />
          <Dialog
            open={asksCode}
            title={t('meeting:code.heading')}
            onClose={() => setAsksCode(false)}
            firstFocus="content"
            actions={<Button onClick={() => setAsksCode(false)}>{t('room:onlyMe.stay')}</Button>}
          >
            <AskCode onOpen={back} />
          </Dialog>
        </div>
      </div>
    </main>
  );
}
