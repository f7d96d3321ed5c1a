/**
 * A meeting in which somebody writes markup, turned letters and words without an end, and somebody with a right link sends
 * signals as fast as the server lets them, under ever new names: nothing of it is run, nothing pushes the screens apart, and the
 * leader leads on.
 */
import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { connectTestClient } from '../../server/sync/testing.ts';
import { openProjection } from '../../src/vault/sealProjection.ts';
import { sealSignal } from '../../src/vault/sealSignal.ts';
import { openShareKeys } from '../../src/vault/shareKeys.ts';
import { readTokenOf } from '../../src/vault/signing.ts';
import { unwrap } from '../../src/vault/testing.ts';
import { firstStart, newSip, waitForSaved } from '../app.ts';
import { openChromium } from '../driver/chromium.ts';
import type { Page } from '../driver/types.ts';
import { openWall } from '../journeys/roomSteps.ts';
import {
  goToPart,
  sayYes,
  showRow,
  startMeeting,
  writeInBehov,
  writeRow,
} from '../journeys/steps.ts';
import { goToWay, openLink, share } from './shareSteps.ts';
import { startSyncApp } from './startSyncApp.ts';

const markup = `"><img src=x onerror="document.title='slut'"><script>document.title='slut'</script>`;
const turned = 'Anna\u202e ruk';
const endless = 'Ö'.repeat(400);

const random = { bytes: (length: number) => new Uint8Array(randomBytes(length)) };
const live = v.object({ is: v.literal('live'), meeting: v.string() });
const newId = (): string => randomBytes(16).toString('base64url');

/** Many connections of one who has the link. Gives the way to stop, and how many signals went on. */
const flood = async (port: number, fragment: string) => {
  const keys = unwrap(await openShareKeys({ random }, fragment));
  const channelId = new Uint8Array(Buffer.from(keys.channelId, 'base64url'));
  const readToken = unwrap(readTokenOf(keys));
  const clients = await Promise.all(Array.from({ length: 40 }, () => connectTestClient(port)));
  const [first] = clients;
  if (first === undefined) throw new Error('nobody');
  const page = await first.ask({ is: 'follow', channelId, readToken, cursor: 0 });
  const bytes = page.is === 'page' ? page.items[0]?.bytes : undefined;
  const given = unwrap(await openProjection(keys, bytes ?? new Uint8Array(), first.serverName));
  const { meeting } = v.parse(live, JSON.parse(new TextDecoder().decode(given.payload)));
  let went = 0;
  const say = async (): Promise<void> => {
    for (const client of clients) {
      const signal = unwrap(
        await sealSignal(keys, {
          is: 'raised',
          meeting,
          from: newId(),
          number: 1,
          at: Date.now(),
          card: 'gaUt',
          whose: null,
        }),
      );
      void client
        .ask({ is: 'signal', channelId, readToken, signal })
        .then(({ is }) => {
          if (is === 'signalled') went += 1;
        })
        .catch(() => undefined);
    }
  };
  const timer = setInterval(() => void say(), 1_000);
  return {
    went: () => went,
    stop: () => {
      clearInterval(timer);
      for (const { socket } of clients) socket.terminate();
    },
  };
};

const isWhole = async (page: Page): Promise<void> => {
  const found = await page.evaluate(() => ({
    title: document.title,
    made: document.querySelectorAll('[onerror], img[src="x"], body script').length,
    over: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  }));
  expect(found).toEqual({ title: expect.not.stringContaining('slut'), made: 0, over: 0 });
};

it('runs nothing that is written, keeps its screens, and lets the leader lead on', async () => {
  const server = await startSyncApp();
  const [leading, larsPhone, annasPhone] = await Promise.all([
    openChromium({ typing: 'words', timeout: 45_000 }),
    openChromium({ viewport: { width: 360, height: 740 }, touch: true, timeout: 45_000 }),
    openChromium({ viewport: { width: 390, height: 844 }, touch: true, timeout: 45_000 }),
  ]);
  try {
    const leader = leading.page;
    const lars = larsPhone.page;
    const anna = annasPhone.page;
    await firstStart(leader, server.url);
    await newSip(leader, 'Lars');
    await leader.press('button', 'Lägg till person');
    await leader.type('Namn', turned);
    await leader.type('Funktion eller relation', markup);
    await leader.press('button', 'Klar');
    await goToWay(leader, 'samtycke', 'Samtycke');
    await sayYes(leader, 'make');
    await sayYes(leader, 'share');
    await waitForSaved(leader);
    await goToWay(leader, 'dela', 'Skriv ut och dela');
    const link = await share(leader, 'Lars');
    await openLink(lars, link);
    await openLink(anna, await share(leader, turned));
    await lars.waitForText('Mötet börjar snart.');
    await goToWay(leader, 'mote', 'Starta mötet');
    await startMeeting(leader);
    const wall = await openWall(leading);
    await writeInBehov(leader);
    for (const words of [markup, `${endless} ${turned}`]) {
      await writeRow(leader, 'Skriv en rad', words, () => leader.press('button', 'Insats'));
      await showRow(leader, words);
    }
    for (const each of [wall, lars, anna]) {
      await each.waitForText(endless.slice(0, 20));
      await isWhole(each);
    }
    await isWhole(leader);

    const fragment = link.split('#')[1] ?? '';
    const guest = await flood(Number(new URL(server.url).port), fragment);
    try {
      await expect.poll(guest.went, { timeout: 60_000 }).toBeGreaterThan(100);
      await leader.waitForText('Tack, jag såg');
      const cards = (): Promise<number> =>
        leader.evaluate(() => document.querySelectorAll('.signal-band__signal').length);
      await expect.poll(cards, { timeout: 30_000 }).toBe(3);
      await isWhole(leader);
      // Another link is heard, and the meeting goes on.
      await anna.press('button', 'Jag förstår inte');
      await anna.waitForText('Skickat till den som leder mötet');
      await expect.poll(cards, { timeout: 30_000 }).toBe(4);
      await goToPart(leader, 'Sammanfattning');
      await wall.waitFor('heading', 'Sammanfattning');
      expect(await cards()).toBeLessThanOrEqual(4);
    } finally {
      guest.stop();
    }
    for (const { page } of [leading, larsPhone, annasPhone]) expect(page.problems()).toEqual([]);
    expect(server.faults).toEqual([]);
  } finally {
    await Promise.all([leading, larsPhone, annasPhone].map((browser) => browser.close()));
    await server.remove();
  }
}, 600_000);
