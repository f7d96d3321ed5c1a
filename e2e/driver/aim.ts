/**
 * Run in the page, around a press with a bare mouse (Chromium, Firefox): what is pressed must be what was found, also when the
 * page was drawn anew between looking and pressing. A press that meets something else never reaches it.
 */

interface Aim {
  isMet: boolean | null;
  /** What stood there instead. */
  other: string;
  readonly end: () => void;
}

declare global {
  var __sipAim: Aim | undefined;
}

/** Watches the next press. Resolves to where it is to go, in CSS pixels of the window. */
export const takeAim = (element: Element): { x: number; y: number } => {
  globalThis.__sipAim?.end();
  const stop = new AbortController();
  const aim: Aim = { isMet: null, other: '', end: () => stop.abort() };
  globalThis.__sipAim = aim;
  const watch = (event: Event): void => {
    if (event.type === 'pointerdown') {
      const [hit] = event.composedPath();
      const isIn = (one: Element): boolean => hit instanceof Node && one.contains(hit);
      const label = hit instanceof Element ? hit.closest('label') : null;
      aim.isMet = isIn(element) || (label !== null && label.control === element);
      if (hit instanceof Element) aim.other = hit.outerHTML.slice(0, 200);
    }
    if (aim.isMet === true) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
    addEventListener(type, watch, { capture: true, signal: stop.signal });
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2 };
};

/** Null when the press met it, else what it met. */
export const endAim = (): string | null => {
  const aim = globalThis.__sipAim;
  aim?.end();
  return aim?.isMet === false ? aim.other : null;
};

/** Outside of the page, with what `endAim` said there. A page that went away was met. */
export const expectMet = async (ended: Promise<string | null>): Promise<void> => {
  const other = await ended.catch(() => null);
  if (other !== null) throw new Error(`Something else stood where it was pressed: ${other}`);
};
