import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/**
 * Focus never falls off the page: where the button that was pressed is gone (**Ta paus**, an answered card), focus
 * goes to the working area, which is where its consequence stands. Else it stays where it is.
 */
export const useKeptFocus = (
  whole: RefObject<HTMLElement | null>,
  place: RefObject<HTMLElement | null>,
): void => {
  const last = useRef<Element | null>(null);
  useEffect(() => {
    const note = (event: FocusEvent): void => {
      if (event.target instanceof Element && whole.current?.contains(event.target)) {
        last.current = event.target;
      }
    };
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, [whole]);
  useEffect(() => {
    if (last.current === null || last.current.isConnected) return;
    last.current = null;
    if (document.activeElement === document.body) place.current?.focus({ preventScroll: true });
  });
};
