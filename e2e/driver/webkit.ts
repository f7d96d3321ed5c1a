/**
 * WebKitGTK by WebDriver, on a screen in memory: the iPad's family of browser. It has no wake lock, and hands no files
 * in or out here.
 *
 * A profile. MiniBrowser gives every automated session a data manager in memory. Tried with 2.50.6, two values written
 * (one to IndexedDB, one to localStorage), all processes killed by SIGKILL, and read by the next session:
 * - `XDG_DATA_HOME` and `XDG_CACHE_HOME` with `--automation`: nothing is kept; only `salt` files and icons are written.
 * - MiniBrowser without `--automation`, by WebKitWebDriver: no session, for automation is allowed by that flag alone.
 *   By hand it keeps a profile under `XDG_DATA_HOME`, but then nothing drives it but the inspector's own protocol.
 * - Only the web process killed, to load the page anew: the driver takes that for a crash and ends the session.
 * - `webkit_website_data_manager_new_ephemeral` replaced before MiniBrowser (keepData.c): IndexedDB, caches and service
 *   worker lie on disk in the given folder, and the value was there after SIGKILL of all four processes. What was
 *   written to localStorage a moment before was not: WebKit writes that later. This is what `profileDir` does.
 */

import { writeFile } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { createServer } from 'node:net';
import type { Readable } from 'node:stream';
import { Builder, Capabilities, Key, type WebDriver, type WebElement } from 'selenium-webdriver';
import { createPage, type Tab } from './createPage.ts';
import { keepDataIn } from './keepData.ts';
import { splitKeys } from './keys.ts';
import { type ProcessGroup, startGroup } from './processGroup.ts';
import { findWebkit } from './programs.ts';
import { stopServer } from './setOffline.ts';
import { standsStill } from './standsStill.ts';
import type { Browser, BrowserOptions, Page, Viewport } from './types.ts';

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address !== null
          ? resolve(address.port)
          : reject(new Error('There is no free port.')),
      );
    });
  });

/** Xvfb chooses a free number and writes it to its file descriptor 3. */
const startDisplay = async (
  program: string,
): Promise<{ readonly group: ProcessGroup; readonly name: string }> => {
  const group = startGroup(
    program,
    ['-displayfd', '3', '-screen', '0', '2200x1600x24', '-nolisten', 'tcp'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  const pipe = group.child.stdio[3] as Readable;
  const number = await new Promise<string>((resolve, reject) => {
    let text = '';
    pipe.on('data', (data: Buffer) => {
      text += data.toString();
      if (text.includes('\n')) resolve(text.trim());
    });
    group.child.once('exit', () => reject(new Error('Xvfb did not start.')));
  });
  (pipe as Socket).unref?.();
  return { group, name: `:${number}` };
};

const untilUp = async (url: string): Promise<void> => {
  const end = performance.now() + 20_000;
  while (performance.now() < end) {
    const answer = await fetch(`${url}/status`).catch(() => null);
    if (answer?.ok === true) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('WebKitWebDriver did not start.');
};

const keyNames: Readonly<Record<string, string>> = {
  Tab: Key.TAB,
  Enter: Key.ENTER,
  Escape: Key.ESCAPE,
  Space: Key.SPACE,
  ' ': Key.SPACE,
  Backspace: Key.BACK_SPACE,
  Delete: Key.DELETE,
  Home: Key.HOME,
  End: Key.END,
  PageUp: Key.PAGE_UP,
  PageDown: Key.PAGE_DOWN,
  ArrowUp: Key.ARROW_UP,
  ArrowDown: Key.ARROW_DOWN,
  ArrowLeft: Key.ARROW_LEFT,
  ArrowRight: Key.ARROW_RIGHT,
  Shift: Key.SHIFT,
  Control: Key.CONTROL,
  Alt: Key.ALT,
  Meta: Key.META,
};

const toKey = (name: string): string => keyNames[name] ?? name;

const createTab = (driver: WebDriver, windowHandle: () => string): Tab<WebElement> => {
  /** WebDriver speaks to one window at a time. */
  const here = async (): Promise<void> => {
    if ((await driver.getWindowHandle().catch(() => '')) !== windowHandle())
      await driver.switchTo().window(windowHandle());
  };
  const script = async (source: string, args: readonly unknown[]): Promise<unknown> => {
    await here();
    return driver.executeScript(`return (${source})(...arguments)`, ...args);
  };
  const press = async (stroke: string): Promise<void> => {
    await here();
    const { modifiers, last } = splitKeys(stroke);
    let actions = driver.actions();
    for (const each of modifiers) actions = actions.keyDown(toKey(each));
    actions = actions.sendKeys(toKey(last));
    for (const each of [...modifiers].reverse()) actions = actions.keyUp(toKey(each));
    await actions.perform();
  };
  return {
    open: async (url) => {
      await here();
      await driver.get(url);
    },
    reload: async () => {
      await here();
      await driver.navigate().refresh();
    },
    back: async () => {
      await here();
      await driver.navigate().back();
    },
    url: async () => {
      await here();
      return driver.getCurrentUrl();
    },
    call: async (source, args) => {
      const value = await script(source, args);
      return value === null ? undefined : value;
    },
    handle: async (source, args) => (await script(source, args)) as WebElement | null,
    run: async (source) => {
      await here();
      await driver.executeScript(`${source}\n;return null;`);
    },
    click: async (element) => {
      await script(standsStill.toString(), [element]);
      await element.click();
    },
    key: press,
    keys: async (text) => {
      await here();
      await (await driver.switchTo().activeElement()).sendKeys(text);
    },
    pdf: async () => null,
    screenshot: async (path) => {
      await here();
      await writeFile(path, Buffer.from(await driver.takeScreenshot(), 'base64'));
    },
    setViewport: async (viewport) => {
      await here();
      await setInnerSize(driver, viewport);
    },
    setColorScheme: async () => {
      throw new Error('WebKitGTK takes the colour scheme when it is opened.');
    },
    problems: () => null,
    close: async () => {
      await here();
      await driver.close();
    },
  };
};

/** The window is made so large that what is inside of it has the wished size. */
const setInnerSize = async (driver: WebDriver, viewport: Viewport): Promise<void> => {
  let outer = viewport;
  for (let round = 0; round < 10; round += 1) {
    await driver
      .manage()
      .window()
      .setRect({ x: 0, y: 0, ...outer });
    const inner = await driver.executeScript<Viewport>(
      'return { width: innerWidth, height: innerHeight }',
    );
    if (inner.width === viewport.width && inner.height === viewport.height) return;
    outer = {
      width: outer.width + viewport.width - inner.width,
      height: outer.height + viewport.height - inner.height,
    };
  }
  throw new Error(`The window could not be made ${viewport.width}×${viewport.height}.`);
};

export const openWebkit = async (options: BrowserOptions = {}): Promise<Browser> => {
  const programs = findWebkit();
  if (programs === null) throw new Error('There is no WebKitGTK with its driver on this machine.');
  const kept = options.profileDir === undefined ? {} : await keepDataIn(options.profileDir);
  const display = await startDisplay(programs.display);
  const port = await freePort();
  const group = startGroup(programs.driver, [`--port=${port}`, '--host=127.0.0.1'], {
    stdio: 'ignore',
    env: {
      ...process.env,
      DISPLAY: display.name,
      TZ: 'Europe/Stockholm',
      LC_ALL: 'C.UTF-8',
      LANGUAGE: 'sv',
      GTK_THEME: options.colorScheme === 'dark' ? 'Adwaita:dark' : 'Adwaita',
      NO_AT_BRIDGE: '1',
      GDK_BACKEND: 'x11',
      ...kept,
    },
  });
  const stop = async (): Promise<void> => {
    await group.kill();
    await display.group.kill();
  };
  try {
    const url = `http://127.0.0.1:${port}`;
    await untilUp(url);
    const capabilities = new Capabilities();
    capabilities.set('browserName', 'MiniBrowser');
    capabilities.set('webkitgtk:browserOptions', {
      binary: programs.browser,
      args: ['--automation'],
    });
    const driver = await new Builder().usingServer(url).withCapabilities(capabilities).build();
    await driver.manage().setTimeouts({ script: 60_000, pageLoad: 60_000, implicit: 0 });
    const first = await driver.getWindowHandle();
    await setInnerSize(driver, options.viewport ?? { width: 1180, height: 820 });
    const dress = (handle: string): Page =>
      createPage(
        createTab(driver, () => handle),
        options,
      );
    return {
      engine: 'webkit',
      page: dress(first),
      newPage: async () => {
        await driver.switchTo().newWindow('window');
        return dress(await driver.getWindowHandle());
      },
      setOffline: stopServer(options),
      kill: stop,
      close: async () => {
        const late = new Promise<void>((resolve) => setTimeout(resolve, 5_000).unref());
        await Promise.race([driver.quit().catch(() => undefined), late]);
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
};
