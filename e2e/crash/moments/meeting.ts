/** A leader writes and moves through the meeting: killed while typing, while changing part, or while listening. */
import type { Page } from '../../driver/types.ts';
import { parts, startMeeting } from '../../journeys/steps.ts';
import { Broken } from '../expected.ts';
import { tap, unlockFast } from '../killedDevice.ts';
import { type Death, type Scene, within } from './moment.ts';

/** What is under way when it is killed. */
const aims = ['typing', 'typing', 'partChange', 'listening'] as const;

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
const readWritten = async (page: Page): Promise<string> => {
  await tap(page, 'Skriva');
  await tap(page, 'Andra rader');
  await page.waitFor('heading', 'Anteckning');
  return page.evaluate(() =>
    [...document.querySelectorAll('.plan-row__words')].map((row) => row.textContent).join('\n'),
  );
};

const wayOf = ({ world }: Scene): string => `/sip/${world.meeting.caseId}/mote`;

/** Starts the meeting. Once on each device. */
export const beginMeeting = async (scene: Scene): Promise<void> => {
  const page = await scene.device.goTo(wayOf(scene));
  await unlockFast(page);
  await startMeeting(page);
};

export const killMeeting = async (scene: Scene): Promise<Death> => {
  const { device, world, expected } = scene;
  const { chance } = device;
  const plan = expected.get(world.meeting.caseId);
  if (plan === undefined) throw new Error('There is no meeting.');
  const page = await device.goTo(wayOf(scene));
  await unlockFast(page);
  let part = await readPart(page);
  let heading = part;
  let allowed = new Set([part]);
  const finished: string[] = [];
  const saved = plan.words;
  const before = saved.size;
  let doing = 'typing';
  let acts = 0;
  let isKilled = false;

  // Here the line stands in every part; in Skriva of Sammanfattning it comes when it is asked for.
  await tap(page, 'Leda');
  const act = async (): Promise<void> => {
    for (let row = 0; !isKilled; row += 1) {
      doing = 'typing';
      const words = `r${row}-${chance.letters(8 + chance.below(24))}`;
      await page.type('Skriv en rad', words);
      if (chance.below(3) > 0) {
        await page.key('Enter');
        finished.push(words);
      }
      // Half of the time the leader listens a while before going on.
      if (chance.below(2) === 0) {
        doing = 'listening';
        await page.waitForText('Sparat här');
      }
      acts += 1;
      if (chance.below(2) === 0) continue;
      doing = 'partChange';
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
    }
  };
  const watch = async (): Promise<void> => {
    while (!isKilled) {
      const earlier = new Set(allowed);
      const there = [...finished];
      const seen = await look(page);
      if (seen.status !== 'Sparat här') continue;
      for (const words of [...there, seen.line]) if (words !== '') saved.add(words);
      // What was asked for since the look began may have happened too.
      const since = [...allowed].filter((each) => !earlier.has(each));
      if (seen.part !== '') allowed = new Set([seen.part, part, heading, ...since]);
    }
  };

  const watching = watch().catch(() => undefined);
  const acting = act();
  const enough = chance.below(4);
  const aim = aims[chance.below(aims.length)] ?? 'typing';
  const until = performance.now() + 20_000;
  // What it stops at by itself is told here, before any kill.
  await Promise.race([
    acting,
    (async () => {
      while ((acts < enough || doing !== aim) && performance.now() < until)
        await new Promise((later) => setTimeout(later, 5));
    })(),
  ]);
  await device.dieDuring(() => acting, within(scene, aim === 'partChange' ? 150 : 500));
  const moment = doing;
  isKilled = true;
  await watching;
  const inTime = new Set(allowed);

  return {
    moment,
    acknowledged: saved.size > before,
    way: wayOf(scene),
    look: async (opened) => {
      const found = await readPart(opened);
      if (!inTime.has(found))
        throw new Broken(`The meeting stands in ${found}, not in ${[...inTime].join(' or ')}.`);
      // What the world wrote stands elsewhere, and is looked for in the records.
      const written = [...saved].filter((words) => !world.meeting.words.includes(words));
      if (written.length === 0) return;
      const rows = await readWritten(opened);
      const lost = written.filter((words) => !rows.includes(words));
      if (lost.length > 0) throw new Broken(`Lost ${lost.join(', ')}. There is:\n${rows}`);
    },
  };
};
