/**
 * `/folj`: a meeting followed on another device, or a plan that was given (looks.md 1.3). It draws what the share holds and
 * nothing else, in the language of the one who reads. When the share ends, so does what stands here, but for one's own plan
 * that one has chosen to keep.
 */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Following } from '../../cases/shares/followShare.ts';
import type { KeptPlans } from '../../cases/shares/keptPlans.ts';
import { Followed } from './Followed.tsx';
import { FollowFrame } from './FollowFrame.tsx';
import { KeptList } from './KeptList.tsx';
import { ownLanguage, readShareState } from './shareState.ts';
import { Told } from './Told.tsx';
import { useKept } from './useKept.ts';

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
