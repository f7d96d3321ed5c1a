/** A page that the individual reads: in the language they chose, in large type, aloud, and back to where they were. */
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { type LanguageCode, languageAttributes } from '../../../i18n/languages.ts';
import { ReadAloudIn } from '../../../individual/ReadAloudIn.tsx';
import { PageFrame, type PageFrameProps } from '../../../ui/PageFrame/PageFrame.tsx';
import { TopBar, type TopBarProps } from '../../../ui/TopBar/TopBar.tsx';
import '../views.css';

export interface ReadingPageProps extends Omit<PageFrameProps, 'top'> {
  readonly language: LanguageCode;
  readonly back: {
    /** In the language of the page. */
    readonly label: string;
    /** Left out: to what was before. */
    readonly href?: string | undefined;
  };
  /** At the end of the top line. */
  readonly actions?: TopBarProps['children'];
}

export function ReadingPage(props: ReadingPageProps): JSX.Element {
  const { language, back, actions, class: extra, ...page } = props;
  const { label, href } = back;
  const whole = useRef<HTMLDivElement>(null);
  const way = href === undefined ? { onClick: () => history.back() } : { href };
  return (
    <div
      class={extra}
      ref={whole}
      data-surface="individual"
      data-reading={language === 'sv-x-lattlast' ? 'easy' : undefined}
      {...languageAttributes(language)}
    >
      <PageFrame
        {...page}
        top={
          <TopBar back={{ label, ...way }}>
            <ReadAloudIn of={whole} language={language} place={page.title} />
            {actions}
          </TopBar>
        }
      />
    </div>
  );
}
