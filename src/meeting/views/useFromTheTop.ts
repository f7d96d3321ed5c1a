import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** Another part or face is read from its heading, however far down the one before was scrolled. */
export const useFromTheTop = (whole: RefObject<HTMLElement | null>, where: string): void => {
  const before = useRef(where);
  useLayoutEffect(() => {
    if (before.current === where) return;
    before.current = where;
    for (const one of whole.current?.querySelectorAll('.leader__middle, .leader__scroll') ?? []) {
      one.scrollTop = 0;
    }
  }, [whole, where]);
};
