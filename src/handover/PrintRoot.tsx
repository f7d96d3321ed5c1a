import { type ComponentChildren, h, type VNode } from 'preact';
import { createPortal } from 'preact/compat';
import { useLayoutEffect, useState } from 'preact/hooks';
import { AlwaysSwedish } from '../i18n/useT.ts';
import './printRoot.css';

const createRoot = (): HTMLElement => {
  const root = document.createElement('div');
  root.className = 'print-root';
  root.hidden = true;
  root.lang = 'sv';
  return root;
};

/**
 * What comes on paper while a view is open, whichever way somebody prints: by our button or by the browser's own.
 * It is in Swedish, stands beside the program in the page, is never on screen, and goes with the view (and so with the lock).
 */
export function PrintRoot({ children }: { readonly children: ComponentChildren }): VNode {
  const [root] = useState(createRoot);
  useLayoutEffect(() => {
    document.body.append(root);
    return () => root.remove();
  }, [root]);
  return createPortal(h(AlwaysSwedish.Provider, { value: true }, children), root);
}
