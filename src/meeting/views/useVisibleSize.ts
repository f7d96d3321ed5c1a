import { useEffect, useState } from 'preact/hooks';

/**
 * How much of the window is seen, in CSS px. A screen keyboard lies on top of the page on an iPad: only
 * `visualViewport` knows of it (field.md 15).
 */
export interface VisibleSize {
  readonly width: number;
  readonly height: number;
  /** How far the seen part has been moved down from the top of the page. */
  readonly top: number;
}

/** The strip above the program that says **Övning**; it takes its height from the views below. */
const reserved = (): number =>
  Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--reserve')) || 0;

const read = (): VisibleSize => ({
  width: window.visualViewport?.width ?? window.innerWidth,
  height: (window.visualViewport?.height ?? window.innerHeight) - reserved(),
  top: window.visualViewport?.offsetTop ?? 0,
});

export const useVisibleSize = (): VisibleSize => {
  const [size, setSize] = useState(read);
  useEffect(() => {
    const look = () =>
      setSize((old) => {
        const next = read();
        const same = old.width === next.width && old.height === next.height && old.top === next.top;
        return same ? old : next;
      });
    look();
    window.addEventListener('resize', look);
    window.visualViewport?.addEventListener('resize', look);
    window.visualViewport?.addEventListener('scroll', look);
    return () => {
      window.removeEventListener('resize', look);
      window.visualViewport?.removeEventListener('resize', look);
      window.visualViewport?.removeEventListener('scroll', look);
    };
  }, []);
  return size;
};
