/**
 * Focus is never lost. After going to another view it goes to that view's heading and the page to its top, so that a
 * screen reader says where one is. Where what had it is taken away (a step is done, a row removed), it goes to the
 * heading of what is left around it.
 */
import { useEffect, useRef } from 'preact/hooks';
import { useLocation } from 'wouter';
import { keepFocus } from './keepFocus.ts';

const patienceMs = 3_000;

export function FocusOnMove(): null {
  const [location] = useLocation();
  const before = useRef(location);
  useEffect(() => {
    const root = document.getElementById('app');
    return root === null ? undefined : keepFocus(root);
  }, []);
  useEffect(() => {
    if (before.current === location) return undefined;
    before.current = location;
    scrollTo(0, 0);
    const root = document.getElementById('app');
    const old = root?.querySelector('h1') ?? null;
    const focus = (): boolean => {
      const heading = root?.querySelector('h1') ?? null;
      if (heading === null || (heading === old && document.activeElement === heading)) return false;
      heading.setAttribute('tabindex', '-1');
      heading.focus({ preventScroll: true });
      return true;
    };
    focus();
    const observer = new MutationObserver(() => {
      if (root?.querySelector('h1') !== old && focus()) observer.disconnect();
    });
    if (root !== null) observer.observe(root, { childList: true, subtree: true });
    const timer = setTimeout(() => observer.disconnect(), patienceMs);
    return () => {
      observer.disconnect();
      clearTimeout(timer);
    };
  }, [location]);
  return null;
}
