import { useEffect, useState } from 'preact/hooks';
import type { Instant } from '../../shared/deps.ts';

/**
 * Wall time for what the screen says about time. Nothing counts ticks: what is shown is always reckoned
 * from instants, so a sleeping tablet is right as soon as it wakes.
 */
export const useNow = (now: () => Instant, everyMs = 5000): Instant => {
  const [at, setAt] = useState(now);
  useEffect(() => {
    const look = () => setAt(now());
    const timer = setInterval(look, everyMs);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [now, everyMs]);
  return at;
};
