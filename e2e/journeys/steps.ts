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
  /** Chips that are pressed in the person's form. */
  readonly chips: readonly string[];
}

/** **Förbered**: one person at the table. */
export const addPerson = async (page: Page, { name, role, chips }: Person): Promise<void> => {
  await page.press('button', 'Lägg till person');
  await page.type('Namn', name);
  await page.type('Funktion eller relation', role);
  for (const chip of chips) await page.press('button', chip);
  await page.press('button', 'Klar');
  await page.waitFor('button', `Ändra ${name}`);
};

/** Where several have the same name: presses the last one with these words within the scope, from the keyboard. */
export const pressIn = async (page: Page, scope: string, words: string): Promise<void> => {
  const focusIt = (selector: string, wanted: string): boolean => {
    const found = [...document.querySelectorAll(`${selector} :is(a, button)`)].filter(
      (one): one is HTMLElement => one instanceof HTMLElement && one.innerText.trim() === wanted,
    );
    found.at(-1)?.focus();
    return found.at(-1) === document.activeElement && found.length > 0;
  };
  await page.waitUntil(focusIt, [scope, words]);
  await page.key('Enter');
};

/** **Samtycke**: a yes by mouth to making a SIP, the first of the two questions. */
export const sayYesToMake = async (page: Page): Promise<void> => {
  await page.waitFor('heading', 'Samtycke till att göra en SIP');
  await pressIn(page, 'section:nth-of-type(2)', 'Anteckna svaret');
  await page.waitFor('radio', 'Ja');
  await page.press('radio', 'Ja');
  await page.press('button', 'Anteckna svaret');
  await page.waitForText('Ja till att göra en SIP');
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
