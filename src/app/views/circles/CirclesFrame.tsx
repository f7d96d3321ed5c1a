import type { ComponentChildren, JSX } from 'preact';
import { languageAttributes } from '../../../i18n/languages.ts';
import { useT } from '../../../i18n/useT.ts';
import type { CircleWords } from '../../../meeting/views/circles/useCircleWords.ts';
import { PageFrame } from '../../../ui/PageFrame/PageFrame.tsx';
import { TopBar } from '../../../ui/TopBar/TopBar.tsx';
import '../views.css';
import './circles.css';

export interface CirclesFrameProps {
  readonly words: CircleWords;
  readonly title: string;
  readonly lead: string;
  readonly left: JSX.Element;
  readonly foot?: JSX.Element | undefined;
  readonly children: ComponentChildren;
}

/** The page in the chosen language, in the large type of what the individual reads. */
export function CirclesFrame({ words, children, ...page }: CirclesFrameProps): JSX.Element {
  const t = useT();
  return (
    <div class="circles" data-surface="individual" {...languageAttributes(words.language)}>
      <PageFrame
        {...page}
        leftOnPhone="hidden"
        top={
          <div lang="sv" dir="ltr">
            <TopBar back={{ label: t('help:back'), onClick: () => history.back() }} />
          </div>
        }
      >
        {children}
      </PageFrame>
    </div>
  );
}
