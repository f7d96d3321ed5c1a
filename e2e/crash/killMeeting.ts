/**
 * A leader writes and moves through the meeting, and the browser is killed at a random moment, again and again on the
 * same profile. What the screen called saved must be there afterwards, and the meeting stand where it stood.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { firstStart, newSip, startApp, unlock } from '../app.ts';
import { type ChromiumBrowser, openChromium } from '../driver/chromium.ts';
import type { Page } from '../driver/types.ts';
import { parts, startMeeting } from '../journeys/steps.ts';
import { createChance } from './chance.ts';

export interface KillInput {
  readonly seed: number;
  readonly kills: number;
}

/** A type, not an interface: it is also read as plain counts. */
export type KillCounts = {
  readonly kills: number;
  /** Rows and letters that the screen had called saved when the browser was killed. */
  readonly rows: number;
  readonly letters: number;
  readonly moves: number;
  readonly lost: number;
};

/** What the screen says at one moment. */
interface Sample {
  readonly status: string;
  readonly line: string;
  readonly part: string;
}

/**
 * Looks at line and part first, and at the save state two frames later: had they not been on their way to the disk,
 * the state would be drawn as **Sparar…** by then.
 */
const look = (page: Page): Promise<Sample> =>
  page.evaluate(
    () =>
      new Promise<Sample>((seen) => {
        const line =
          document.querySelector<HTMLInputElement>('.line-editor__field input')?.value ?? '';
        const part =
          document.querySelector('.part-head__heading > span')?.textContent?.trim() ?? '';
        requestAnimationFrame(() =>
          requestAnimationFrame(() =>
            seen({
              line,
              part,
              status: document.querySelector('.save-status')?.textContent?.trim() ?? '',
            }),
          ),
        );
      }),
  );

const readPart = async (page: Page): Promise<string> => {
  await page.waitUntil(
    (all) =>
      all.includes(document.querySelector('.part-head__heading > span')?.textContent?.trim() ?? ''),
    [[...parts] as string[]],
    { timeout: 30_000 },
  );
  return (await look(page)).part;
};

/** All rows that have been written, as they stand in **Skriva**. */
const readRows = async (page: Page): Promise<string> => {
  await page.press('tab', 'Skriva');
  await page.press('button', 'Andra rader');
  await page.waitFor('heading', 'Anteckning');
  return page.evaluate(() =>
    [...document.querySelectorAll('.plan-row__words')].map((row) => row.textContent).join('\n'),
  );
};

/** Kills `kills` times. Throws with the seed in its words when something acknowledged is gone. */
export const killMeeting = async ({ seed, kills }: KillInput): Promise<KillCounts> => {
  const chance = createChance(seed);
  const server = await startApp();
  const profileDir = await mkdtemp(join(tmpdir(), 'sip-kill-'));
  const saved = new Set<string>();
  let moves = 0;
  let browser: ChromiumBrowser = await openChromium({ profileDir, server });
  try {
    await firstStart(browser.page, server.url);
    const address = `${await newSip(browser.page, 'Lars')}/mote`;
    await browser.page.open(address);
    await unlock(browser.page);
    await startMeeting(browser.page);

    for (let kill = 0; kill < kills; kill += 1) {
      const { page } = browser;
      let isKilled = false;
      let part = await readPart(page);
      let heading = part;
      let allowed = new Set([part]);
      const finished: string[] = [];
      let acts = 0;

      // Here the line stands in every part; in Skriva of Sammanfattning it comes when it is asked for.
      await page.press('tab', 'Leda');
      const act = async (): Promise<void> => {
        for (let row = 0; !isKilled; row += 1) {
          const words = `r${kill}-${row}-${chance.letters(4 + chance.below(24))}`;
          await page.type('Skriv en rad', words);
          if (chance.below(3) > 0) {
            await page.key('Enter');
            finished.push(words);
          }
          // Half of the time the leader listens a while before going on.
          if (chance.below(2) === 0) await page.waitForText('Sparat här');
          acts += 1;
          if (chance.below(2) === 0) continue;
          const at = parts.indexOf(part as (typeof parts)[number]);
          const forward = at === 0 || (at < parts.length - 1 && chance.below(2) === 0);
          const to = parts[at + (forward ? 1 : -1)] ?? part;
          heading = to;
          allowed.add(to);
          await page.press('button', `${forward ? 'Nästa del' : 'Tillbaka'}: ${to}`);
          await page.waitUntil(
            (wanted) =>
              document.querySelector('.part-head__heading > span')?.textContent?.trim() === wanted,
            [to],
          );
          part = to;
          moves += 1;
        }
      };
      const watch = async (): Promise<void> => {
        while (!isKilled) {
          const before = new Set(allowed);
          const there = [...finished];
          const seen = await look(page);
          if (seen.status !== 'Sparat här') continue;
          for (const words of [...there, seen.line]) if (words !== '') saved.add(words);
          // What was asked for since the look began may have happened too.
          const since = [...allowed].filter((each) => !before.has(each));
          if (seen.part !== '') allowed = new Set([seen.part, part, heading, ...since]);
        }
      };
      const acting = act().catch((error: unknown) => error);
      const watching = watch().catch((error: unknown) => error);
      let stopped: unknown = null;
      const enough = 1 + chance.below(4);
      const late = chance.below(900);
      await new Promise<void>((now) => {
        // The moment itself is the chance: in the midst of what comes after some acts.
        const timer = setInterval(() => {
          if (acts < enough) return;
          clearInterval(timer);
          setTimeout(now, late);
        }, 10);
        void acting.then((error) => {
          if (!isKilled) stopped = error;
          clearInterval(timer);
          now();
        });
      });
      if (stopped !== null) throw new Error(`Seed ${seed}, kill ${kill}: ${String(stopped)}`);
      isKilled = true;
      await browser.kill();
      await Promise.all([watching, acting]);

      browser = await openChromium({ profileDir, server });
      await browser.page.open(address);
      await unlock(browser.page);
      const found = await readPart(browser.page);
      if (!allowed.has(found))
        throw new Error(
          `Seed ${seed}, kill ${kill}: the meeting stands in ${found}, not in ${[...allowed].join(' or ')}.`,
        );
      if (saved.size === 0) continue;
      const rows = await readRows(browser.page);
      const lost = [...saved].filter((words) => !rows.includes(words));
      if (lost.length > 0)
        throw new Error(`Seed ${seed}, kill ${kill}: lost ${lost.join(', ')}. There is:\n${rows}`);
    }
    const whole = [...saved].filter(
      (words) => ![...saved].some((other) => other !== words && other.startsWith(words)),
    );
    return { kills, rows: whole.length, letters: whole.join('').length, moves, lost: 0 };
  } finally {
    await browser.kill();
    await server.stop();
    await rm(profileDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
};
