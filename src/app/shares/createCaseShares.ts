/** The shares of an open case: keys, network, and the keeper that ends first and then publishes. Loaded when there are any. */
import type { OpenCase } from '../../cases/openCase.ts';
import { endShare, openShare } from '../../cases/shares/openShare.ts';
import { createShareKeeper } from '../../cases/shares/shareKeeper.ts';
import { nextEnd, noteWaitingEnd } from '../../cases/shares/waitingEnds.ts';
import { createShareTransport } from '../../cases/shares/wireShares.ts';
import { dateOfInstant } from '../../i18n/localDate.ts';
import { shareState } from '../../individual/follow/shareState.ts';
import { followLinkOf } from '../followLink.ts';
import type { AppSession } from '../session/sessionTypes.ts';
import type { CaseShares } from './SharesContext.ts';

export interface KeptShares extends CaseShares {
  readonly stop: () => void;
}

/** Over the connection of syncing, and where nothing is synced it is begun here. Null where there can be none. */
export const createCaseShares = async (
  session: Pick<AppSession, 'deps' | 'sync' | 'get'>,
  opened: OpenCase,
): Promise<KeptShares | null> => {
  const { deps } = session;
  const sync = await session.sync.connect();
  if (sync === null) return null;
  const transport = createShareTransport({ ...deps, sync, credential: session.sync.credential });
  const keeper = createShareKeeper(
    { ...deps, transport, project: shareState, todayOf: dateOfInstant },
    opened,
  );
  let noted: string | null | undefined;
  const note = (): void => {
    const until = nextEnd(opened.workspace().state, dateOfInstant(deps.clock.now()));
    const { vault } = session.get();
    if (until === noted || vault === null) return;
    noted = until;
    void noteWaitingEnd(vault, opened.caseId, until);
  };
  const unlisten = opened.subscribe(note);
  note();
  return {
    progress: keeper.progress,
    subscribe: keeper.subscribe,
    open: (wanted) =>
      openShare({ ...deps, transport }, opened, wanted, dateOfInstant(deps.clock.now())),
    end: async (shareId, why) => (await endShare(opened, shareId, why)).ok,
    linkOf: async ({ secret }) => {
      const fragment = await transport.fragmentOf(secret);
      return fragment.ok ? followLinkOf(location.origin, fragment.value) : null;
    },
    signals: { onSignal: keeper.onSignal, answer: keeper.answer },
    survey: keeper.survey,
    stop: () => {
      unlisten();
      keeper.stop();
      sync.stop();
    },
  };
};
