import { type ComponentChildren, Fragment, h, type VNode } from 'preact';
import { createPortal } from 'preact/compat';
import { useLayoutEffect, useState } from 'preact/hooks';
import './printRoot.css';

const createRoot = (): HTMLElement => {
  const root = document.createElement('div');
  root.className = 'print-root';
  root.hidden = true;
  return root;
};

/**
 * What comes on paper while a view is open, whichever way somebody prints: by our button or by the browser's own.
 * It stands beside the program in the page, is never on screen, and goes with the view (and so with the lock).
 */
export function PrintRoot({ children }: { readonly children: ComponentChildren }): VNode {
  const [root] = useState(createRoot);
  useLayoutEffect(() => {
    document.body.append(root);
    return () => root.remove();
  }, [root]);
  return createPortal(h(Fragment, null, children), root);
}
