import { useEffect, useRef } from 'preact/hooks';

/**
 * Keeps the shared view on the screen when somebody goes back in the browser or swipes from the edge: what is behind
 * is not for the room. `onTry` is told instead, so that the question can be asked.
 */
export const useStay = (onTry: () => void): void => {
  const tell = useRef(onTry);
  tell.current = onTry;
  useEffect(() => {
    // Several steps back at once, and the address is another by the time one is told: it must be this one again
    // before anybody reads it.
    const here = location.href;
    const stand = () => history.pushState(null, '', here);
    const onPop = (event: PopStateEvent) => {
      event.stopImmediatePropagation();
      stand();
      tell.current();
    };
    stand();
    window.addEventListener('popstate', onPop, { capture: true });
    return () => window.removeEventListener('popstate', onPop, { capture: true });
  }, []);
};
