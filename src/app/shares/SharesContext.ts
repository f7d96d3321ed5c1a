import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Share } from '../../cases/shares/foldShares.ts';
import type { OpenShareError, WantedShare } from '../../cases/shares/openShare.ts';
import type { ShareEndedWhy } from '../../cases/shares/shareFacts.ts';
import type { ShareKeeper, ShareProgress } from '../../cases/shares/shareKeeper.ts';
import type { Result } from '../../shared/result.ts';

/** What the views of a case may do with its shares. */
export interface CaseShares {
  readonly progress: (share: Share) => ShareProgress;
  /** Told when a progress has changed. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Gives the id of the share. */
  readonly open: (wanted: WantedShare) => Promise<Result<string, OpenShareError>>;
  readonly end: (
    shareId: string,
    why: { readonly why: ShareEndedWhy; readonly reason: string },
  ) => Promise<boolean>;
  /** The link for the one who follows; null where the keys cannot be read. */
  readonly linkOf: (share: Share) => Promise<string | null>;
  readonly signals: Pick<ShareKeeper, 'onSignal' | 'answer'>;
  /** **Hur var mötet?** from the individual's own phone. */
  readonly survey: ShareKeeper['survey'];
}

/** Null where nothing is shared: in practice. */
export const SharesContext = createContext<CaseShares | null>(null);

export const useShares = (): CaseShares | null => useContext(SharesContext);
