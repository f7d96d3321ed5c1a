/**
 * Runs inside the page, the same in every browser: finds things by role and accessible name.
 * Bundled by `finderSource.ts` and put into the page as `__sipFinder`.
 */
import { computeAccessibleName, getRole, isInaccessible } from 'dom-accessibility-api';
import { focusTrouble, keyBetween } from './keyboard.ts';

/** A name as it travels into the page. */
export interface NameQuery {
  readonly text?: string;
  readonly pattern?: string;
  readonly flags?: string;
  /** Something around it: see `WaitOptions`. */
  readonly within?: NameQuery;
}

export interface Finder {
  readonly find: (role: string, name: NameQuery) => Element[];
  readonly names: (role: string) => string[];
  readonly target: (element: Element) => Element;
  readonly describe: (element: Element | null) => { role: string; name: string };
  readonly isOn: (element: Element) => boolean;
  readonly fieldValue: (element: Element) => string;
  readonly setValue: (element: Element, value: string) => void;
  readonly selectOption: (element: Element, option: string) => boolean;
  readonly textOf: (element: Element) => string;
  readonly matches: (text: string, query: NameQuery) => boolean;
  /** Null when it can be pressed; otherwise why not. */
  readonly obstacle: (element: Element) => string | null;
  readonly keyTowards: (role: string, name: NameQuery) => string;
  readonly focusTrouble: () => string | null;
}

declare global {
  var __sipFinder: Finder | undefined;
}

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();

const matches = (text: string, query: NameQuery): boolean =>
  query.pattern === undefined
    ? tidy(text) === tidy(query.text ?? '')
    : new RegExp(query.pattern, query.flags).test(tidy(text));

/** Fields that ARIA gives no role, but that people fill in. */
const textInputs = new Set(['password', 'date', 'time', 'datetime-local', 'month', 'week', 'file']);

const roleOf = (element: Element): string => {
  if (element instanceof HTMLInputElement && !element.hasAttribute('role'))
    if (textInputs.has(element.type)) return 'textbox';
  return getRole(element) ?? '';
};

const textRoles = new Set(['textbox', 'searchbox', 'spinbutton', 'combobox']);

const fitsRole = (element: Element, role: string): boolean => {
  const own = roleOf(element);
  return role === 'field' ? textRoles.has(own) : own === role;
};

const nameOf = (element: Element): string => tidy(computeAccessibleName(element));

/** The topmost modal dialog: all outside of it is inert though no attribute says so. */
const modal = (): Element | undefined => [...document.querySelectorAll('dialog:modal')].at(-1);

const isSeen = (element: Element): boolean => {
  if (element.closest('[inert]') !== null) return false;
  const top = modal();
  if (top !== undefined && !top.contains(element)) return false;
  if (isInaccessible(element)) return false;
  // A closed <details>, content-visibility, and other ways of not being there.
  return element.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true });
};

const all = (role: string): Element[] =>
  [...document.querySelectorAll('*')].filter(
    (element) => fitsRole(element, role) && isSeen(element),
  );

/** What may stand around a thing and tell it from another of the same name. */
const aroundRoles = new Set([
  'group',
  'radiogroup',
  'region',
  'dialog',
  'list',
  'navigation',
  'main',
]);

const isWithin = (element: Element, around: NameQuery): boolean => {
  for (let at = element.parentElement; at !== null; at = at.parentElement) {
    const role = roleOf(at);
    if (role === 'listitem' && includes(at.textContent ?? '', around)) return true;
    if (aroundRoles.has(role) && matches(nameOf(at) || role, around)) return true;
  }
  return false;
};

const includes = (text: string, query: NameQuery): boolean =>
  query.pattern === undefined ? tidy(text).includes(tidy(query.text ?? '')) : matches(text, query);

const find = (role: string, name: NameQuery): Element[] =>
  [...document.querySelectorAll('*')].filter(
    (element) =>
      fitsRole(element, role) &&
      matches(nameOf(element), name) &&
      isSeen(element) &&
      (name.within === undefined || isWithin(element, name.within)),
  );

const keyTowards = (role: string, name: NameQuery): string => {
  const [target] = find(role, name);
  return target === undefined ? 'wait' : keyBetween(document.activeElement, target, roleOf);
};

/** A radio or box drawn by its label is pressed on the label. */
const target = (element: Element): Element => {
  if (!(element instanceof HTMLInputElement)) return element;
  const box = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  const isDrawn = box.width > 4 && box.height > 4 && style.opacity !== '0' && style.clip === 'auto';
  return isDrawn ? element : (element.labels?.[0] ?? element);
};

const obstacle = (element: Element): string | null => {
  if (element.matches(':disabled') || element.closest('[aria-disabled="true"]') !== null)
    return 'it is disabled';
  const aimed = target(element);
  aimed.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  const box = aimed.getBoundingClientRect();
  const hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  if (hit === null) return 'it lies outside of the window';
  const label = hit.closest('label');
  const isHit = aimed.contains(hit) || hit.contains(element) || label?.control === element;
  return isHit ? null : `it is covered by <${hit.tagName.toLowerCase()} class="${hit.className}">`;
};

const isOn = (element: Element): boolean => {
  if (element instanceof HTMLInputElement && /^(checkbox|radio)$/.test(element.type))
    return element.checked;
  if (element instanceof HTMLDetailsElement) return element.open;
  return ['aria-checked', 'aria-pressed', 'aria-selected', 'aria-expanded', 'aria-current'].some(
    (name) => !['false', ''].includes(element.getAttribute(name) ?? ''),
  );
};

const fieldValue = (element: Element): string =>
  element instanceof HTMLInputElement ||
  element instanceof HTMLTextAreaElement ||
  element instanceof HTMLSelectElement
    ? element.value
    : (element.textContent ?? '');

const tell = (element: Element): void => {
  element.dispatchEvent(new Event('input', { bubbles: true }));
  element.dispatchEvent(new Event('change', { bubbles: true }));
};

/** As the browser's own picker does: sets the value past any framework, and tells. */
const setValue = (element: Element, value: string): void => {
  const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
  if (element instanceof HTMLElement) element.focus();
  setter?.call(element, value);
  tell(element);
};

const selectOption = (element: Element, option: string): boolean => {
  if (!(element instanceof HTMLSelectElement)) return false;
  const index = [...element.options].findIndex((each) => tidy(each.text) === tidy(option));
  if (index < 0) return false;
  element.focus();
  element.selectedIndex = index;
  tell(element);
  return true;
};

globalThis.__sipFinder = {
  find,
  names: (role) => all(role).map(nameOf),
  target,
  describe: (element) =>
    element === null ? { role: '', name: '' } : { role: roleOf(element), name: nameOf(element) },
  isOn,
  fieldValue,
  setValue,
  selectOption,
  textOf: (element) =>
    tidy(element instanceof HTMLElement ? element.innerText : (element.textContent ?? '')),
  matches,
  obstacle,
  keyTowards,
  focusTrouble,
};
