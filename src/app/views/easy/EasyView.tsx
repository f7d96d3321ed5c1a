/**
 * **Lättläst**: the short copy of the plan for the person whose it is, in their language or in easy Swedish, with the
 * Swedish beside; read first, aloud if they like, then printed. It needs no consent (field.md 3, 19).
 */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useSearch } from 'wouter';
import { casePrinted } from '../../../cases/caseFacts.ts';
import { PrintRoot } from '../../../handover/PrintRoot.tsx';
import { PrintSheet } from '../../../handover/PrintSheet.tsx';
import { stampWords } from '../../../handover/paperWords.ts';
import { swedishText } from '../../../i18n/i18n.ts';
import { type LanguageCode, languageAttributes } from '../../../i18n/languages.ts';
import { dateOfInstant } from '../../../i18n/localDate.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import { EasyCopy } from '../../../individual/easy/EasyCopy.tsx';
import { easyCopy, easyTexts } from '../../../individual/easy/easyCopy.ts';
import { useEasyWords } from '../../../individual/easy/easyWords.ts';
import { LanguageChips } from '../../../individual/LanguageChips.tsx';
import { languageOfPlan } from '../../../individual/languageOfPlan.ts';
import { WordsInText } from '../../../individual/words/WordsInText.tsx';
import { printStamp } from '../../../meeting/afterMeeting.ts';
import { useWorkspace } from '../../../meeting/views/WorkspaceContext.ts';
import { soundVersions } from '../../../plan/versions.ts';
import type { ClockDep } from '../../../shared/deps.ts';
import { Button } from '../../../ui/Button/Button.tsx';
import { footWords } from '../plan/footWords.ts';
import { ReadingPage } from '../reading/ReadingPage.tsx';

export interface EasyViewProps {
  readonly clock: ClockDep['clock'];
  /** **Verksamhet som ansvarar**; empty when it is not written. */
  readonly organisation: string;
}

export function EasyView({ clock, organisation }: EasyViewProps): JSX.Element | null {
  const { state, record, practice } = useWorkspace();
  const asked = new URLSearchParams(useSearch()).get('version');
  const version = soundVersions(state.versions).find(({ id }) => id === asked) ?? null;
  const [chosen, setChosen] = useState<LanguageCode>(() => {
    const own = languageOfPlan(state.plan) ?? 'sv';
    return own === 'sv' ? 'sv-x-lattlast' : own;
  });
  const [allLanguages, setAllLanguages] = useState(false);
  const words = useEasyWords(chosen);
  const ownView = useTexts('ownView', chosen);
  const sip = useTexts('sip', chosen);
  if (words === null || ownView === null || sip === null) return null;

  const { language } = words;
  const copy = easyCopy(version?.plan ?? state.plan);
  const shown = {
    copy,
    words,
    state: { isReady: version !== null, date: dateOfInstant(version?.at ?? clock.now()) },
  };
  const owner = copy.guarded ? '' : organisation.trim();
  const stamp = stampWords(printStamp(state.after), owner, swedishText);
  const plainStamp =
    owner === ''
      ? words.say('easy:stamp.noName')
      : words.say('easy:stamp.of', { organisation: owner });

  const print = async (): Promise<void> => {
    await record((ctx) => {
      const fact = casePrinted(ctx, 'easy');
      return {
        ...fact,
        data: { ...fact.data, to: copy.name || swedishText('home:list.nameless') },
      };
    });
    window.print();
  };

  return (
    <ReadingPage
      language={language}
      title={words.room.own(words.say('easy:title'))}
      back={{ label: sip.t('sip:back') }}
      actions={
        <Button kind="quiet" onClick={() => void print()}>
          {sip.t('sip:print')}
        </Button>
      }
    >
      <div class="button-row easy-view__languages">
        <LanguageChips
          label={ownView.t('ownView:language')}
          value={chosen}
          few={!allLanguages}
          onChange={(code) => {
            setChosen(code);
            setAllLanguages(false);
          }}
        />
        <Button
          kind="quiet"
          aria-expanded={allLanguages}
          onClick={() => setAllLanguages(!allLanguages)}
        >
          {ownView.t('ownView:language')}
        </Button>
      </div>
      <EasyCopy {...shown} form="screen" />
      <WordsInText texts={easyTexts(copy)} language={language} />
      <PrintRoot>
        <PrintSheet
          stamp={stamp}
          plainly={<span {...languageAttributes(language)}>{words.room.own(plainStamp)}</span>}
          foot={footWords(copy.name, version)}
        >
          {practice && <p>{swedishText('print:head.practice')}</p>}
          <EasyCopy {...shown} form="paper" />
        </PrintSheet>
      </PrintRoot>
    </ReadingPage>
  );
}
