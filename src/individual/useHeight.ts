import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** The height of an element in CSS px; `otherwise` until it has been laid out. */
export const useHeight = (element: RefObject<HTMLElement | null>, otherwise: number): number => {
  const [height, setHeight] = useState(0);
  useLayoutEffect(() => {
    const here = element.current;
    if (here === null || typeof ResizeObserver === 'undefined') return undefined;
    const look = () => setHeight(here.clientHeight);
    look();
    const observer = new ResizeObserver(look);
    observer.observe(here);
    return () => observer.disconnect();
  }, [element]);
  return height > 0 ? height : otherwise;
};
