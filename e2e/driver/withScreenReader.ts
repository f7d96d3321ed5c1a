/**
 * The same page for somebody who hears it: after every step the tree that Chromium hands to a screen reader is read, and
 * must be whole (`treeTroubles`); what is announced by itself is remembered.
 */
import type { CDPSession } from 'playwright-core';
import { type ReadNode, readTree, treeTroubles } from './accessibilityTree.ts';
import type { ChromiumBrowser } from './chromium.ts';
import type { Page } from './types.ts';

export interface Heard {
  /** As `press button “Nästa del: Behov”`. */
  readonly step: string;
  /** Role and name of what had the focus then. */
  readonly focus: string;
  /** What live regions said since the step before. */
  readonly said: readonly string[];
}

/** How long a view may take to be whole, in ms. */
const patience = 3_000;

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 25));

/** In the page: notes what changes in a live region, as a screen reader would say it. */
const listen = (): void => {
  const root = globalThis as { __heard?: string[] };
  if (root.__heard !== undefined) return;
  const heard: string[] = [];
  root.__heard = heard;
  const live =
    '[role="status"], [role="alert"], [role="log"], [aria-live="polite"], [aria-live="assertive"]';
  const last = new Map<Element, string>();
  const note = (region: Element): void => {
    if (region.closest('[inert], [aria-hidden="true"], [aria-live="off"]') !== null) return;
    const text = (region.textContent ?? '').replace(/\s+/g, ' ').trim();
    if (text !== '' && last.get(region) !== text) heard.push(text);
    last.set(region, text);
  };
  const start = (): void => {
    for (const region of document.querySelectorAll(live))
      last.set(region, (region.textContent ?? '').replace(/\s+/g, ' ').trim());
    new MutationObserver((changes) => {
      for (const { target, addedNodes } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        const region = element?.closest(live);
        if (region != null) note(region);
        for (const added of addedNodes)
          if (added instanceof Element) {
            if (added.matches('[role="alert"]')) note(added);
            for (const alert of added.querySelectorAll('[role="alert"]')) note(alert);
          }
      }
    }).observe(document.documentElement, { childList: true, subtree: true, characterData: true });
  };
  if (document.body === null) addEventListener('DOMContentLoaded', start);
  else start();
};

/** `heard` grows with every step. */
export const withScreenReader = (browser: ChromiumBrowser, heard: Heard[]): Page => {
  const { page, playwrightPage } = browser;
  let session: Promise<CDPSession> | undefined;
  let isFresh = true;
  const ready = (async () => {
    await playwrightPage.addInitScript(listen);
  })();

  const open = async (): Promise<CDPSession> => {
    const cdp = await browser.cdp();
    await cdp.send('Accessibility.enable');
    return cdp;
  };

  const hear = async (step: string): Promise<void> => {
    session ??= open();
    const cdp = await session;
    const end = performance.now() + patience;
    let tree: readonly ReadNode[] = [];
    for (;;) {
      tree = await readTree(cdp);
      const troubles = treeTroubles(tree, { isFresh });
      if (troubles.length === 0) break;
      if (performance.now() > end) throw new Error(`After ${step}: ${troubles.join('; ')}.`);
      await pause();
    }
    const said = await page.evaluate(
      () => (globalThis as { __heard?: string[] }).__heard?.splice(0) ?? [],
    );
    const at = tree.find(
      ({ states, role }) => states['focused'] === true && role !== 'RootWebArea',
    );
    heard.push({ step, focus: at === undefined ? '' : `${at.role} “${at.name}”`, said });
  };

  const load = async (step: string, go: () => Promise<void>): Promise<void> => {
    await ready;
    isFresh = true;
    await go();
    await page.waitFor('heading', /./);
    await hear(step);
  };

  const act = async (step: string, go: () => Promise<void>): Promise<void> => {
    await go();
    isFresh = false;
    // What the step changes is drawn, and a focus that was lost has been put in a better place.
    await page.evaluate(
      () =>
        new Promise<void>((drawn) => {
          requestAnimationFrame(() => requestAnimationFrame(() => drawn()));
        }),
    );
    await hear(step);
  };

  /** What a step leads to may come after it: what had the focus is what had it when that had come. */
  const wait = async (come: () => Promise<void>): Promise<void> => {
    await come();
    const before = heard.pop();
    if (before === undefined) return;
    await hear(before.step);
    const now = heard.pop() ?? before;
    heard.push({ ...now, said: [...before.said, ...now.said] });
  };

  return {
    ...page,
    waitFor: (role, name, options) => wait(() => page.waitFor(role, name, options)),
    open: (url) => load('opening', () => page.open(url)),
    reload: () => load('loading anew', () => page.reload()),
    press: (role, name, options) =>
      act(`press ${role} “${String(name)}”`, () => page.press(role, name, options)),
    type: (name, text, options) =>
      act(`write in “${String(name)}”`, () => page.type(name, text, options)),
    fill: (name, text, options) =>
      act(`fill “${String(name)}”`, () => page.fill(name, text, options)),
    setValue: (name, value, options) =>
      act(`choose in “${String(name)}”`, () => page.setValue(name, value, options)),
  };
};
