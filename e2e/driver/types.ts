/**
 * The driver: one small interface to three real browsers, so that a journey is written once.
 *
 * Things are found as a person (or a screen reader) finds them: by role and accessible name, seen, not inert.
 * A name given as text must match whole; a RegExp may match a part. Every act waits until it can be done, and
 * fails with words that say what was there instead.
 */

export type EngineName = 'chromium' | 'firefox' | 'webkit';

export type Name = string | RegExp;

export interface Viewport {
  readonly width: number;
  readonly height: number;
}

/** What can be taken away from the browser and given back: see `Browser.setOffline`. */
export interface Stoppable {
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<void>;
}

export interface BrowserOptions {
  /** CSS pixels; default 1180×820, a tablet lying down. */
  readonly viewport?: Viewport;
  /**
   * A folder that outlives the browser, as a person's own profile does. Without one, a fresh folder that is
   * removed at the end. WebKitGTK keeps one only where there is a C compiler (webkit.ts), and nothing without one.
   */
  readonly profileDir?: string;
  readonly colorScheme?: 'light' | 'dark';
  readonly reducedMotion?: boolean;
  readonly forcedColors?: boolean;
  /** A film (.y4m) that stands for what the camera sees, and leave to use it (Chromium only). */
  readonly camera?: string;
  /** A touch screen (Chromium only; the others have a mouse). */
  readonly touch?: boolean;
  /**
   * How `type` and `keys` put words in: key by key, or a word at a time as a tablet's suggestions and dictation do
   * (Chromium only, and the default there: every key of every field is a third of what a journey costs).
   */
  readonly typing?: 'keys' | 'words';
  /** The server that `setOffline` stops where the browser itself can't be told to be offline. */
  readonly server?: Stoppable;
  /** How long an act waits for its thing; default 10 s. */
  readonly timeout?: number;
}

export interface WaitOptions {
  readonly timeout?: number;
  /**
   * Which of several with the same name: the one in the group, region, dialog, list or navigation of this name (one
   * without a name is called by its role, as `main`), or in the row of a list with these words in it.
   */
  readonly within?: Name;
}

export interface Page {
  /** Goes to an address and waits until it is loaded. */
  readonly open: (url: string) => Promise<void>;
  readonly reload: () => Promise<void>;
  readonly back: () => Promise<void>;
  readonly url: () => Promise<string>;
  readonly title: () => Promise<string>;

  /** Clicks or taps the one thing with this role and name. Fails when there are several. */
  readonly press: (role: string, name: Name, options?: WaitOptions) => Promise<void>;
  /** Types at the end of the field with this name (any text field): see `typing`. */
  readonly type: (name: Name, text: string, options?: WaitOptions) => Promise<void>;
  /** Empties the field and types. */
  readonly fill: (name: Name, text: string, options?: WaitOptions) => Promise<void>;
  /** Sets a date (`YYYY-MM-DD`), a time (`HH:MM`) or a number, whatever the browser's own picker looks like. */
  readonly setValue: (name: Name, value: string, options?: WaitOptions) => Promise<void>;
  /** Chooses in a list (`<select>`) by the words of the option. */
  readonly select: (name: Name, option: string, options?: WaitOptions) => Promise<void>;
  /** Presses a key as `Tab`, `Shift+Tab`, `Enter`, `Escape`, `ArrowDown`, `Control+z`, or a character. */
  readonly key: (key: string) => Promise<void>;
  /** Types where the focus is. */
  readonly keys: (text: string) => Promise<void>;

  /** Everything that can be read on the page now. */
  readonly text: () => Promise<string>;
  /** The text of the one thing with this role and name. */
  readonly read: (role: string, name: Name, options?: WaitOptions) => Promise<string>;
  /** What stands in the field with this name. */
  readonly value: (name: Name, options?: WaitOptions) => Promise<string>;
  /** Whether it is seen now; does not wait. */
  readonly exists: (role: string, name: Name) => Promise<boolean>;
  /** The names of all that have this role and are seen now, in order. */
  readonly names: (role: string) => Promise<readonly string[]>;
  /** Whether the switch, box, tab or toggle is on (checked, pressed, selected or expanded). */
  readonly isOn: (role: string, name: Name, options?: WaitOptions) => Promise<boolean>;
  /** Role and name of what has the focus. */
  readonly focused: () => Promise<{ readonly role: string; readonly name: string }>;
  /** Null when a person sees where the focus is; otherwise what is wrong. */
  readonly focusTrouble: () => Promise<string | null>;
  /**
   * The key that brings the focus nearer to the thing with this role and name: `Tab`, `Shift+Tab` or an arrow. `here`:
   * it has the focus. `wait`: it is not there, or focus is not yet where it can be reached from.
   */
  readonly keyTowards: (role: string, name: Name, options?: WaitOptions) => Promise<string>;
  readonly waitFor: (role: string, name: Name, options?: WaitOptions) => Promise<void>;
  readonly waitForGone: (role: string, name: Name, options?: WaitOptions) => Promise<void>;
  readonly waitForText: (text: Name, options?: WaitOptions) => Promise<void>;
  /** Waits until the function, run in the page, gives something true. */
  readonly waitUntil: <A extends readonly unknown[]>(
    test: (...args: A) => unknown,
    args: A,
    options?: WaitOptions,
  ) => Promise<void>;

  /** Runs a function in the page (async too). It can use nothing from outside of itself but its arguments. */
  readonly evaluate: <A extends readonly unknown[], T>(
    fn: (...args: A) => T,
    ...args: A
  ) => Promise<Awaited<T>>;
  /** Runs a whole script in the page, as axe-core's. */
  readonly run: (source: string) => Promise<void>;
  /** What this page prints, as a PDF; null: this engine can't tell. */
  readonly pdf: () => Promise<Uint8Array | null>;
  /** Writes a PNG. */
  readonly screenshot: (path: string) => Promise<void>;
  readonly setViewport: (viewport: Viewport) => Promise<void>;
  readonly setColorScheme: (scheme: 'light' | 'dark') => Promise<void>;
  /** Errors of the console, of scripts, and of the content security policy so far; null: this engine can't tell. */
  readonly problems: () => readonly string[] | null;
  readonly close: () => Promise<void>;
}

export interface Browser {
  readonly engine: EngineName;
  /** The first window. */
  readonly page: Page;
  /** One more window or tab of the same profile. */
  readonly newPage: () => Promise<Page>;
  /** Takes away the network (Chromium), or stops the given server (the others). */
  readonly setOffline: (offline: boolean) => Promise<void>;
  /** SIGKILL to every process of the browser, at once: nothing is written, nobody is asked. */
  readonly kill: () => Promise<void>;
  readonly close: () => Promise<void>;
}
