/**
 * The same page for somebody without a pointer: Tab, Shift+Tab, arrows, Enter, Space and letters, nothing else. Each
 * step begins and ends with a focus that is seen; only a page that was just loaded may have none.
 */
import type { Name, Page, WaitOptions } from './types.ts';

const mostKeys = 150;
const interval = 20;

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, interval));

/** Pressed by Space; the rest by Enter. */
const bySpace = new Set(['checkbox', 'radio', 'switch']);

/** `patience`: how long, in ms, a view may take to put the focus where it belongs. */
export const withKeyboard = (page: Page, patience = 2_000): Page => {
  let isFresh = true;

  const expectFocus = async (after: string): Promise<void> => {
    if (isFresh) return;
    const end = performance.now() + patience;
    for (;;) {
      const trouble = await page.focusTrouble();
      if (trouble === null) return;
      if (performance.now() > end) throw new Error(`After ${after}: ${trouble}.`);
      await pause();
    }
  };

  const goTo = async (role: string, name: Name, wait?: WaitOptions): Promise<void> => {
    await page.waitFor(role, name, wait);
    await expectFocus(`what came before ${role} ${String(name)}`);
    const passed: string[] = [];
    const end = performance.now() + 15_000;
    for (let presses = 0; presses < mostKeys && performance.now() < end; ) {
      const key = await page.keyTowards(role, name, wait);
      if (key === 'here') {
        isFresh = false;
        await expectFocus(`going to ${role} ${String(name)}`);
        return;
      }
      if (key === 'wait') {
        await pause();
        continue;
      }
      await page.key(key);
      presses += 1;
      const at = await page.focused();
      passed.push(`${key} → ${at.role} “${at.name}”`);
    }
    throw new Error(`The keyboard does not reach ${role} ${String(name)}: ${passed.join(', ')}`);
  };

  const press: Page['press'] = async (role, name, wait) => {
    await goTo(role, name, wait);
    // The arrows that lead to a tab or an answer choose it.
    if ((role === 'radio' || role === 'tab') && (await page.isOn(role, name, wait))) return;
    await page.key(bySpace.has(role) ? 'Space' : 'Enter');
    await expectFocus(`pressing ${role} ${String(name)}`);
  };

  const write = async (name: Name, text: string, wait?: WaitOptions): Promise<void> => {
    await page.keys(text);
    await expectFocus(`writing in ${String(name)}`);
    await page.waitFor('field', name, wait);
  };

  return {
    ...page,
    open: async (url) => {
      isFresh = true;
      await page.open(url);
    },
    reload: async () => {
      isFresh = true;
      await page.reload();
    },
    press,
    type: async (name, text, wait) => {
      await goTo('field', name, wait);
      await page.key('Control+End');
      await write(name, text, wait);
    },
    fill: async (name, text, wait) => {
      await goTo('field', name, wait);
      await page.key('Control+a');
      await write(name, text, wait);
    },
    /** Digits in the order in which the field of this browser's language asks for them. */
    setValue: async (name, value, wait) => {
      await goTo('field', name, wait);
      const pieces = await page.evaluate(toPieces, value);
      for (const [at, piece] of pieces.entries()) {
        await page.keys(piece);
        // Two digits lead on by themselves; a year may have more than four.
        if (piece.length > 2 && at < pieces.length - 1) await page.key('ArrowRight');
      }
      const now = await page.value(name, wait);
      if (now !== value) throw new Error(`Typed ${pieces.join(' ')}, but ${now} stands there.`);
      await expectFocus(`choosing in ${String(name)}`);
    },
  };
};

/** `2030-05-06` or `13:00` as the browser writes it. Runs in the page. */
const toPieces = (value: string): string[] => {
  const isDate = value.includes('-');
  const format = new Intl.DateTimeFormat(
    undefined,
    isDate
      ? { year: 'numeric', month: '2-digit', day: '2-digit' }
      : { hour: '2-digit', minute: '2-digit' },
  );
  const instant = new Date(isDate ? `${value}T12:00` : `2030-05-06T${value}`);
  return format
    .formatToParts(instant)
    .filter(({ type }) => type !== 'literal')
    .map((part) => part.value);
};
