/** What a person does to bring two devices together, by the words on the screens. */
import { expect } from 'vitest';
import { makeVault, type Owner } from '../app.ts';
import type { Page } from '../driver/types.ts';

const add = 'Lägg till en platta eller dator';

/** From **Välkommen** on a new device to **Gå med**. */
export const beginAsSecond = async (page: Page, url: string, owner: Owner): Promise<void> => {
  await page.open(url);
  await page.press('button', 'Det här är min andra platta eller dator');
  await makeVault(page, owner);
  await page.waitFor('heading', 'Gå med');
};

/** **Inställningar**, from any page of the same vault, without leaving the program. */
export const goToSettings = async (page: Page): Promise<void> => {
  await page.press('link', 'Inställningar');
  await page.waitFor('heading', 'Inställningar');
};

/** Shows a code on the first device, from the settings. Gives its typed form. */
export const showCode = async (page: Page): Promise<string> => {
  await page.press('button', add, { timeout: 20_000 });
  return readCode(page);
};

const readCode = async (page: Page): Promise<string> => {
  await page.waitFor('img', 'Kod som den andra plattan läser med kameran', { timeout: 20_000 });
  return page.evaluate(() => document.querySelector('.pairing__groups')?.textContent ?? '');
};

const checkWord = async (page: Page): Promise<string> => {
  await page.waitUntil(
    () => (document.querySelector('.check-word__word')?.textContent ?? '') !== '',
    [],
    { timeout: 20_000 },
  );
  return page.evaluate(() => document.querySelector('.check-word__word')?.textContent ?? '');
};

/** Both show the same word, and a person on each says so. Gives the words as they were seen. */
export const compareWords = async (first: Page, second: Page): Promise<readonly string[]> => {
  const words = [await checkWord(first), await checkWord(second)];
  for (const page of [first, second]) await page.press('button', 'Ja, samma ord');
  return words;
};

export const typeCode = async (page: Page, code: string): Promise<void> => {
  await page.type('Koden, 26 tecken', code);
  await page.press('button', 'Fortsätt');
};

/** From two unlocked devices, the first in its settings and the second on **Gå med**, until all is on the second. */
export const pairByTyping = async (first: Page, second: Page): Promise<readonly string[]> => {
  await typeCode(second, await showCode(first));
  const words = await compareWords(first, second);
  await second.waitFor('heading', 'Allt är här', { timeout: 60_000 });
  await first.press('button', 'Klar', { within: add });
  return words;
};

/** **Bjud in en kollega att skriva**, from the page of a case to the typed form of the code. */
export const showInvitation = async (page: Page): Promise<string> => {
  await page.press('button', 'Bjud in en kollega att skriva', { timeout: 60_000 });
  await page.press('button', 'Visa en kod');
  return readCode(page);
};

/** From the first page of a colleague's vault: into the case that the code invites to, all of it there. */
export const joinAsWriter = async (inviting: Page, joining: Page, code: string): Promise<void> => {
  await joining.press('link', 'Gå med i ett möte');
  await typeCode(joining, code);
  const words = await compareWords(inviting, joining);
  expect(words[1]).toBe(words[0]);
  await joining.waitFor('heading', 'Allt är här', { timeout: 60_000 });
  await inviting.press('button', 'Klar');
  await joining.press('link', 'Öppna planen');
};

/** The word of the save state says that the server has all of the case that is open. */
export const waitForSynced = (page: Page): Promise<void> =>
  page.waitUntil(
    () => document.querySelector('.save-status__beside')?.textContent === 'Synkat',
    [],
    { timeout: 60_000 },
  );

/** To the first page from a view of the case of this name. */
export const goHome = async (page: Page, name: string): Promise<void> => {
  await page.press('link', name);
  await page.press('link', 'Mina SIP:ar');
};

/** To a way of a case, from the first page, or from any other way of the same case. */
export const openCaseAt = async (page: Page, name: string, way: string): Promise<void> => {
  if (!(await page.url()).includes('/sip/')) {
    await page.press('button', 'Alla planer');
    await page.press('link', name);
    await page.waitFor('heading', name);
  }
  await page.evaluate((to) => {
    const root = location.pathname.match(/^\/sip\/[^/]+/u)?.[0] ?? '';
    history.pushState(null, '', `${root}/${to}`);
    dispatchEvent(new PopStateEvent('popstate'));
  }, way);
  await page.waitUntil((to) => location.pathname.endsWith(to), [way]);
};
