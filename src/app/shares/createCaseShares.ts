/** The shares of an open case: keys, network, and the keeper that ends first and then publishes. Loaded when there are any. */
import type { OpenCase } from '../../cases/openCase.ts';
import { endShare, openShare } from '../../cases/shares/openShare.ts';
import { createShareKeeper } from '../../cases/shares/shareKeeper.ts';
import { createShareTransport } from '../../cases/shares/wireShares.ts';
import { dateOfInstant } from '../../i18n/localDate.ts';
import { shareState } from '../../individual/follow/shareState.ts';
import { createBrowserSync } from '../../sync/browserSync.ts';
import type { AppDeps } from '../deps.ts';
import { followLinkOf } from '../followLink.ts';
import type { CaseShares } from './SharesContext.ts';

export interface KeptShares extends CaseShares {
  readonly stop: () => void;
}

const nothing = async () => new Uint8Array();

export const createCaseShares = (
  deps: Pick<AppDeps, 'clock' | 'random' | 'timers'>,
  opened: OpenCase,
): KeptShares => {
  const sync = createBrowserSync(deps);
  const transport = createShareTransport({ ...deps, sync, credential: nothing });
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
