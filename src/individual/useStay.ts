import { useLayoutEffect, useRef } from 'preact/hooks';

/** What stands now, and whom to tell that somebody tried to leave it. */
let standing: { readonly here: string; readonly tell: () => void } | null = null;
let listening = false;

/**
 * Listens for the way back. Called once before anything is drawn: in a window's own events the first to listen hears
 * first, and the router must not read the address before it is put right, or it draws what is behind.
 */
export const listenForWayBack = (): void => {
  if (listening) return;
  listening = true;
  window.addEventListener(
    'popstate',
    (event) => {
      if (standing === null) return;
      event.stopImmediatePropagation();
      // Several steps back at once, and the address is another than the one before by now.
      history.pushState(null, '', standing.here);
      standing.tell();
    },
    { capture: true },
  );
};

/**
 * Keeps the shared view on the screen when somebody goes back in the browser or swipes from the edge: what is behind
 * is not for the room. `onTry` is told instead, so that the question can be asked.
 */
export const useStay = (onTry: () => void): void => {
  const tell = useRef(onTry);
  tell.current = onTry;
  useLayoutEffect(() => {
    listenForWayBack();
    const mine = { here: location.href, tell: () => tell.current() };
    standing = mine;
    history.pushState(null, '', mine.here);
    return () => {
      if (standing === mine) standing = null;
    };
  }, []);
};
