/**
 * Makes a `Page` of an engine's few own abilities. What a journey relies on (finding, waiting, words of failure)
 * is here, once; what differs between browsers is in `Tab`.
 */
import { finderSource } from './finderSource.ts';
import { showName as show, toQuery } from './nameQuery.ts';
import type { BrowserOptions, Name, Page, Viewport, WaitOptions } from './types.ts';

/** What an engine must be able to do. `H` is its handle of an element. */
export interface Tab<H> {
  readonly open: (url: string) => Promise<void>;
  readonly reload: () => Promise<void>;
  readonly back: () => Promise<void>;
  readonly url: () => Promise<string>;
  /** `source` is the text of a function. Resolves to its JSON value. */
  readonly call: (source: string, args: readonly unknown[]) => Promise<unknown>;
  /** As `call`, for a function that gives an element or null. */
  readonly handle: (source: string, args: readonly unknown[]) => Promise<H | null>;
  readonly run: (source: string) => Promise<void>;
  readonly click: (element: H) => Promise<void>;
  readonly key: (key: string) => Promise<void>;
  readonly keys: (text: string) => Promise<void>;
  readonly pdf: () => Promise<Uint8Array | null>;
  readonly screenshot: (path: string) => Promise<void>;
  readonly setViewport: (viewport: Viewport) => Promise<void>;
  readonly setColorScheme: (scheme: 'light' | 'dark') => Promise<void>;
  readonly problems: () => readonly string[] | null;
  readonly close: () => Promise<void>;
}

const interval = 20;

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, interval));

/** How long the page itself asks again before it answers that it is not so yet. */
const stayMs = 200;

/** The function asks again in the page until it gives something: far less work than to ask the page each time. */
const patiently = (source: string): string =>
  `async (...args) => {
    const end = performance.now() + ${stayMs};
    for (;;) {
      const value = await (${source})(...args);
      if (value || performance.now() > end) return value;
      await new Promise((again) => setTimeout(again, ${interval}));
    }
  }`;

/** The page went away under our hands (it navigates, or loads anew): ask again. */
const isPassing = (error: unknown): boolean =>
  /context was destroyed|navigat|detached|stale|not attached|no such (element|frame)|Cannot find context|DiscardedBrowsingContext|realm|noFinder|Target closed while/i.test(
    String(error),
  );

export const createPage = <H>(tab: Tab<H>, options: BrowserOptions): Page => {
  const patience = options.timeout ?? 10_000;

  /** Asks again and again until `attempt` gives something else than undefined. */
  const persist = async <T>(
    attempt: () => Promise<T | undefined>,
    failure: (last: unknown) => Promise<string>,
    { timeout = patience }: WaitOptions = {},
  ): Promise<T> => {
    const end = performance.now() + timeout;
    let last: unknown;
    for (;;) {
      try {
        const value = await attempt();
        if (value !== undefined) return value;
      } catch (error) {
        if (!isPassing(error)) throw error;
        last = error;
      }
      if (performance.now() > end) throw new Error(await failure(last));
      await pause();
    }
  };

  /** Puts the finder into the page when it is not there: after each load. */
  const withFinder = async <T>(act: () => Promise<T>): Promise<T> => {
    try {
      return await act();
    } catch (error) {
      const isThere = await tab.call("() => typeof globalThis.__sipFinder === 'object'", []);
      if (isThere === true) throw error;
      await tab.run(await finderSource());
      return act();
    }
  };

  const ask = async <T>(source: string, ...args: unknown[]): Promise<T> =>
    (await withFinder(() => tab.call(source, args))) as T;

  const whatIsThere = async (role: string): Promise<string> => {
    try {
      const names = await ask<string[]>('(role) => globalThis.__sipFinder.names(role)', role);
      const headings = await ask<string[]>("() => globalThis.__sipFinder.names('heading')");
      return `There is: ${names.map((name) => `“${name}”`).join(', ') || 'nothing'}, under ${headings.join(' / ')} (${await tab.url()})`;
    } catch (error) {
      return `The page could not be asked: ${String(error)}`;
    }
  };

  /** Why there is not just one, or it can't be pressed. */
  const whyNot = async (
    role: string,
    name: Name,
    wait: WaitOptions | undefined,
    aim: 'press' | 'see',
  ): Promise<string> => {
    const found = await ask<{ count: number; obstacle: string | null }>(
      `(role, name, aim) => {
        const finder = globalThis.__sipFinder;
        const all = finder.find(role, name);
        const obstacle = all.length === 1 && aim === 'press' ? finder.obstacle(all[0]) : null;
        return { count: all.length, obstacle };
      }`,
      role,
      toQuery(name, wait),
      aim,
    ).catch(() => ({ count: 0, obstacle: null }));
    if (found.count === 1) return found.obstacle ?? 'it came too late';
    return found.count === 0 ? 'it is not there' : `there are ${found.count}`;
  };

  const failedToFind =
    (role: string, name: Name, wait: WaitOptions | undefined, aim: 'press' | 'see') =>
    async (): Promise<string> =>
      `Waited for ${role} ${show(name)}: ${await whyNot(role, name, wait, aim)}. ${await whatIsThere(role)}`;

  /** Waits until there is just one, and it can be pressed. */
  const one = (role: string, name: Name, wait: WaitOptions | undefined): Promise<H> =>
    persist(
      async () =>
        (await withFinder(() =>
          tab.handle(
            patiently(`(role, name) => {
              const finder = globalThis.__sipFinder;
              const all = finder.find(role, name);
              return all.length === 1 && finder.obstacle(all[0]) === null ? finder.target(all[0]) : null;
            }`),
            [role, toQuery(name, wait)],
          ),
        )) ?? undefined,
      failedToFind(role, name, wait, 'press'),
      wait,
    );

  /** Waits until there is just one, and runs a piece of the finder on it. */
  const onOne = async <T>(
    role: string,
    name: Name,
    body: string,
    wait: WaitOptions | undefined,
    ...args: unknown[]
  ): Promise<T> => {
    const found = await persist(
      async () => {
        const answer = await ask<{ value: T } | null>(
          patiently(`(role, name, ...args) => {
            const finder = globalThis.__sipFinder;
            const [element, other] = finder.find(role, name);
            if (element === undefined || other !== undefined) return null;
            return { value: (() => { ${body} })() };
          }`),
          role,
          toQuery(name, wait),
          ...args,
        );
        return answer ?? undefined;
      },
      failedToFind(role, name, wait, 'see'),
      wait,
    );
    return found.value;
  };

  /** A press that meets something else never reaches it: it is found and pressed once more. */
  const pressOne = async (role: string, name: Name, wait?: WaitOptions): Promise<void> => {
    let lastError: unknown;
    await persist(
      async () => {
        const element = await one(role, name, wait);
        try {
          await tab.click(element);
          return true;
        } catch (error) {
          // It moved or was drawn anew between finding and pressing.
          lastError = error;
          return undefined;
        }
      },
      async () => `Could not press ${role} ${show(name)}: ${String(lastError)}`,
      wait,
    );
  };

  const focusField = async (name: Name, wait?: WaitOptions, chooseAll = false): Promise<void> => {
    await pressOne('field', name, wait);
    await onOne(
      'field',
      name,
      `element.focus();
       if (args[0]) { if (element.select) element.select(); }
       else if (element.setSelectionRange && element.value !== undefined) {
         try { element.setSelectionRange(element.value.length, element.value.length); } catch {}
       }
       return true;`,
      wait,
      chooseAll,
    );
  };

  const isThere = async (role: string, name: Name, wait?: WaitOptions): Promise<boolean> =>
    (await ask<number>(
      '(role, name) => globalThis.__sipFinder.find(role, name).length',
      role,
      toQuery(name, wait),
    )) > 0;

  /** Whether it came, or went, before the page had asked for a while. */
  const staysUntil = (
    isToBeThere: boolean,
    role: string,
    name: Name,
    wait?: WaitOptions,
  ): Promise<boolean> =>
    ask<boolean>(
      patiently(
        '(isToBeThere, role, name) => (globalThis.__sipFinder.find(role, name).length > 0) === isToBeThere',
      ),
      isToBeThere,
      role,
      toQuery(name, wait),
    );

  const pageText = async (): Promise<string> =>
    String(await tab.call("() => document.body?.innerText ?? ''", []));

  const evaluate: Page['evaluate'] = async (fn, ...args) =>
    (await tab.call(fn.toString(), args)) as never;

  return {
    open: tab.open,
    reload: tab.reload,
    back: tab.back,
    url: tab.url,
    title: async () => String(await tab.call('() => document.title', [])),

    press: pressOne,
    type: async (name, text, wait) => {
      await focusField(name, wait);
      await tab.keys(text);
    },
    fill: async (name, text, wait) => {
      await focusField(name, wait, true);
      if (text === '') await tab.key('Delete');
      else await tab.keys(text);
    },
    setValue: async (name, value, wait) => {
      await onOne('field', name, 'finder.setValue(element, args[0]); return true;', wait, value);
    },
    select: async (name, option, wait) => {
      const isChosen = await onOne<boolean>(
        'field',
        name,
        'return finder.selectOption(element, args[0]);',
        wait,
        option,
      );
      if (!isChosen) throw new Error(`There is no choice “${option}” in ${show(name)}.`);
    },
    key: tab.key,
    keys: tab.keys,

    text: pageText,
    read: (role, name, wait) => onOne(role, name, 'return finder.textOf(element);', wait),
    value: (name, wait) => onOne('field', name, 'return finder.fieldValue(element);', wait),
    exists: (role, name) => isThere(role, name),
    names: (role) => ask('(role) => globalThis.__sipFinder.names(role)', role),
    isOn: (role, name, wait) => onOne(role, name, 'return finder.isOn(element);', wait),
    focused: () => ask('() => globalThis.__sipFinder.describe(document.activeElement)'),
    focusTrouble: () => ask('() => globalThis.__sipFinder.focusTrouble()'),
    keyTowards: (role, name, wait) =>
      ask(
        '(role, name) => globalThis.__sipFinder.keyTowards(role, name)',
        role,
        toQuery(name, wait),
      ),
    waitFor: async (role, name, wait) => {
      await persist(
        async () => ((await staysUntil(true, role, name, wait)) ? true : undefined),
        async () => `Waited for ${role} ${show(name)}. ${await whatIsThere(role)}`,
        wait,
      );
    },
    waitForGone: async (role, name, wait) => {
      await persist(
        async () => ((await staysUntil(false, role, name, wait)) ? true : undefined),
        async () => `Waited for ${role} ${show(name)} to go away; it is still there.`,
        wait,
      );
    },
    waitForText: async (text, wait) => {
      await persist(
        async () => {
          const isSeen = await tab.call(
            patiently(`({ text, pattern, flags }) => {
              const seen = document.body?.innerText ?? '';
              return pattern === undefined ? seen.includes(text) : new RegExp(pattern, flags).test(seen);
            }`),
            [typeof text === 'string' ? { text } : { pattern: text.source, flags: text.flags }],
          );
          return isSeen === true ? true : undefined;
        },
        async () => `Waited for the text ${show(text)}. The page says: ${await pageText()}`,
        wait,
      );
    },
    waitUntil: async (test, args, wait) => {
      await persist(
        async () => ((await tab.call(patiently(test.toString()), args)) ? true : undefined),
        async (last) =>
          `Waited in vain for ${test.toString()} ${last === undefined ? '' : String(last)}`,
        wait,
      );
    },

    evaluate,
    run: tab.run,
    pdf: tab.pdf,
    screenshot: tab.screenshot,
    setViewport: tab.setViewport,
    setColorScheme: tab.setColorScheme,
    problems: tab.problems,
    close: tab.close,
  };
};
