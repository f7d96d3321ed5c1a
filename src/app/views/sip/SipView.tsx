/**
 * **Vad är en SIP?** (field.md 18): for whom, in which language, then six pictures: one at a time on a phone, all on a
 * tablet, and as one folded A4. It names nobody and is open also when locked, and to be shown to whom it is about.
 */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { PrintRoot } from '../../../handover/PrintRoot.tsx';
import { SipLeaflet } from '../../../handover/SipLeaflet.tsx';
import { type SipVersion, sipVersions } from '../../../handover/sipVersions.ts';
import { currentLocale } from '../../../i18n/i18n.ts';
import type { LanguageCode } from '../../../i18n/languages.ts';
import { TextIn } from '../../../i18n/TextIn.tsx';
import type { Texts } from '../../../i18n/textsOf.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import { LanguageChips } from '../../../individual/LanguageChips.tsx';
import { BottomBar } from '../../../ui/BottomBar/BottomBar.tsx';
import { Button } from '../../../ui/Button/Button.tsx';
import { classNames } from '../../../ui/classNames.ts';
import { Scene } from '../../../ui/Scene/Scene.tsx';
import { sceneNames } from '../../../ui/Scene/sceneNames.ts';
import { ReadingPage } from '../reading/ReadingPage.tsx';
import './sip.css';

export interface SipViewProps {
  /** Where **Tillbaka** goes; otherwise to what was before. */
  readonly backHref?: string | undefined;
}

export function SipView({ backHref }: SipViewProps): JSX.Element | null {
  const [language, setLanguage] = useState<LanguageCode>(currentLocale);
  const [version, setVersion] = useState<SipVersion | null>(null);
  const texts = useTexts('sip', language);
  if (texts === null) return null;
  const { t } = texts;
  return (
    <ReadingPage
      class="sip"
      language={texts.language}
      title={t('sip:title')}
      lead={<TextIn wording={texts.say('sip:means')} />}
      back={{ label: t('sip:back'), href: backHref }}
      actions={
        version !== null && (
          <Button kind="quiet" onClick={() => window.print()}>
            {t('sip:print')}
          </Button>
        )
      }
    >
      {/* Beside the pictures there is room for a few: all stand where one begins. */}
      <LanguageChips
        label={t('sip:language')}
        value={language}
        few={version !== null}
        onChange={setLanguage}
      />
      {version === null ? (
        <ForWhom texts={texts} onChoose={setVersion} />
      ) : (
        <>
          <Pictures key={version} texts={texts} version={version} />
          <p>
            <Button kind="quiet" onClick={() => setVersion(null)}>
              {t('sip:other')}
            </Button>
          </p>
          <PrintRoot>
            <SipLeaflet texts={texts} version={version} />
          </PrintRoot>
        </>
      )}
    </ReadingPage>
  );
}

function ForWhom({
  texts: { t },
  onChoose,
}: {
  readonly texts: Texts<'sip'>;
  readonly onChoose: (version: SipVersion) => void;
}): JSX.Element {
  return (
    <>
      <h2>{t('sip:whom')}</h2>
      <ul class="sip__whom">
        {sipVersions.map((version) => (
          <li key={version}>
            <Button size="large" wide={true} iconEnd="forward" onClick={() => onChoose(version)}>
              <span class="sip__for">{t(`sip:for.${version}.name`)}</span>
              <span class="sip__line">{t(`sip:for.${version}.line`)}</span>
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}

function Pictures({
  texts,
  version,
}: {
  readonly texts: Texts<'sip'>;
  readonly version: SipVersion;
}): JSX.Element {
  const { t } = texts;
  const [at, setAt] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(at);
  useEffect(() => {
    if (before.current === at) return;
    before.current = at;
    heading.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [at]);
  const isLast = at === sceneNames.length - 1;

  return (
    <>
      <ol class="sip__pictures">
        {sceneNames.map((name, place) => (
          <li key={name} class={classNames('sip__picture', place === at && 'sip__picture--now')}>
            <Scene name={name} forChild={version === 'barn'} class="sip__scene" />
            <p class="sip__where">
              {t('sip:where', { number: place + 1, count: sceneNames.length })}
            </p>
            <h2 tabIndex={-1} ref={place === at ? heading : null}>
              <TextIn wording={texts.say(`sip:${version}.${name}.title`)} />
            </h2>
            <p class="sip__text">
              <TextIn wording={texts.say(`sip:${version}.${name}.text`)} />
            </p>
          </li>
        ))}
      </ol>
      <BottomBar
        class="sip__steps"
        start={
          at > 0 && (
            <Button kind="quiet" iconStart="back" onClick={() => setAt(at - 1)}>
              {t('sip:former')}
            </Button>
          )
        }
      >
        {isLast ? (
          <Button size="large" onClick={() => setAt(0)}>
            {t('sip:again')}
          </Button>
        ) : (
          <Button kind="filled" size="large" iconEnd="forward" onClick={() => setAt(at + 1)}>
            {t('sip:next')}
          </Button>
        )}
      </BottomBar>
    </>
  );
}
