/**
 * Who leads over two tablets (design.md 4): the lead is asked for and handed over; and where the leader's tablet dies in the
 * middle of the meeting, the note-taker takes over by a deliberate act that says what it means. The old one follows when it
 * comes back. Nothing that was written on either is lost, and both logs are kept.
 */
import { expect, it } from 'vitest';
import { firstStart, karin, maria, newSip, waitForSaved } from '../app.ts';
import type { Page } from '../driver/types.ts';
import { goToPart, startMeeting, waitForKept, writeRow } from '../journeys/steps.ts';
import { joinAsWriter, showInvitation, waitForSynced } from './pairSteps.ts';
import { goToWay } from './shareSteps.ts';
import { type Tablet, withTablets } from './tablet.ts';

const organisation = 'Åby kommun, socialnämnden';
const leading = { ...karin, organisation };
const writing = { ...maria, organisation };

it('goes on with the meeting when the leader’s tablet dies, and that one follows when it is back', async () => {
  await withTablets(async ({ clock, server, open }) => {
    const leader = await open(leading.password);
    const writer = await open(writing.password);
    await Promise.all([
      firstStart(leader.page, server.url, leading),
      firstStart(writer.page, server.url, writing),
    ]);
    await waitForKept(leader.page);
    await newSip(leader.page, 'Lars');
    await leader.page.press('link', 'Lars');
    await joinAsWriter(leader.page, writer.page, await showInvitation(leader.page));
    await goToWay(leader.page, 'mote', 'Starta mötet');
    await startMeeting(leader.page);
    await goToWay(writer.page, 'mote', 'Inledning');
    await writer.page.waitForText('Karin Ek leder mötet från en annan platta.');

    // Asked for and handed over, both ways.
    await handOver(leader.page, writer.page, 'Maria Lind');
    await goToPart(writer.page, 'Aktuell situation');
    await leader.page.waitFor('heading', 'Aktuell situation');
    await leader.page.waitForText('Maria Lind leder mötet från en annan platta.');
    await handOver(writer.page, leader.page, 'Karin Ek');
    await goToPart(leader.page, 'Behov');
    await writer.page.waitFor('heading', 'Behov');

    // Without internet the leader goes on writing and leading. Then the tablet dies.
    await leader.setOffline(true);
    await writeIn(leader.page, 'Samtal varje vecka');
    await goToPart(leader.page, 'Sammanfattning');
    await waitForSaved(leader.page);
    await leader.kill();

    await writeIn(writer.page, 'Boendestöd på morgonen');
    expect(await writer.page.exists('button', 'Ta över och led härifrån')).toBe(false);
    clock.go(61_000);
    await writer.setClock();
    await writer.page.waitForText(
      'Inget är borta. Karin Ek leder mötet, men plattan har inte hörts av på en minut. Du kan leda härifrån i stället. Hörs den av igen, följer den efter.',
    );
    await writer.page.waitFor('heading', 'Behov');
    await writer.page.press('button', 'Ta över och led härifrån');
    await writer.page.waitForGone('button', 'Ta över och led härifrån');
    await goToPart(writer.page, 'Sammanfattning');
    await goToPart(writer.page, 'Avslutning');

    // Back: it follows, and is told.
    await leader.setOffline(false);
    await leader.openAgain();
    await leader.page.press('button', 'Alla planer');
    await leader.page.press('link', 'Lars');
    await leader.page.waitFor('heading', 'Lars');
    await goToWay(leader.page, 'mote', 'Avslutning');
    await leader.page.waitForText(
      'Maria Lind leder mötet från en annan platta. Du kan skriva här. Allt du skrev är kvar. Det du ändrade i mötets gång härifrån under tiden räknas inte, för Maria Lind hade tagit över.',
    );
    expect(await leader.page.exists('button', 'Led härifrån')).toBe(false);
    await leader.page.press('button', 'Jag har läst');
    await leader.page.waitFor('button', 'Be att få leda');
    await Promise.all([waitForSynced(leader.page), waitForSynced(writer.page)]);

    // Nothing is lost: the same plan and the same log on both, also what did not count.
    const isSame = async (): Promise<boolean> => {
      const [mine, theirs] = [await readOne(leader), await readOne(writer)];
      return mine.plan === theirs.plan && mine.log === theirs.log && mine.part === theirs.part;
    };
    await expect.poll(isSame, { timeout: 60_000, interval: 500 }).toBe(true);
    const { plan, log, part } = await readOne(writer);
    expect(part).toBe('avslutning');
    for (const words of ['Samtal varje vecka', 'Boendestöd på morgonen'])
      expect(plan).toContain(words);
    expect(log.split('"leader.taken"').length - 1).toBe(3);
    for (const { page } of [leader, writer]) {
      await goToWay(page, 'historik', 'Historik');
      await page.waitForText('Maria Lind började leda mötet.');
    }
    expect(server.faults).toEqual([]);
  });
}, 600_000);

const handOver = async (from: Page, to: Page, name: string): Promise<void> => {
  await to.press('button', 'Be att få leda');
  await to.waitForText('Du har bett om att få leda.');
  await from.waitForText(`${name} vill leda mötet.`);
  await from.press('button', 'Lämna över');
  await to.press('button', 'Led härifrån', { timeout: 60_000 });
  await to.waitForGone('button', 'Led härifrån');
};

const writeIn = async (page: Page, words: string): Promise<void> => {
  await page.press('tab', 'Skriva');
  await writeRow(page, 'Skriv en rad', words, () => page.press('button', 'Insats'));
  await waitForSaved(page);
  await page.press('tab', 'Leda');
};

/** The one plan on the tablet's disk, whole. */
const readOne = async ({ plans }: Tablet) => {
  const [found] = [...(await plans()).values()];
  if (found === undefined) throw new Error('There is no plan.');
  expect(found.flaws).toBe(0);
  return found;
};
