/** Offline for browsers that can't be told to be: the server that they talk to is stopped, and started again. */
import type { BrowserOptions } from './types.ts';

export const stopServer =
  (options: BrowserOptions) =>
  async (offline: boolean): Promise<void> => {
    if (options.server === undefined)
      throw new Error(
        'This browser is taken offline by stopping the server: open it with {server}.',
      );
    await (offline ? options.server.stop() : options.server.start());
  };
