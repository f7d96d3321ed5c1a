/** Starts the load process, and hands it jobs. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Answer, Job } from './jobs.ts';

export interface Loader {
  readonly do: <J extends Job>(job: J) => Promise<Answer<J>>;
  readonly stop: () => void;
}

type Said<J extends Job> =
  | { readonly ok: true; readonly answer: Answer<J> }
  | { readonly ok: false; readonly words: string };

export const startLoader = (): Loader => {
  const child = fork(fileURLToPath(new URL('loader.ts', import.meta.url)), {
    execArgv: [...process.execArgv, '--max-old-space-size=4096'],
  });
  return {
    do: <J extends Job>(job: J) =>
      new Promise<Answer<J>>((resolve, reject) => {
        const ended = (): void => reject(new Error('The load process ended.'));
        child.once('exit', ended);
        child.once('message', (said: Said<J>) => {
          child.off('exit', ended);
          if (said.ok) resolve(said.answer);
          else reject(new Error(`${job.is}: ${said.words}`));
        });
        child.send(job);
      }),
    stop: () => child.disconnect(),
  };
};
