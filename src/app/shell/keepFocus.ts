/** So long a view may take to put the focus in a better place itself. */
const patienceMs = 120;

const areas = 'section, fieldset, dialog, [role="dialog"], main';

/**
 * When the thing that has the focus is taken out of the page and nothing takes it over, the focus goes to the heading
 * of the nearest area that is still there, or of the view that came instead. Gives a function that ends it.
 */
export const keepFocus = (root: HTMLElement): (() => void) => {
  let last: Element | null = null;
  /** The areas around what had the focus, the nearest first. */
  let around: readonly Element[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  const note = ({ target }: FocusEvent): void => {
    if (!(target instanceof Element)) return;
    last = target;
    around = areasAround(target);
  };
  const mend = (): void => {
    if (last === null || last.isConnected || document.activeElement !== document.body) return;
    const area = around.find((each) => each.isConnected) ?? root;
    const heading = area.querySelector<HTMLElement>('h1, h2, h3') ?? root.querySelector('h1');
    // The next view is still being loaded: it changes the page when it comes.
    if (heading === null) return;
    last = null;
    if (!heading.hasAttribute('tabindex')) heading.setAttribute('tabindex', '-1');
    heading.focus({ preventScroll: true });
  };
  const look = (): void => {
    if (last === null || last.isConnected) return;
    clearTimeout(timer);
    timer = setTimeout(mend, patienceMs);
  };

  const observer = new MutationObserver(look);
  observer.observe(root, { childList: true, subtree: true });
  document.addEventListener('focusin', note);
  return () => {
    observer.disconnect();
    document.removeEventListener('focusin', note);
    clearTimeout(timer);
  };
};

const areasAround = (element: Element): readonly Element[] => {
  const found: Element[] = [];
  for (let at = element.parentElement?.closest(areas); at; at = at.parentElement?.closest(areas))
    found.push(at);
  return found;
};
