/**
 * What axe-core does not look for, run inside of the page: text that is cut off, lies outside or upon other text, things
 * too small to touch, names that do not hold the words one sees, motion. Each function stands alone: it is sent whole.
 */

/** Names of the checks that `inspect` makes. */
export interface Wanted {
  /** What can be touched is at least 48 px, or its part of a line of text. */
  readonly touch: boolean;
  /** Whoever says what they see to the machine is understood (WCAG 2.5.3). */
  readonly names: boolean;
  /** Nothing moves: for a page whose reader asked for that. */
  readonly motion: boolean;
}

/** Words for what is wrong; empty when nothing is. */
export const inspect = (wanted: Wanted): readonly string[] => {
  interface Box {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  }
  interface Words {
    readonly element: Element;
    readonly text: string;
    readonly box: Box;
    /** What it moves with: words upon words of another layer are a matter of scrolling. */
    readonly layer: Element | null;
  }
  const found: string[] = [];
  const root = document.documentElement;
  const dialog = [...document.querySelectorAll('dialog:modal')].at(-1);
  const ground: Element = dialog ?? document.body;
  const acting =
    'a[href], button, input, select, textarea, summary, [role="tab"], [role="menuitem"]';

  const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();
  const nameIt = (element: Element): string => {
    const words = tidy(element.textContent ?? '').slice(0, 40);
    return `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}"> “${words}”`;
  };
  /** Read out but not drawn: clipped to nothing. */
  const isClipped = (element: Element): boolean => {
    for (let at: Element | null = element; at !== null; at = at.parentElement)
      if (getComputedStyle(at).clipPath === 'inset(50%)') return true;
    return false;
  };
  const isHidden = (element: Element): boolean =>
    element.closest('[inert], [aria-hidden="true"], datalist') !== null ||
    !element.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true }) ||
    isClipped(element);
  const layerOf = (element: Element): Element | null => {
    for (let at: Element | null = element; at !== null; at = at.parentElement) {
      const { position, backgroundColor } = getComputedStyle(at);
      const isOver = position === 'absolute' && backgroundColor !== 'rgba(0, 0, 0, 0)';
      if (isOver || position === 'fixed' || position === 'sticky') return at;
    }
    return null;
  };
  const cut = (a: Box, b: Box): Box => ({
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  });

  /** What is left of a box when everything around it has cut it; tells when that can't be scrolled to. */
  const seenPart = (element: Element, whole: Box, text: string): Box => {
    let box = whole;
    for (let at = element; at !== document.body && at !== root; ) {
      const { overflowX, overflowY, position } = getComputedStyle(at);
      const bounds = at.getBoundingClientRect();
      const hides = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip';
      const isWide = box.left < bounds.left - 1.5 || box.right > bounds.right + 1.5;
      // The box of a letter is higher than what is drawn of it.
      const most = Math.max(2.5, (box.bottom - box.top) * 0.15);
      const isHigh = box.top < bounds.top - most || box.bottom > bounds.bottom + most;
      if ((hides(overflowX) && isWide) || (hides(overflowY) && isHigh))
        found.push(`cut off: “${text}” by ${nameIt(at)}`);
      if (/auto|scroll/.test(overflowX) && isWide && at.querySelector('table') === null)
        found.push(`scrolls sideways: “${text}” in ${nameIt(at)}`);
      const clipsX = overflowX !== 'visible';
      const clipsY = overflowY !== 'visible';
      box = cut(box, {
        left: clipsX ? bounds.left : Number.NEGATIVE_INFINITY,
        right: clipsX ? bounds.right : Number.POSITIVE_INFINITY,
        top: clipsY ? bounds.top : Number.NEGATIVE_INFINITY,
        bottom: clipsY ? bounds.bottom : Number.POSITIVE_INFINITY,
      });
      if (position === 'fixed' || at.parentElement === null) break;
      at = at.parentElement;
    }
    return box;
  };

  if (root.scrollWidth > innerWidth + 1)
    found.push(`the page is ${root.scrollWidth} wide in a window of ${innerWidth}`);

  const words: Words[] = [];
  const walker = document.createTreeWalker(ground, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = tidy(node.textContent ?? '').slice(0, 40);
    if (element === null || text === '' || isHidden(element)) continue;
    if (element.closest('svg, select, textarea, .print-root') !== null) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const layer = layerOf(element);
    for (const rect of range.getClientRects()) {
      if (rect.width < 1 || rect.height < 1) continue;
      const box = seenPart(element, rect, text);
      if (box.right - box.left < 1 || box.bottom - box.top < 1) continue;
      const isReachable = box.left >= -1.5 && box.right <= innerWidth + 1.5;
      if (!isReachable) found.push(`outside of the window: “${text}” in ${nameIt(element)}`);
      words.push({ element, text, box, layer });
    }
  }
  for (const [at, one] of words.entries())
    for (const other of words.slice(at + 1)) {
      if (one.element === other.element || one.layer !== other.layer) continue;
      const both = cut(one.box, other.box);
      const height = Math.min(one.box.bottom - one.box.top, other.box.bottom - other.box.top);
      if (both.right - both.left > 2 && both.bottom - both.top > height * 0.3)
        found.push(`upon each other: “${one.text}” and “${other.text}”`);
    }

  const things = [...ground.querySelectorAll(acting)].filter(
    (element) => !isHidden(element) && !element.matches('input[type="hidden"], :disabled'),
  );
  if (wanted.touch)
    for (const element of things) {
      const labels =
        element instanceof HTMLInputElement && /^(radio|checkbox)$/.test(element.type)
          ? [...(element.labels ?? [])]
          : [];
      const boxes = [element, ...labels].map((each) => each.getBoundingClientRect());
      const width = Math.max(...boxes.map((box) => box.width));
      const height = Math.max(...boxes.map((box) => box.height));
      if (width < 1 || height < 1) continue;
      const around = tidy(element.parentElement?.textContent ?? '');
      const isInText =
        getComputedStyle(element).display.startsWith('inline') &&
        element.matches('a') &&
        around.length > tidy(element.textContent ?? '').length;
      if (!isInText && Math.min(width, height) < 47.5)
        found.push(`${Math.round(width)}×${Math.round(height)} to touch: ${nameIt(element)}`);
    }

  if (wanted.names) {
    const finder = globalThis.__sipFinder;
    /** Without what is told after the name, as a hint in the same label. */
    const seenWords = (element: Element, thing: Element): string => {
      const told = (thing.getAttribute('aria-describedby') ?? '').split(' ');
      const texts: string[] = [];
      const each = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let node = each.nextNode(); node !== null; node = each.nextNode()) {
        const parent = node.parentElement;
        if (parent === null || isHidden(parent) || parent.closest('svg') !== null) continue;
        if (!told.some((id) => id !== '' && parent.closest(`[id="${id}"]`) !== null))
          texts.push(node.textContent ?? '');
      }
      return texts.join(' ');
    };
    const plain = (text: string): string =>
      text
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();
    for (const element of things) {
      const name = plain(finder?.describe(element).name ?? '');
      if (name === '') found.push(`no name: ${nameIt(element)}`);
      const isField = element.matches('input, select, textarea');
      const [label] = isField ? [...((element as HTMLInputElement).labels ?? [])] : [element];
      const seen = label === undefined ? '' : plain(seenWords(label, element));
      if (seen !== '' && !name.includes(seen))
        found.push(`one sees “${seen}”, but it is called “${name}”: ${nameIt(element)}`);
    }
  }

  if (wanted.motion) {
    const running = document.getAnimations().filter(({ playState }) => playState === 'running');
    if (running.length > 0) found.push(`${running.length} animations run`);
    for (const element of ground.querySelectorAll('*')) {
      const { transitionDuration, animationDuration, animationName } = getComputedStyle(element);
      const takes = (durations: string): boolean =>
        durations.split(',').some((each) => Number.parseFloat(each) > 0);
      if (takes(transitionDuration)) found.push(`a transition: ${nameIt(element)}`);
      if (animationName !== 'none' && takes(animationDuration))
        found.push(`an animation: ${nameIt(element)}`);
    }
  }
  return [...new Set(found)];
};

/** Gives each thing that can be pressed or written in the focus, and tells where that is not seen. */
export const inspectFocus = (): readonly string[] => {
  const found: string[] = [];
  const finder = globalThis.__sipFinder;
  const before = document.activeElement;
  const dialog = [...document.querySelectorAll('dialog:modal')].at(-1);
  // An open menu keeps the focus: Tab closes it.
  const ground: Element = dialog ?? document.querySelector('[role="menu"]') ?? document.body;
  for (const element of ground.querySelectorAll(
    'a[href], button, input, select, textarea, summary',
  )) {
    // What a finger gave the focus shows it as fingers see it.
    if (!(element instanceof HTMLElement) || element === before) continue;
    if (element.tabIndex < 0 && !element.matches('[role="menuitem"]')) continue;
    if (element.matches(':disabled') || element.closest('[inert]') !== null) continue;
    if (!element.checkVisibility({ visibilityProperty: true })) continue;
    element.focus({ focusVisible: true } as FocusOptions);
    if (document.activeElement !== element) continue;
    const trouble = finder?.focusTrouble() ?? null;
    if (trouble !== null) found.push(trouble);
  }
  if (before instanceof HTMLElement) before.focus();
  return [...new Set(found)];
};

/** Where each heading and each thing that can be pressed lies. What has a direction of its own lies by that. */
export const placesOf = (): readonly {
  name: string;
  start: number;
  end: number;
  top: number;
}[] => {
  const dialog = [...document.querySelectorAll('dialog:modal')].at(-1);
  const ground: Element = dialog ?? document.body;
  const isMirrored = getComputedStyle(document.documentElement).direction === 'rtl';
  return [...ground.querySelectorAll('h1, h2, h3, button, a[href], input, textarea, select')]
    .filter((each) => each.checkVisibility({ visibilityProperty: true }))
    .filter((each) => each.closest('svg, .visually-hidden, [aria-hidden="true"]') === null)
    .filter((each) => each.closest('#app [dir]') === null)
    .map((each) => {
      const { left, right, top } = each.getBoundingClientRect();
      const name = `<${each.tagName.toLowerCase()} class="${each.getAttribute('class') ?? ''}"> “${(each.textContent ?? '').slice(0, 40)}”`;
      return isMirrored
        ? { name, start: innerWidth - right, end: innerWidth - left, top }
        : { name, start: left, end: right, top };
    });
};
