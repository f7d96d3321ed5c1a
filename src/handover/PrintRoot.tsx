import { type ComponentChildren, Fragment, h, render } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import './printRoot.css';

/**
 * What comes on paper while a view is open, whichever way somebody prints: by our button or by the browser's own.
 * It stands beside the program in the page, is never on screen, and goes with the view (and so with the lock).
 */
export function PrintRoot({ children }: { readonly children: ComponentChildren }): null {
  const place = useRef<HTMLElement | null>(null);
  useEffect(() => {
    const root = document.createElement('div');
    root.className = 'print-root';
    document.body.append(root);
    place.current = root;
    return () => {
      render(null, root);
      root.remove();
      place.current = null;
    };
  }, []);
  useEffect(() => {
    if (place.current !== null) render(h(Fragment, null, children), place.current);
  });
  return null;
}
