import { useEffect, useRef, useState } from 'preact/hooks';
import type { Going } from '../../../cases/backup/readPieces.ts';

/** Long work in a view: how far it has come (null: none is going on), and the way to break it off. Leaving breaks it off. */
export const useGoing = (): {
  readonly part: number | null;
  readonly run: <T>(work: (going: Going) => Promise<T>) => Promise<T>;
  readonly stop: () => void;
} => {
  const [part, setPart] = useState<number | null>(null);
  const controller = useRef<AbortController | null>(null);
  useEffect(() => () => controller.current?.abort(), []);
  return {
    part,
    stop: () => controller.current?.abort(),
    run: async (work) => {
      const own = new AbortController();
      controller.current = own;
      setPart(0);
      const done = await work({ signal: own.signal, onProgress: setPart });
      setPart(null);
      return done;
    },
  };
};
