/** Steps that several journeys go, by the words a person sees. */
import type { Page } from '../driver/types.ts';

/** The parts of a meeting, in order. */
export const parts = [
  'Inledning',
  'Aktuell situation',
  'Behov',
  'Sammanfattning',
  'Avslutning',
] as const;

export interface Person {
  readonly name: string;
  readonly role: string;
  readonly service?: string;
  /** Chips that are pressed in the person's form. */
  readonly chips: readonly string[];
}

/** **Förbered**: one person at the table. */
export const addPerson = async (page: Page, person: Person): Promise<void> => {
  const { name, role, service = '', chips } = person;
  await page.press('button', 'Lägg till person');
  await page.type('Namn', name);
  await page.type('Funktion eller relation', role);
  if (service !== '') await page.type('Verksamhet', service);
  for (const chip of chips) await page.press('button', chip);
  await page.press('button', 'Klar');
  await page.waitFor('button', `Ändra ${name}`);
};

/** **Förbered**: one question for the meeting. */
export const addQuestion = async (page: Page, question: string): Promise<void> => {
  await page.type('Fråga', question);
  await page.press('button', 'Lägg till fråga');
  await page.waitFor('button', `Ta bort: ${question}`);
};

const consents = {
  make: { section: 'Samtycke till att göra en SIP', said: 'Ja till att göra en SIP' },
  share: { section: 'Samtycke till att dela uppgifter', said: 'Ja till att dela uppgifter' },
} as const;

/** **Samtycke**: a yes by mouth to one of the two questions. */
export const sayYes = async (page: Page, which: keyof typeof consents): Promise<void> => {
  const { section, said } = consents[which];
  await page.press('button', `Anteckna svaret: ${section}`);
  await page.press('radio', 'Ja');
  await page.press('button', 'Anteckna svaret');
  await page.waitForText(said);
};

/** **Samtycke**: somebody who must not be told. */
export const addExceptedParty = async (page: Page, party: string): Promise<void> => {
  await page.type('Person eller verksamhet', party);
  await page.press('button', 'Lägg till', { within: 'De här ska inte få veta' });
  await page.waitFor('button', `Ta bort ${party}`);
};

/** The way on to the next part, from the part before it. */
export const goToPart = async (page: Page, part: string): Promise<void> => {
  await page.press('button', `Nästa del: ${part}`);
  await page.waitFor('heading', part);
};

/** Starts the meeting of the case that is open, with nobody else seeing the screen. */
export const startMeeting = async (page: Page): Promise<void> => {
  await page.press('button', 'Starta mötet');
  await page.press('button', 'Nej');
  await page.waitFor('heading', 'Inledning');
};

/** From **Samtycke** to **Starta mötet**. */
export const goToMeeting = async (page: Page): Promise<void> => {
  await page.press('link', 'Vidare till att kalla');
  await page.press('link', 'Gå till mötet');
};

/** On to **Behov** from **Inledning**, with the working area before one. */
export const writeInBehov = async (page: Page): Promise<void> => {
  await goToPart(page, 'Aktuell situation');
  await goToPart(page, 'Behov');
  await page.press('tab', 'Skriva');
};

/** From **Behov** to **Efter mötet**. */
export const endMeeting = async (page: Page): Promise<void> => {
  await goToPart(page, 'Sammanfattning');
  await goToPart(page, 'Avslutning');
  await page.press('button', 'Avsluta mötet');
  await closeSip(page);
};

/** The question how it goes on: **SIP:en avslutas**. Ends on **Efter mötet**. */
export const closeSip = async (page: Page): Promise<void> => {
  await page.press('radio', 'SIP:en avslutas');
  await page.press('button', 'Avsluta mötet');
  await page.waitFor('heading', 'Efter mötet');
};

/** What stands behind ⋯. */
export const chooseMore = async (page: Page, item: string): Promise<void> => {
  await page.press('button', 'Mer');
  await page.press('menuitem', item);
};

/** What went wrong in the page, but for two questions that find no answer without internet: newer version, and syncing. */
export const problemsOffline = (page: Page): readonly string[] =>
  (page.problems() ?? []).filter((problem) => !/\/(?:sw\.js|sync\.json)$/u.test(problem));

/** From here the program answers without internet. */
export const waitForKept = (page: Page): Promise<void> =>
  page.waitUntil(() => navigator.serviceWorker.controller !== null, [], { timeout: 30_000 });

export const waitForTextGone = (page: Page, words: string): Promise<void> =>
  page.waitUntil((gone) => !document.body.innerText.includes(gone), [words]);

/** **Storskärm → Den här skärmen**, from wherever the button is at this width. */
export const mirror = async (page: Page): Promise<void> => {
  const isBeside = await page.exists('button', 'Storskärm: av');
  if (isBeside) await page.press('button', 'Storskärm: av');
  else {
    await page.press('button', 'Mer');
    await page.press('menuitem', 'Storskärm: av');
  }
  await page.press('button', 'Den här skärmen');
  await page.waitFor('main', 'Det här ser alla');
};

/** Back from what all see to the leader's own screen, in this part. */
export const unmirror = async (page: Page, part: string): Promise<void> => {
  await page.press('button', 'Tillbaka');
  await page.press('button', 'Bara jag ser skärmen nu');
  await page.waitFor('heading', part);
};

/** **Visa för alla** of the row with these words. */
export const showRow = async (page: Page, words: string): Promise<void> => {
  await page.press('button', 'Visa för alla', { within: words });
  await page.waitFor('button', 'Visas för alla', { within: words });
};

/** Writes in the line and presses **Klar**; `before` is done while the line is open. */
export const writeRow = async (
  page: Page,
  field: string,
  words: string,
  before: () => Promise<void> = async () => undefined,
): Promise<void> => {
  await page.type(field, words);
  await before();
  await page.press('button', 'Klar');
  await page.waitForGone('button', 'Klar');
};
