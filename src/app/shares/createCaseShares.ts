/** The shares of an open case: keys, network, and the keeper that ends first and then publishes. Loaded when there are any. */
import type { OpenCase } from '../../cases/openCase.ts';
import { endShare, openShare } from '../../cases/shares/openShare.ts';
import { createShareKeeper } from '../../cases/shares/shareKeeper.ts';
import { createShareTransport } from '../../cases/shares/wireShares.ts';
import { dateOfInstant } from '../../i18n/localDate.ts';
import { shareState } from '../../individual/follow/shareState.ts';
import { createBrowserSync } from '../../sync/browserSync.ts';
import { followLinkOf } from '../followLink.ts';
import type { AppSession } from '../session/sessionTypes.ts';
import type { CaseShares } from './SharesContext.ts';

export interface KeptShares extends CaseShares {
  readonly stop: () => void;
}

export const createCaseShares = (
  { deps, sync: own }: Pick<AppSession, 'deps' | 'sync'>,
  opened: OpenCase,
): KeptShares => {
  const sync = createBrowserSync(deps);
  const transport = createShareTransport({ ...deps, sync, credential: own.credential });
  const keeper = createShareKeeper(
    { ...deps, transport, project: shareState, todayOf: dateOfInstant },
    opened,
  );
  sync.start();
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
    stop: () => {
      keeper.stop();
      sync.stop();
    },
  };
};
