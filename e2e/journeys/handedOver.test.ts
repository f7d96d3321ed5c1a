/**
 * **Visa för {namn}** (field.md 8, 14, 16): somebody who reads badly has the tablet as they want it, and nothing else can
 * be reached from it; and somebody says to the leader alone what is hard to say aloud, of which nothing is kept.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { firstStart, newSip, unlock } from '../app.ts';
import type { ChromiumBrowser } from '../driver/chromium.ts';
import type { Page } from '../driver/types.ts';
import { openApp, type TestApp } from '../openApp.ts';
import { readBackup } from './readBackup.ts';
import { handOver, holdByKey, plantVoice, spoken, takeBack, takeBackName } from './roomSteps.ts';
import { saveBackup } from './saveBackup.ts';
import {
  addPerson,
  chooseMore,
  closeSip,
  goToMeeting,
  mirror,
  problemsOffline,
  showRow,
  startMeeting,
  waitForKept,
  writeInBehov,
  writeRow,
} from './steps.ts';

let app: TestApp;
let browser: ChromiumBrowser;
let page: Page;

beforeAll(async () => {
  app = await openApp();
  return app.close;
});

/** A new device, that has no internet any more. */
const begin = async (): Promise<void> => {
  browser = await app.open({ typing: 'words', timeout: 30_000 });
  ({ page } = browser);
  await firstStart(page, app.url);
  await waitForKept(page);
  await browser.setOffline(true);
};

describe('somebody who reads badly', () => {
  const doing = 'Boendestöd';
  const hard = 'Per skriver en remiss';

  /** The size of the letters, and how many pictures are drawn. */
  const look = () =>
    page.evaluate(() => {
      const text = document.querySelector('.own__content .room__text');
      const pictures = [...document.querySelectorAll('.own__content .room__row svg')];
      return {
        size: text === null ? 0 : Number.parseFloat(getComputedStyle(text).fontSize),
        pictures: pictures.filter((each) => each.getBoundingClientRect().width >= 40).length,
      };
    });

  const choosesHowItLooks = async (): Promise<number> => {
    const before = await look();
    expect(before.pictures).toBe(2);
    expect(await page.text()).toMatch(/Ungefär \d+ minuter till/u);
    await page.press('button', 'Så vill jag ha det');
    await page.press('checkbox', 'Större text');
    await page.press('checkbox', /^Lugnt läge/u);
    await page.press('button', 'Klar');
    await page.waitForGone('dialog', /./u);
    const after = await look();
    expect(after.size).toBeGreaterThan(before.size * 1.15);
    expect(await page.text()).not.toContain('minuter till');
    return after.size;
  };

  const hasItReadAloud = async (): Promise<void> => {
    const noVoice = 'Det finns ingen röst för Lättläst här. Be någon läsa för dig.';
    // A voice that would send each word over the network is none.
    await plantVoice(page, false);
    await page.press('button', 'Läs upp');
    await page.waitForText(noVoice);
    expect(await spoken(page)).toBe('');
    await plantVoice(page, true);
    await page.press('button', 'Läs upp');
    await page.waitUntil(
      (words) => document.documentElement.dataset['spoken']?.includes(words) === true,
      [hard],
    );
    expect(await spoken(page)).toMatch(/Det här behöver du[\s\S]*Boendestöd[\s\S]*varje vecka/u);
    expect(await page.text()).not.toContain(noVoice);
  };

  /** Back, Escape and another address: each ends where it began, or where nothing is to be read. */
  const findsNoWayOut = async (address: string): Promise<void> => {
    await page.back();
    await page.key('Escape');
    await page.waitFor('main', 'Ditt möte');
    expect(await page.names('link')).toEqual([]);
    expect(await page.names('field')).toEqual([]);
    const { origin } = new URL(address);
    for (const typed of [`${origin}/ova`, `${origin}/hjalp/ord`, origin, `${address}/plan`]) {
      await page.open(typed);
      await page.waitForText('Mötet fortsätter.');
      expect(await page.names('button')).toEqual([takeBackName]);
      expect(await page.names('link')).toEqual([]);
      expect(await page.text()).not.toContain(doing);
    }
  };

  it('has pictures, larger letters and calm one tap away, is read to, and finds no way to anything else', async () => {
    await begin();
    const address = await newSip(page, 'Bo');
    await addPerson(page, { name: 'Per', role: 'boendestödjare', chips: ['Kommun'] });
    await page.press('button', 'Lättläst', { within: 'Storskärmen kan visa' });
    await page.press('link', 'Vidare till samtycke');
    await goToMeeting(page);
    await startMeeting(page);
    await writeInBehov(page);
    await writeRow(page, 'Skriv en rad', doing, async () => {
      await page.press('button', 'Insats');
      await page.press('button', 'Per (kommun)', { within: 'Vem ska göra det?' });
      await page.press('button', 'Varje vecka');
    });
    await writeRow(page, 'Skriv en rad', hard, () => page.press('button', 'Insats'));
    await showRow(page, doing);
    await showRow(page, hard);

    await handOver(page, 'Bo');
    await page.waitFor('heading', 'Det här behöver du');
    const size = await choosesHowItLooks();
    await hasItReadAloud();
    await findsNoWayOut(address);
    await holdByKey(browser, () => page.waitFor('heading', 'Låst'));

    // What is hard in it is explained where it is read in peace.
    await unlock(page);
    await page.press('link', 'Lättläst');
    await page.press('button', /^Remiss/u);
    await page.waitForText('Ett brev i vården. Någon ber en annan att hjälpa dig.');
    await page.back();

    // It was held once, and that is enough: the meeting goes on with the leader. Given away again it is as they wanted it.
    await page.press('link', 'Bo');
    await page.press('link', 'Gå till mötet');
    await page.waitFor('heading', 'Behov');
    await handOver(page, 'Bo');
    await page.waitFor('heading', 'Det här behöver du');
    expect((await look()).size).toBe(size);
    expect(await page.text()).not.toContain('minuter till');
    await takeBack(page);
    await page.waitFor('heading', 'Behov');
    expect(problemsOffline(page)).toEqual([]);
    await browser.close();
  });
});

describe('a sign to the leader alone', () => {
  const noted = 'Vi öppnar fönstret';
  const notAloud = 'Jag vill inte prata om det här';
  const notUnderstood = 'Jag förstår inte';

  it('is seen by nobody else, is answered, and is nowhere when the meeting is over', async () => {
    await begin();
    await page.press('link', 'Starta möte direkt');
    await page.type('Vems plan är det?', 'Olle');
    await page.press('button', 'Till mötet');
    await startMeeting(page);
    await writeRow(page, 'Skriv en rad', noted);

    await handOver(page, 'Olle');
    await page.press('button', 'Jag vill säga något');
    await page.waitForText('Bara den som leder mötet får veta det. Det sparas inte.');
    await page.press('button', 'Ångra');
    await page.press('button', 'Något annat');
    await page.press('button', notAloud);
    await page.waitForText('Håll upp plattan, eller ge den till den som leder mötet.');
    await takeBack(page);
    await page.waitForText(`Olle: ${notAloud}`);

    // On the wall it is a dot.
    await mirror(page);
    expect(await page.text()).not.toContain(notAloud);
    await page.press('button', 'Tillbaka, någon vill säga något');
    await page.press('button', 'Bara jag ser skärmen nu');
    await page.press('button', 'Tack, jag såg');
    await page.waitForGone('button', 'Tack, jag såg');
    await handOver(page, 'Olle');
    await page.waitForText(`${notAloud} · Den som leder mötet såg det`);
    await takeBack(page);

    // A paper card, that nobody has time to answer.
    await page.press('button', 'Olle visade ett kort');
    await page.press('button', notUnderstood);
    await page.waitForText(`Olle: ${notUnderstood}`);
    await chooseMore(page, 'Avsluta mötet');
    await closeSip(page);
    const inWindow = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]));

    await page.press('link', 'Olle');
    await page.press('link', 'Mina SIP:ar');
    await page.press('link', 'Inställningar');
    const { path } = await saveBackup(browser, app.folder);
    const kept = JSON.stringify(await readBackup(path));
    // The whole meeting is there: what was written, and each thing that happened.
    for (const words of [noted, 'meeting.started', 'screen.seenBy', 'meeting.ended'])
      expect(kept).toContain(words);
    for (const words of [notAloud, notUnderstood, 'intePrata', 'forstarInte', 'sagaNagot']) {
      expect(kept).not.toContain(words);
      expect(inWindow).not.toContain(words);
    }
    expect(kept).not.toMatch(/signal/iu);
    expect(problemsOffline(page)).toEqual([]);
  });
});
