/** T1 in the meeting: all five parts by hand, for a while with everybody seeing the screen. */
import { expect } from 'vitest';
import { waitForSaved } from '../../app.ts';
import type { Page } from '../../driver/types.ts';
import { goToPart, mirror, showRow, unmirror, writeRow } from '../steps.ts';
import {
  doings,
  later,
  longTermGoal,
  next,
  notTold,
  secret,
  step,
  workPhone,
  worksLess,
  worksWell,
} from './lars.ts';

/** From **Samtycke** to **Behov** with all that is decided there, the room looking on from the start. */
export const leadToBehov = async (page: Page): Promise<void> => {
  await page.press('link', 'Vidare till att kalla');
  await page.press('link', 'Gå till mötet');
  await page.press('button', 'Fråga nu');
  await page.press('button', 'Ja, muntligt nu');
  await page.waitForGone('button', 'Ja, muntligt nu');
  await page.press('radio', 'Ja, i rummet');
  await page.press('button', 'Starta mötet');
  await page.waitFor('main', 'Det här ser alla');
  await page.waitForText('Inledning');
  await seesNothingPrivate(page);
  await unmirror(page, 'Inledning');

  await goToPart(page, 'Aktuell situation');
  await page.press('tab', 'Skriva');
  await page.press('button', 'Lägg till något som fungerar bra');
  await writeRow(page, 'Skriv en rad', worksWell);
  await page.press('button', 'Lägg till något som inte fungerar så bra');
  await writeRow(page, 'Skriv en rad', worksLess);
  await showRow(page, worksWell);

  await goToPart(page, 'Behov');
  await page.press('tab', 'Skriva');
  await page.press('button', 'Lägg till långsiktigt mål');
  await writeRow(page, 'Skriv en rad', longTermGoal);
  await page.press('button', 'Lägg till delmål');
  await writeRow(page, 'Skriv en rad', step);
  await page.press('button', 'Lägg till insats');
  await writeRow(page, 'Vad ska göras?', doings.region, async () => {
    await page.press('button', 'Eva (region)', { within: 'Vem ska göra det?' });
    await page.press('button', 'Före datum …');
    await page.setValue('Före vilket datum?', '2030-06-01');
  });
  await page.press('button', 'Lägg till insats');
  await writeRow(page, 'Vad ska göras?', doings.kommun, async () => {
    await page.press('button', 'Per (kommun)', { within: 'Vem ska göra det?' });
    await page.press('button', 'Varje vecka');
  });
  await page.press('button', 'Lägg till insats');
  await writeRow(page, 'Vad ska göras?', doings.own, async () => {
    await page.press('button', 'Lars själv');
  });
  await writeRow(page, 'Skriv en rad', secret);
  await showRow(page, doings.region);
  await showRow(page, doings.kommun);
  await waitForSaved(page);
};

/** From **Behov** to the end of the meeting: the room sees, a line is written before its eyes, and all is agreed. */
export const leadToEnd = async (page: Page): Promise<void> => {
  await mirror(page);
  await page.waitForText(doings.region);
  await seesNothingPrivate(page);
  await page.press('button', 'Skriv en rad');
  await page.press('button', 'Ta upp senare');
  await page.type('Alla ser det du skriver', later);
  await page.press('button', 'Klar', { within: 'Skriv en rad' });
  await page.waitForText('Raden är sparad.');
  await page.press('button', 'Klar', { within: 'Skriv en rad' });
  await page.press('button', 'Nästa del: Sammanfattning');
  await page.waitForText('Det här har vi kommit överens om.');
  await seesNothingPrivate(page);
  await unmirror(page, 'Sammanfattning');

  await page.press('tab', 'Skriva');
  await page.press('button', 'Visa allt vi är överens om');
  await page.waitFor('button', 'Visas för alla', { within: doings.own });
  await page.press('button', 'Per (kommun)', { within: 'Vem ska hålla i planen?' });
  await page.press('button', 'Nej', { within: 'Är något oklart?' });
  await page.press('button', 'Ja', { within: 'Låter det bra?' });
  await page.press('button', 'Ja', { within: 'Säger Lars ja till planen?' });
  await page.press('button', 'Granska');
  await page.waitFor('heading', 'Granska');
  await page.press('button', 'Tillbaka till mötet');

  await goToPart(page, 'Avslutning');
  await page.press('tab', 'Skriva');
  await page.setValue('Datum', next.date);
  await page.setValue('Tid', '13:00');
  await page.type('Plats', next.place);
  await page.press('button', 'Per', { within: 'Vem kallar?' });
  await page.press('button', 'Eva', { within: 'Vem kan Lars fråga?' });
  await page.type(/telefon/i, workPhone);
  await waitForSaved(page);
  await page.press('button', 'Avsluta mötet');
  await page.press('radio', 'Tid är bokad');
  await page.press('button', 'Avsluta mötet');
  await page.waitFor('heading', 'Efter mötet');
};

const seesNothingPrivate = async (page: Page): Promise<void> => {
  const seen = await page.text();
  for (const words of [secret, worksLess, ...notTold]) expect(seen).not.toContain(words);
  expect(await page.exists('button', 'Bara jag ser skärmen nu')).toBe(false);
};
