/** Connects and says what comes first in a dialect; resolves when all of it is answered. */
import type { Dialect, Follower } from './dialect.ts';
import type { Target } from './jobs.ts';
import { openRawSocket, type RawSocket } from './rawSocket.ts';
import { benchHost } from './sipDialect.ts';

const answersWithin = 90_000;

/** `index` spreads the connections over the target's processes. `hear` gets every message, also the answers. */
export const connectAs = (
  dialect: Dialect,
  { ports }: Target,
  { path, greetings }: Follower,
  index: number,
  hear: (message: Buffer) => void = () => {},
): Promise<RawSocket> =>
  new Promise((resolve, reject) => {
    let answered = 0;
    let socket: RawSocket | null = null;
    const next = (): void => {
      const greeting = greetings[answered];
      if (socket === null) return;
      if (greeting !== undefined) socket.send(greeting);
      else {
        socket.listen(hear);
        resolve(socket);
      }
    };
    setTimeout(() => reject(new Error('The server does not answer.')), answersWithin).unref();
    const port = ports[index % ports.length] ?? 0;
    openRawSocket({ port, path, host: benchHost }, (message) => {
      try {
        hear(message);
        if (!dialect.isGreeting(message)) return;
        answered += 1;
        next();
      } catch (error) {
        reject(error);
      }
    }).then((opened) => {
      socket = opened;
      opened.closed.then(() => reject(new Error('The server closed the connection.')));
      next();
    }, reject);
  });
