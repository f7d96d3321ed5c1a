/**
 * A week apart (design.md 1 and 7): two tablets of one person write for days without internet, are locked and die in between, and
 * come together with the same plan. Nothing is lost, and where both set the same field a person chooses.
 */
import { expect, it } from 'vitest';
import { firstStart, karin, newSip, waitForSaved } from '../app.ts';
import type { Page } from '../driver/types.ts';
import { addPerson, addQuestion, waitForKept, writeRow } from '../journeys/steps.ts';
import { beginAsSecond, goHome, goToSettings, openCaseAt, pairByTyping } from './pairSteps.ts';
import { goToWay } from './shareSteps.ts';
import { type Tablet, withTablets } from './tablet.ts';

const important = 'Vad är viktigt för dig?';
const other = { ...karin, password: 'hjortron skare norrsken träsko' };
const day = 86_400_000;
const library = 'Biblioteket i Åby';
const hall = 'Folkets hus';

it('brings two tablets that wrote apart for a week to the same plan, and lets a person choose where both wrote', async () => {
  await withTablets(async ({ clock, server, open }) => {
    const one = await open(karin.password);
    const two = await open(other.password);
    await firstStart(one.page, server.url);
    await waitForKept(one.page);
    await newSip(one.page, 'Lars');
    await one.page.type(important, 'Sova bättre.');
    await addPerson(one.page, { name: 'Anna', role: 'syster', chips: [] });
    await addQuestion(one.page, 'Behövs god man?');
    await waitForSaved(one.page);
    await goHome(one.page, 'Lars');
    await beginAsSecond(two.page, server.url, other);
    await waitForKept(two.page);
    await goToSettings(one.page);
    await pairByTyping(one.page, two.page);
    await two.page.press('link', 'Till Mina SIP:ar');
    await one.page.press('link', 'Mina SIP:ar');
    await Promise.all([one, two].map(({ page }) => openCaseAt(page, 'Lars', 'forbered')));
    await Promise.all([one.setOffline(true), two.setOffline(true)]);

    // Monday.
    await one.page.type(important, ' Gården kvar.');
    await addQuestion(one.page, 'Vem hjälper på morgonen?');
    await two.page.type(important, ' Träffa barnbarnen.');
    await addQuestion(two.page, 'Hur blir det med skjutsen?');
    await two.page.press('button', 'Ta bort: Behövs god man?');
    await two.page.waitForGone('button', 'Ta bort: Behövs god man?');
    await Promise.all([waitForSaved(one.page), waitForSaved(two.page)]);
    await two.kill();
    await goHome(one.page, 'Lars');
    await one.page.press('button', 'Lås');
    await one.page.waitFor('heading', 'Låst');

    // Thursday. Both write where the meeting is.
    clock.go(3 * day);
    await Promise.all([openAnew(one, 'plan'), openAnew(two, 'plan')]);
    await Promise.all([
      writeInPlan(one.page, ['Boendestöd på morgonen', 'Gå en promenad']),
      writeInPlan(two.page, ['Samtal varje vecka']),
    ]);
    await Promise.all([setPlace(one.page, library), setPlace(two.page, hall)]);
    await Promise.all([addHelper(one.page, 'Per'), addHelper(two.page, 'Eva')]);
    await one.kill();

    // The next Monday, with internet.
    clock.go(4 * day);
    await Promise.all([one.setOffline(false), two.setOffline(false)]);
    await Promise.all([openAnew(one, 'plan'), openAnew(two, 'plan')]);
    const isTogether = async (): Promise<boolean> => {
      const [a, b] = [await readPlan(one), await readPlan(two)];
      return a === b && a.includes('Samtal varje vecka') && a.includes('Gå en promenad');
    };
    await expect.poll(isTogether, { timeout: 60_000, interval: 500 }).toBe(true);

    // The same on both screens.
    const showsSame = async (): Promise<boolean> =>
      (await planText(one.page)) === (await planText(two.page));
    await expect.poll(showsSame, { timeout: 60_000, interval: 500 }).toBe(true);
    const text = await planText(one.page);
    const kept = [
      'Sova bättre.',
      'Gården kvar.',
      'Träffa barnbarnen.',
      'Boendestöd på morgonen',
      'Gå en promenad',
      'Samtal varje vecka',
      'Anna',
      'Per',
      'Eva',
    ];
    for (const words of kept) expect(text).toContain(words);

    // Where both wrote, both stand, and one is chosen.
    for (const { page } of [one, two]) {
      await goToWay(page, 'forbered', 'Förbered');
      await page.waitFor('button', 'Ta bort: Vem hjälper på morgonen?');
      await page.waitFor('button', 'Ta bort: Hur blir det med skjutsen?');
      expect(await page.exists('button', 'Ta bort: Behövs god man?')).toBe(false);
      await goToWay(page, 'kalla', 'Kalla och bjud in');
      await page.waitForText('Två har skrivit olika. Välj vad som gäller.');
      await page.waitFor('radio', `${library} – Karin Ek`);
      await page.waitFor('radio', `${hall} – Karin Ek`);
    }
    await two.page.press('radio', `${library} – Karin Ek`);
    for (const { page } of [one, two]) {
      await page.waitUntil(
        (words) => [...document.querySelectorAll('input')].some(({ value }) => value === words),
        [library],
        { timeout: 60_000 },
      );
      expect(await page.text()).not.toContain('Två har skrivit olika.');
    }
    const hasOne = async (): Promise<boolean> => {
      const [a, b] = [await readPlan(one), await readPlan(two)];
      return a === b && a.includes(library) && !a.includes(hall);
    };
    await expect.poll(hasOne, { timeout: 60_000, interval: 500 }).toBe(true);
    expect(server.faults).toEqual([]);
  });
}, 600_000);

/** The tablet is taken up again, and the plan opened. */
const openAnew = async (tablet: Tablet, way: string): Promise<void> => {
  await tablet.openAgain();
  await openCaseAt(tablet.page, 'Lars', way);
};

const writeInPlan = async (page: Page, rows: readonly string[]): Promise<void> => {
  await page.press('tab', 'Skriv');
  for (const words of rows)
    await writeRow(page, 'Skriv en rad', words, () => page.press('button', 'Insats'));
  await waitForSaved(page);
};

const setPlace = async (page: Page, place: string): Promise<void> => {
  await goToWay(page, 'kalla', 'Kalla och bjud in');
  await page.type('Plats', place);
  await page.key('Tab');
  await waitForSaved(page);
};

const addHelper = async (page: Page, name: string): Promise<void> => {
  await goToWay(page, 'forbered', 'Förbered');
  await addPerson(page, { name, role: 'boendestödjare', chips: [] });
  await waitForSaved(page);
};

/** The one plan that lies on the tablet's disk; nothing in it is damaged or missing. */
const readPlan = async ({ plans }: Tablet): Promise<string> => {
  const found = [...(await plans()).values()];
  expect(found.map(({ flaws }) => flaws)).toEqual([0]);
  return found[0]?.plan ?? '';
};

/** **Kopiera planen som text** */
const planText = async (page: Page): Promise<string> => {
  await page.press('button', 'Kopiera planen som text');
  const text = await page.value('Planen som text');
  await page.press('button', 'Stäng');
  return text;
};
