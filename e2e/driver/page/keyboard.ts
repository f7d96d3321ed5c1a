/** Runs inside the page: which key a person without a pointer presses next, and whether they see where they are. */

type RoleOf = (element: Element) => string;

/** Where Tab stops once, and arrows go on inside. */
const composite: Readonly<Record<string, { readonly back: string; readonly on: string }>> = {
  radio: { back: 'ArrowUp', on: 'ArrowDown' },
  tab: { back: 'ArrowLeft', on: 'ArrowRight' },
  menuitem: { back: 'ArrowUp', on: 'ArrowDown' },
};

const wholeOf = (element: Element): Element | null =>
  element.closest('[role="tablist"], [role="menu"], [role="radiogroup"], fieldset');

/** A person sees where the thing is, and goes that way: `Tab` when it stands after the focus, else `Shift+Tab`. */
export const keyBetween = (from: Element | null, to: Element, roleOf: RoleOf): string => {
  if (from === to) return 'here';
  if (from === null) return 'wait';
  const isAfter = (from.compareDocumentPosition(to) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  const role = roleOf(to);
  const arrows = composite[role];
  if (arrows !== undefined && roleOf(from) === role && wholeOf(from) === wholeOf(to))
    return isAfter ? arrows.on : arrows.back;
  // A menu takes the focus when it opens, and so does a dialog.
  if (role === 'menuitem') return 'wait';
  const dialog = to.closest('dialog:modal');
  if (dialog !== null && !dialog.contains(from)) return 'wait';
  return isAfter ? 'Tab' : 'Shift+Tab';
};

const acting = 'a, button, input, select, textarea, summary, [role="tab"], [role="menuitem"]';

const hasRing = (element: Element): boolean => {
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
  const isWide = Number.parseFloat(outlineWidth) >= 2;
  // `auto`: the browser's own ring.
  const isOutlined = outlineStyle === 'auto' || (outlineStyle !== 'none' && isWide);
  return isOutlined || boxShadow !== 'none';
};

const nameIt = (element: Element): string =>
  `<${element.tagName.toLowerCase()} class="${element.className}"> “${(element.textContent ?? '').slice(0, 60)}”`;

/** Null when a person sees where the focus is. A heading or an area that a view moved focus to needs no ring. */
export const focusTrouble = (): string | null => {
  const at = document.activeElement;
  if (at === null || at === document.body || at === document.documentElement)
    return 'nothing has the focus';
  if (!at.checkVisibility({ visibilityProperty: true })) return `${nameIt(at)} is not seen`;
  if (!at.matches(acting)) return null;
  const label = at.closest('label') ?? (at instanceof HTMLInputElement ? at.labels?.[0] : null);
  const drawn = [at, ...(label ? [label] : [])];
  if (!drawn.some(hasRing)) return `${nameIt(at)} has the focus, but nothing shows it`;
  return isUncovered(label ?? at)
    ? null
    : `${nameIt(at)} has the focus, but lies where it is not seen`;
};

/** WCAG 2.4.11: some of it is seen, in the window and not under something else. */
const isUncovered = (element: Element): boolean => {
  const box = element.getBoundingClientRect();
  // A field that is higher than the window is seen where it is in it.
  const left = Math.max(box.left, 0);
  const top = Math.max(box.top, 0);
  const width = Math.min(box.right, innerWidth) - left;
  const height = Math.min(box.bottom, innerHeight) - top;
  if (width <= 0 || height <= 0) return false;
  const places = [0.5, 0.1, 0.9].flatMap((x) => [0.5, 0.1, 0.9].map((y) => [x, y] as const));
  return places.some(([x, y]) => {
    const hit = document.elementFromPoint(left + width * x, top + height * y);
    return hit !== null && (element.contains(hit) || hit.contains(element));
  });
};
