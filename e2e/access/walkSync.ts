/** The walk past what two of one person's devices say to them (views.ts). */
import { firstStart, karin, newSip, waitForSaved } from '../app.ts';
import type { ChromiumBrowser } from '../driver/chromium.ts';
import type { Page } from '../driver/types.ts';
import { addPerson, sayYes, startMeeting, waitForKept } from '../journeys/steps.ts';
import { beginAsSecond, goToSettings, openCaseAt, showCode, typeCode } from '../sync/pairSteps.ts';
import { goToWay } from '../sync/shareSteps.ts';
import type { At } from './walkViews.ts';

export interface SyncWalk {
  readonly one: ChromiumBrowser;
  readonly two: ChromiumBrowser;
  readonly url: string;
  readonly here: At;
  readonly there: At;
}

const add = 'Lägg till en platta eller dator';
const slow = { timeout: 90_000 };

export const walkSync = async ({ one, two, url, here, there }: SyncWalk): Promise<void> => {
  const [first, second] = [one.page, two.page];
  await firstStart(first, url, { ...karin, organisation: 'Åby kommun' });
  await waitForKept(first);
  await newSip(first, 'Lars');
  await addPerson(first, { name: 'Eva', role: 'sjuksköterska', chips: ['Region', 'Kallad'] });
  await goToWay(first, 'samtycke', 'Samtycke');
  await sayYes(first, 'make');
  await sayYes(first, 'share');
  await goToFirstPage(first);
  await beginAsSecond(second, url, { ...karin, password: 'hjortron skare norrsken träsko' });
  await waitForKept(second);
  await letIn(first, second, here, there);
  await writeApart(one, two, here);
  await leadFromOne(first, second, here, there);
  await takeOut(first, second, there);
};

const goToFirstPage = async (page: Page): Promise<void> => {
  await page.press('link', 'Lars');
  await page.press('link', 'Mina SIP:ar');
};

const letIn = async (first: Page, second: Page, here: At, there: At): Promise<void> => {
  await goToSettings(first);
  await typeCode(second, await showCode(first));
  for (const page of [first, second]) await page.waitFor('button', 'Ja, samma ord', slow);
  await here('Samma ord, den som släpper in');
  await there('Samma ord, den som går med');
  for (const page of [first, second]) await page.press('button', 'Ja, samma ord');
  await second.waitFor('heading', 'Allt är här', slow);
  await there('Allt är här');
  await first.waitFor('button', 'Klar', { within: add });
  await here('En till är med');
  await first.press('button', 'Klar', { within: add });
  await first.waitFor('button', /^Ta bort /u, slow);
  await here('Två plattor');
  await first.press('button', /^Ta bort /u);
  await first.waitFor('button', 'Behåll');
  await here('Ta bort en platta');
  await first.press('button', 'Behåll');
  await first.press('link', 'Mina SIP:ar');
  await second.press('link', 'Till Mina SIP:ar');
};

/** Both set the day of the meeting, and whether somebody comes, while neither hears of the other. */
const writeApart = async (one: ChromiumBrowser, two: ChromiumBrowser, here: At): Promise<void> => {
  const both = [
    [one, '2026-12-01', 'Kommer'],
    [two, '2026-12-03', 'Kommer inte'],
  ] as const;
  for (const [{ page, setOffline }, date, reply] of both) {
    await openCaseAt(page, 'Lars', 'kalla');
    await setOffline(true);
    await page.setValue('Datum', date);
    await page.key('Tab');
    await page.press('radio', reply);
    await waitForSaved(page);
  }
  const { page } = one;
  await page.press('link', 'Lars');
  await page.waitForText('Inget internet', slow);
  await here('Planens första sida, inget internet');
  await page.press('link', 'Mina SIP:ar');
  await goToSettings(page);
  await page.press('button', 'Visa vilka planer');
  await page.waitForText(/väntar sedan/u);
  await here('Synkning, inget internet');
  await page.press('link', 'Mina SIP:ar');
  for (const { setOffline } of [one, two]) await setOffline(false);
  await page.press('button', 'Alla planer');
  await page.press('link', 'Lars');
  await page.waitFor('heading', 'Två har skrivit olika', slow);
  await page.waitFor('group', 'Svar: Eva', slow);
  await here('Planens första sida, två har skrivit olika');
  await openCaseAt(page, 'Lars', 'kalla');
  await page.waitForText(/Två har skrivit olika: Kommer/u, slow);
  await page.waitFor('radio', 'tisdag 1 december – Karin Ek', slow);
  await here('Kalla, två har skrivit olika');
  await page.press('radio', 'torsdag 3 december – Karin Ek');
  await waitForSaved(page);
};

const leadFromOne = async (first: Page, second: Page, here: At, there: At): Promise<void> => {
  await goToWay(first, 'mote', 'Starta mötet');
  await startMeeting(first);
  await goToWay(second, 'mote', 'Inledning');
  await second.waitFor('button', 'Be att få leda', slow);
  await there('Leds från en annan platta, Skriva');
  await second.press('tab', 'Leda');
  await there('Leds från en annan platta, Leda');
  await second.press('button', 'Be att få leda');
  await first.waitFor('button', 'Lämna över', slow);
  await here('Vill leda mötet');
  await first.press('button', 'Lämna över');
  await second.waitFor('button', 'Led härifrån', slow);
  await there('Mötet är överlämnat');
  await second.press('button', 'Led härifrån');
  await goToFirstOfCase(first);
  await first.press('button', 'Bjud in en kollega att skriva', slow);
  await first.waitFor('button', 'Visa en kod');
  await here('Bjud in en kollega att skriva');
  await first.press('button', 'Avbryt');
};

/** ‹ {namn}, out of the meeting. */
const goToFirstOfCase = async (page: Page): Promise<void> => {
  await page.press('button', 'Tillbaka till Lars');
  await page.waitFor('heading', 'Lars');
};

const takeOut = async (first: Page, second: Page, there: At): Promise<void> => {
  await first.press('link', 'Mina SIP:ar');
  await goToSettings(first);
  await first.press('button', /^Ta bort /u);
  await first.press('button', 'Ta bort');
  await first.waitForText(/är borttagen\.$/mu, slow);
  await goToFirstOfCase(second);
  await second.press('link', 'Mina SIP:ar');
  await second.waitForText(/tagit bort den här plattan/u, slow);
  await there('Mina SIP:ar, borttagen platta');
  await goToSettings(second);
  await second.waitForText(/tagit bort den här plattan från dina plattor och datorer/u, slow);
  await there('Borttagen platta');
};
