import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** Whether there is more in it than it shows: then it must be reached by keyboard, or nobody can scroll it by one. */
export const useScrolls = (of: RefObject<HTMLElement | null>): boolean => {
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const area = of.current;
    if (area === null) return undefined;
    const look = (): void => setScrolls(area.scrollHeight > area.clientHeight + 1);
    look();
    // Larger letters make what is in it longer, and it stays as it was.
    const observer = new ResizeObserver(look);
    for (const each of [area, ...area.children]) observer.observe(each);
    return () => observer.disconnect();
  });
  return scrolls;
};
