/** Starts the load process, and hands it jobs. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Answer, Job } from './jobs.ts';

export interface Loader {
  /** One at a time. `onBegun`: all is made ready and connected, the load begins. */
  readonly do: <J extends Job>(job: J, onBegun?: () => void) => Promise<Answer<J>>;
  readonly stop: () => void;
}

export type Said<J extends Job> =
  | { readonly is: 'begun' }
  | { readonly is: 'done'; readonly answer: Answer<J> }
  | { readonly is: 'failed'; readonly words: string };

export const startLoader = (): Loader => {
  const child = fork(fileURLToPath(new URL('loader.ts', import.meta.url)), {
    execArgv: [...process.execArgv, '--max-old-space-size=4096'],
  });
  return {
    do: <J extends Job>(job: J, onBegun: () => void = () => {}) =>
      new Promise<Answer<J>>((resolve, reject) => {
        const leave = (): void => {
          child.off('exit', ended);
          child.off('message', hear);
        };
        const ended = (): void => {
          leave();
          reject(new Error('The load process ended.'));
        };
        const hear = (said: Said<J>): void => {
          if (said.is === 'begun') {
            onBegun();
            return;
          }
          leave();
          if (said.is === 'done') resolve(said.answer);
          else reject(new Error(`${job.is}: ${said.words}`));
        };
        child.on('exit', ended);
        child.on('message', hear);
        child.send(job);
      }),
    stop: () => child.disconnect(),
  };
};
