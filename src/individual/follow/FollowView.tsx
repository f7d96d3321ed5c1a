/**
 * `/folj`: a meeting followed on another device, or a plan that was given (looks.md 1.3). It draws what the share holds and
 * nothing else, in the language of the one who reads. When the share ends, so does what stands here, but for one's own plan
 * that one has chosen to keep.
 */
import type { ComponentChildren, JSX, RefObject } from 'preact';
import { useSyncExternalStore } from 'preact/compat';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Following } from '../../cases/shares/followShare.ts';
import type { KeptPlans } from '../../cases/shares/keptPlans.ts';
import { type LanguageCode, languageAttributes } from '../../i18n/languages.ts';
import type { Texts } from '../../i18n/textsOf.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { Button } from '../../ui/Button/Button.tsx';
import { Picture } from '../../ui/Picture/Picture.tsx';
import type { PictureName } from '../../ui/Picture/pictureNames.ts';
import { LanguageChips } from '../LanguageChips.tsx';
import { ReadAloudIn } from '../ReadAloudIn.tsx';
import { FollowedMeeting } from './FollowedMeeting.tsx';
import { FollowedPlan } from './FollowedPlan.tsx';
import { KeptList } from './KeptList.tsx';
import { readShareState, type ShareState } from './shareState.ts';
import { standingOf, type Why } from './standing.ts';
import { type Kept, useKept } from './useKept.ts';
import '../own/handed.css';
import '../own/own.css';
import './follow.css';

export interface FollowViewProps {
  /** Null where no link is followed. */
  readonly following: Following | null;
  /** What stands after # in it. */
  readonly link?: string | null;
  /** Null where nothing can be kept. */
  readonly plans?: KeptPlans | null;
  /** Another link is to be followed, or none. */
  readonly onLink?: (link: string | null) => void;
}

const stay = (): void => undefined;

export function FollowView(props: FollowViewProps): JSX.Element | null {
  const { following, link = null, plans = null, onLink = stay } = props;
  const kept = useKept(plans);
  const [isRemoved, setRemoved] = useState(false);
  const all = typeof kept.all === 'string' ? [] : kept.all;
  // The only one is opened by itself.
  const only = link === null && !isRemoved && all.length === 1 ? (all[0]?.fragment ?? null) : null;
  useEffect(() => {
    if (only !== null) onLink(only);
  }, [only, onLink]);
  if (following !== null)
    return (
      <Followed
        key={link}
        {...{ following, link, kept }}
        onAll={all.length > 1 ? () => onLink(null) : null}
        onRemoved={() => {
          setRemoved(true);
          onLink(null);
        }}
      />
    );
  if (link !== null || only !== null || kept.all === 'reading') return null;
  const [newest] = all;
  const own = newest === undefined ? null : ownLanguage(readShareState(newest.state));
  const why = kept.all === 'trouble' ? 'trouble' : isRemoved ? 'removed' : 'none';
  return (
    <FollowFrame language={own ?? 'sv'}>
      {(language, content) =>
        newest === undefined ? (
          <Told why={why} language={language} of={content} />
        ) : (
          <KeptList plans={all} language={language} onOpen={({ fragment }) => onLink(fragment)} />
        )
      }
    </FollowFrame>
  );
}

const ownLanguage = (state: ShareState | null): LanguageCode | null => {
  if (state === null) return null;
  if (state.is === 'plan') return state.isOwn ? state.language : null;
  return state.whose === null ? state.view.language : null;
};

interface FollowedProps {
  readonly following: Following;
  readonly link: string | null;
  readonly kept: Kept;
  /** To all that are kept here; null where there are no others. */
  readonly onAll: (() => void) | null;
  readonly onRemoved: () => void;
}

function Followed({ following, link, kept, onAll, onRemoved }: FollowedProps): JSX.Element {
  const follows = useSyncExternalStore(following.subscribe, following.get);
  const all = typeof kept.all === 'string' ? [] : kept.all;
  const here = all.find(({ fragment }) => fragment === link) ?? null;
  const { state, at, why, isOld, keepable } = standingOf(follows, here);
  const { renew } = kept;
  // What is newer takes the place of what was kept.
  const newer = here !== null && keepable !== null && keepable.at > here.at ? keepable : null;
  useEffect(() => {
    if (newer !== null && link !== null) renew({ fragment: link, ...newer });
  }, [newer, link, renew]);
  const isChild = state?.is === 'live' ? state.view.forChild : state?.forChild === true;
  const mayKeep = link !== null && (here !== null || keepable !== null);
  return (
    <FollowFrame
      language={ownLanguage(state) ?? 'sv'}
      isChild={isChild}
      place={state?.is === 'live' ? placeOf(state) : (why ?? 'plan')}
    >
      {(language, content) => (
        <>
          {why === null && follows.contact === 'lost' && state !== null && (
            <Lost language={language} at={at} onAgain={following.tryNow} />
          )}
          {why !== null && <Told why={why} language={language} of={content} />}
          {why === null && state?.is === 'live' && (
            <FollowedMeeting {...{ following, state, language, of: content }} />
          )}
          {why === null && state?.is === 'plan' && (
            <FollowedPlan
              {...{ state, language, of: content, onAll }}
              keeping={
                !mayKeep
                  ? null
                  : {
                      isKept: here !== null,
                      isOld,
                      onKeep: async () =>
                        keepable !== null && kept.keep({ fragment: link, ...keepable }),
                      onRemove: async () => {
                        const isGone = here !== null && (await kept.remove(here.id));
                        if (isGone) onRemoved();
                        return isGone;
                      },
                    }
              }
            />
          )}
        </>
      )}
    </FollowFrame>
  );
}

const placeOf = ({ view: { scene } }: Extract<ShareState, { is: 'live' }>): string =>
  'part' in scene ? `${scene.part}` : scene.kind;

interface FrameProps {
  /** Until the one who reads chooses another. */
  readonly language: LanguageCode;
  readonly isChild?: boolean;
  /** A word for what stands there now: when it changes, reading stops. */
  readonly place?: string;
  readonly children: (
    language: LanguageCode,
    content: RefObject<HTMLElement | null>,
  ) => ComponentChildren;
}

function FollowFrame({
  language: own,
  isChild,
  place = '',
  children,
}: FrameProps): JSX.Element | null {
  const content = useRef<HTMLElement>(null);
  const [chosen, setChosen] = useState<LanguageCode | null>(null);
  const [isChoosing, setChoosing] = useState(false);
  const language = chosen ?? own;
  const texts = useTexts('ownView', language);
  const follow = useTexts('follow', language);
  useEffect(() => {
    document.documentElement.lang = languageAttributes(language).lang;
    return () => {
      document.documentElement.lang = 'sv';
    };
  }, [language]);
  if (texts === null || follow === null) return null;
  return (
    <main
      class="handed own follow"
      aria-label={follow.t('follow:title')}
      data-surface="individual"
      data-pictures={isChild === true ? 'child' : undefined}
      {...languageAttributes(language)}
    >
      <header class="handed__top follow__top">
        <LanguageChips
          label={texts.t('ownView:language')}
          value={language}
          onChange={(code) => {
            setChosen(code);
            setChoosing(false);
          }}
          few={!isChoosing}
        />
        <Button
          kind="quiet"
          class="follow__languages"
          before={<Picture name="thing-language" size={32} />}
          aria-expanded={isChoosing}
          onClick={() => setChoosing(!isChoosing)}
        >
          <span class="follow__languages-word">{texts.t('ownView:language')}</span>
        </Button>
        <ReadAloudIn of={content} place={place} language={language} />
      </header>
      {children(language, content)}
    </main>
  );
}

const pictureOf: Readonly<Record<Why, PictureName>> = {
  waiting: 'thing-time',
  ended: 'thing-wave',
  aged: 'thing-time',
  wrong: 'thing-phone',
  version: 'thing-phone',
  none: 'thing-phone',
  removed: 'thing-paper',
  trouble: 'thing-phone',
};

interface ToldProps {
  readonly why: Why;
  readonly language: LanguageCode;
  readonly of?: RefObject<HTMLElement | null> | undefined;
}

function Told({ why, language, of }: ToldProps): JSX.Element | null {
  const texts: Texts<'follow'> | null = useTexts('follow', language);
  if (texts === null) return null;
  return (
    <section class="own__content" ref={of ?? null} role="status">
      <div class="own__still" data-part="1">
        <Picture name={pictureOf[why]} size={104} />
        <h1 class="own__heading">{texts.t(`follow:${why}.title`)}</h1>
        <p class="own__sentence">{texts.t(`follow:${why}.text`)}</p>
        {why === 'waiting' && <p>{texts.t('follow:close')}</p>}
        {why === 'none' && <p>{texts.t('follow:kept.shown')}</p>}
      </div>
    </section>
  );
}

interface LostProps {
  readonly language: LanguageCode;
  readonly at: number;
  readonly onAgain: () => void;
}

function Lost({ language, at, onAgain }: LostProps): JSX.Element {
  const texts = useTexts('follow', language);
  return (
    <div class="follow__lost" role="status">
      <p>
        {texts?.t('follow:lost.line')}{' '}
        {texts?.t('follow:updated', { time: texts.formats.time(at) })}
      </p>
      <Button onClick={onAgain}>{texts?.t('follow:lost.again')}</Button>
    </div>
  );
}
