import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

const heights = new Map<Element, number>();

/** What stands above the program takes its height from the views below (`--reserve`), so that their lower edge is still seen. */
export const useReserve = (above: RefObject<HTMLElement | null>): void => {
  useEffect(() => {
    const element = above.current;
    if (element === null || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(() => {
      heights.set(element, element.offsetHeight);
      tell();
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      heights.delete(element);
      tell();
    };
  }, [above]);
};

const tell = (): void => {
  const { style } = document.documentElement;
  const height = [...heights.values()].reduce((sum, each) => sum + each, 0);
  if (height === 0) style.removeProperty('--reserve');
  else style.setProperty('--reserve', `${height}px`);
  dispatchEvent(new Event('resize'));
};
