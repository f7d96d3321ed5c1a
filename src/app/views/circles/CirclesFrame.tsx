import type { ComponentChildren, JSX } from 'preact';
import { useT } from '../../../i18n/useT.ts';
import { useTexts } from '../../../i18n/useTexts.ts';
import type { CircleWords } from '../../../meeting/views/circles/useCircleWords.ts';
import { ReadingPage } from '../reading/ReadingPage.tsx';
import './circles.css';

export interface CirclesFrameProps {
  readonly words: CircleWords;
  readonly title: string;
  readonly lead: string;
  readonly left: JSX.Element;
  readonly foot?: JSX.Element | undefined;
  readonly children: ComponentChildren;
}

export function CirclesFrame({ words, ...page }: CirclesFrameProps): JSX.Element {
  const t = useT();
  const sip = useTexts('sip', words.language);
  return (
    <ReadingPage
      {...page}
      class="circles"
      language={words.language}
      leftOnPhone="hidden"
      back={{ label: sip?.t('sip:back') ?? t('help:back') }}
    />
  );
}
