/**
 * **Vad är en SIP?** on one A4 that is folded twice: the lower half back, then the half that is read last. In front is the
 * first panel; unfolded, all six pictures stand upright in the order of reading.
 */
import type { JSX } from 'preact';
import { languageAttributes } from '../i18n/languages.ts';
import { TextIn } from '../i18n/TextIn.tsx';
import type { Texts } from '../i18n/textsOf.ts';
import { Scene } from '../ui/Scene/Scene.tsx';
import type { SceneName } from '../ui/Scene/sceneNames.ts';
import type { SipVersion } from './sipVersions.ts';
import './sipLeaflet.css';

export interface SipLeafletProps {
  readonly texts: Texts<'sip'>;
  readonly version: SipVersion;
}

export function SipLeaflet({ texts, version }: SipLeafletProps): JSX.Element {
  const { t } = texts;
  const scene = (name: SceneName): JSX.Element => (
    <section class="sip-leaflet__scene">
      <Scene name={name} forChild={version === 'barn'} />
      <h2>
        <TextIn wording={texts.say(`sip:${version}.${name}.title`)} />
      </h2>
      <p>
        <TextIn wording={texts.say(`sip:${version}.${name}.text`)} />
      </p>
    </section>
  );
  return (
    <article class="sip-leaflet" {...languageAttributes(texts.language)}>
      <div class="sip-leaflet__panel sip-leaflet__panel--front">
        <h1>{t('sip:title')}</h1>
        <p>{t('sip:means')}</p>
        {scene('what')}
      </div>
      <div class="sip-leaflet__panel">
        {scene('who')}
        {scene('no')}
      </div>
      <div class="sip-leaflet__panel">
        {scene('writing')}
        {scene('meeting')}
      </div>
      <div class="sip-leaflet__panel">
        {scene('after')}
        <section class="sip-leaflet__write">
          <h2>{t('sip:leaflet.ask')}</h2>
          <p>{t('sip:leaflet.name')}</p>
          <p>{t('sip:leaflet.phone')}</p>
          <h2>{t('sip:leaflet.say')}</h2>
          <p />
          <p />
        </section>
        <p class="sip-leaflet__ours">{t('sip:leaflet.ours')}</p>
      </div>
    </article>
  );
}
