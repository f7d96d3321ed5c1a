/** One share, as it stands on the phone: the meeting, the plan, what is kept of it here, and **Hur var mötet?** after it. */
import type { JSX } from 'preact';
import { useSyncExternalStore } from 'preact/compat';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Following } from '../../cases/shares/followShare.ts';
import type { LanguageCode } from '../../i18n/languages.ts';
import { useTexts } from '../../i18n/useTexts.ts';
import { Button } from '../../ui/Button/Button.tsx';
import { AskedHere } from './AskedHere.tsx';
import { FollowedMeeting, placeOf } from './FollowedMeeting.tsx';
import { FollowedPlan } from './FollowedPlan.tsx';
import { FollowFrame } from './FollowFrame.tsx';
import { PhoneSurvey } from './PhoneSurvey.tsx';
import { RemoveKept } from './RemoveKept.tsx';
import { StateBoundary } from './StateBoundary.tsx';
import { ownLanguage } from './shareState.ts';
import { standingOf } from './standing.ts';
import { Told } from './Told.tsx';
import type { Kept } from './useKept.ts';
import { usePhoneAnswers } from './usePhoneAnswers.ts';

export interface FollowedProps {
  readonly following: Following;
  readonly link: string | null;
  readonly kept: Kept;
  /** To all that are kept here; null where there are no others. */
  readonly onAll: (() => void) | null;
  readonly onRemoved: () => void;
}

export function Followed({ following, link, kept, onAll, onRemoved }: FollowedProps): JSX.Element {
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
  // What has ended is gone from here. In which language it was read, and whose it was, still says how that is told.
  const last = useRef({ isOwn: false, language: ownLanguage(state) });
  if (state !== null)
    last.current = {
      isOwn: state.is === 'live' ? state.whose === null : state.isOwn,
      language: ownLanguage(state),
    };
  const isChild = state?.is === 'live' ? state.view.forChild : state?.forChild === true;
  const asked = follows.over === null ? (state?.asked ?? null) : null;
  const isAsked = asked !== null && Date.now() < asked.until;
  const answers = usePhoneAnswers(following);
  const [isAnswering, setAnswering] = useState(false);
  const remove = async (): Promise<boolean> => {
    const isGone = here !== null && (await kept.remove(here.id));
    if (isGone) onRemoved();
    return isGone;
  };
  const mayKeep = link !== null && (here !== null || keepable !== null);
  return (
    <FollowFrame
      language={last.current.language ?? 'sv'}
      isChild={isChild}
      place={isAnswering ? 'survey' : state?.is === 'live' ? placeOf(state.view) : (why ?? 'plan')}
    >
      {(language, content) => {
        if (isAnswering)
          return (
            <PhoneSurvey
              {...{ language, of: content, step: answers.step }}
              who={isChild ? 'child' : 'individual'}
              onAnswers={(given) => {
                if (asked !== null)
                  answers.send(asked.meeting, isChild ? 'child' : 'individual', given);
              }}
              onBack={() => setAnswering(false)}
            />
          );
        const survey = isAsked && (
          <AskedHere {...{ language, step: answers.step }} onOpen={() => setAnswering(true)} />
        );
        const otherwise = (
          <>
            <Told why="version" language={language} of={content} />
            {here !== null && <RemoveKept language={language} onRemove={remove} />}
          </>
        );
        return (
          <StateBoundary of={state} otherwise={otherwise}>
            {why === null && follows.contact === 'lost' && state !== null && (
              <Lost language={language} at={at} onAgain={following.tryNow} />
            )}
            {why !== null && (
              <Told
                {...{ why, language, lastDay: follows.lastDay, of: content }}
                isOwn={last.current.isOwn}
              />
            )}
            {why === null && state?.is === 'live' && (
              <FollowedMeeting {...{ following, state, language, of: content }} />
            )}
            {why === null && state?.is === 'live' && survey !== false && (
              <div class="follow__asked-below">{survey}</div>
            )}
            {why === null && state?.is === 'plan' && (
              <FollowedPlan
                {...{ state, language, of: content, onAll, survey }}
                keeping={
                  !mayKeep
                    ? null
                    : {
                        isKept: here !== null,
                        isOld,
                        onKeep: async () =>
                          keepable !== null && kept.keep({ fragment: link, ...keepable }),
                        onRemove: remove,
                      }
                }
              />
            )}
          </StateBoundary>
        );
      }}
    </FollowFrame>
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
