/** For work whose code is loaded when it is first asked for. */
import { err, type Result } from './result.ts';

/** The file could not be had; nothing has changed. */
const notLoaded = { kind: 'failed', name: 'load' } as const;

/** Loads what is needed, then does the work with it. */
export const late =
  <Loaded>(load: () => Promise<Loaded>) =>
  async <T, E>(
    work: (loaded: Loaded) => Promise<Result<T, E>>,
  ): Promise<Result<T, E | typeof notLoaded>> => {
    const loaded = await load().catch(() => null);
    return loaded === null ? err(notLoaded) : work(loaded);
  };
