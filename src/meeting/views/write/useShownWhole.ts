import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/**
 * What opens at the lower edge is moved into sight, as little as needed; what is in sight stays where it is.
 * `what` stands open, or null; when it changes the height may have changed too.
 */
export const useShownWhole = <Shown extends HTMLElement>(
  what: string | null,
): RefObject<Shown | null> => {
  const shown = useRef<Shown>(null);
  useEffect(() => {
    if (what !== null) shown.current?.scrollIntoView({ block: 'nearest' });
  }, [what]);
  return shown;
};
