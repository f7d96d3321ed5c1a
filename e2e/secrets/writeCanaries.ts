/** A person writes a canary in every kind of field, from first start to the end of the meeting, as a person writes. */
import { karin, makeVault, waitForSaved } from '../app.ts';
import type { Page } from '../driver/types.ts';
import { goToPart, startMeeting } from '../journeys/steps.ts';
import type { Canaries } from './canaries.ts';

const fillAll = async (page: Page, fields: readonly string[], words: string): Promise<void> => {
  for (const field of fields) await page.fill(field, words);
};

/** Gives the groups of the reserve code. */
export const startWithCanaries = async (
  page: Page,
  url: string,
  canaries: Canaries,
): Promise<readonly string[]> => {
  await page.open(url);
  await page.press('button', 'Skydda uppgifterna');
  const { shortName } = karin;
  const groups = await makeVault(page, { shortName, password: canaries.password });
  await fillAll(
    page,
    ['Ditt namn', 'Din funktion', 'Arbetsplats', 'Telefon på arbetet'],
    canaries.details,
  );
  await fillAll(page, ['Organisation', 'Kontakt för personuppgifter'], canaries.organisation);
  await page.press('button', 'Klar');
  await page.waitFor('link', 'Ny SIP');
  return groups;
};

const prepare = async (page: Page, canaries: Canaries): Promise<void> => {
  await fillAll(
    page,
    ['Vad är viktigt för dig?', 'Varför ska vi träffas?', 'Anpassningar', 'Språk'],
    canaries.plan,
  );
  await page.fill('Namn på storskärmen', canaries.name);
  await page.fill('Fråga', canaries.question);
  await page.press('button', 'Lägg till fråga');
  await page.waitFor('button', `Ta bort: ${canaries.question}`);
  await page.press('button', 'Lägg till person');
  await fillAll(
    page,
    [
      'Namn',
      'Funktion eller relation',
      'Verksamhet',
      'Vad kan man fråga om?',
      'Telefon på arbetet',
      'När går det att ringa?',
      'Privat telefon',
      'Pratat med före mötet',
    ],
    canaries.people,
  );
  await page.press('button', 'Kommun');
  await page.press('button', 'Klar');
  await page.waitFor('button', `Ändra ${canaries.people}`);
  // Somebody who may have a guardian.
  await page.press('radio', 'Ungdom');
  await waitForSaved(page);
};

const consent = async (page: Page, canaries: Canaries): Promise<void> => {
  await page.press('link', 'Vidare till samtycke');
  await page.waitFor('heading', 'Samtycke');
  await page.fill('Ämne', canaries.exception);
  await page.key('Enter');
  await page.fill('Person eller verksamhet', canaries.exception);
  await page.key('Enter');
  await page.press('button', 'Anteckna svaret: Samtycke till att göra en SIP');
  await page.press('radio', 'Ja');
  await page.press('radio', 'Skriftligt');
  await page.fill('Var finns pappret?', canaries.consent);
  await page.press('radio', 'Vårdnadshavare');
  await page.fill('Vårdnadshavare', canaries.consent);
  await page.press('button', 'Anteckna svaret');
  await page.waitForText('Ja till att göra en SIP');
  await waitForSaved(page);
};

const call = async (page: Page, canaries: Canaries): Promise<void> => {
  await page.press('link', 'Kalla och bjud in');
  await page.waitFor('heading', 'Kalla och bjud in');
  await page.fill('Plats', canaries.plan);
  await page.key('Enter');
  await waitForSaved(page);
};

const meet = async (page: Page, canaries: Canaries): Promise<void> => {
  await page.press('link', 'Gå till mötet');
  await startMeeting(page);
  await goToPart(page, 'Aktuell situation');
  await goToPart(page, 'Behov');
  await page.press('tab', 'Skriva');
  await page.type('Skriv en rad', canaries.meeting);
  await page.press('button', 'Insats');
  await page.press('button', 'Annat …');
  await page.fill('Med egna ord', canaries.meeting);
  await page.press('button', 'Klar');
  await page.waitFor('button', canaries.meeting);
  await waitForSaved(page);
  await page.press('button', 'Mer');
  await page.press('menuitem', 'Lås');
  await page.waitFor('heading', 'Låst');
};

/** From **Förbered** to the lock, through consents, the call and the meeting. */
export const writeCanaries = async (page: Page, canaries: Canaries): Promise<void> => {
  await prepare(page, canaries);
  await consent(page, canaries);
  await call(page, canaries);
  await meet(page, canaries);
};

/** Every view of the case is opened once: what it remembers on its own would lie in the profile too. */
export const lookAtAll = async (page: Page, { name }: Canaries): Promise<void> => {
  const views = [
    ['', name],
    ['/behov', 'Upptäck behov'],
    ['/samtycke', 'Samtycke'],
    ['/efter', 'Efter mötet'],
    ['/plan', 'Planen'],
    ['/historik', 'Historik'],
  ] as const;
  for (const [way, heading] of views) {
    await page.evaluate((to) => {
      const root = location.pathname.match(/^\/sip\/[^/]+/)?.[0] ?? '';
      history.pushState(null, '', `${root}${to}`);
      dispatchEvent(new PopStateEvent('popstate'));
    }, way);
    await page.waitFor('heading', heading);
    if ((await page.title()).includes(name)) throw new Error(`The title of ${way} says a name.`);
  }
};
