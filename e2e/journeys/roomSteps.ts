/** Steps with the shared view in a window of its own, and with the tablet in the individual's hands. */
import type { ChromiumBrowser } from '../driver/chromium.ts';
import type { Page, Viewport } from '../driver/types.ts';
import { chooseMore } from './steps.ts';

export const takeBackName = 'Håll intryckt för att ta tillbaka';

/** **Storskärm → Ett eget fönster**, as a window that is shared or lies on the wall. */
export const openWall = async (
  { page, playwrightPage, newPage }: ChromiumBrowser,
  viewport: Viewport = { width: 1280, height: 720 },
): Promise<Page> => {
  await page.press('button', /^Storskärm/u);
  const opening = playwrightPage.context().waitForEvent('page');
  await page.press('button', 'Ett eget fönster');
  const opened = await opening;
  const address = opened.url();
  await opened.close();
  const wall = await newPage();
  await wall.setViewport(viewport);
  await wall.open(address);
  return wall;
};

/** **Visa för {namn}** */
export const handOver = async (page: Page, name: string): Promise<void> => {
  await chooseMore(page, `Visa för ${name}`);
  await page.waitFor('main', 'Ditt möte');
};

/** **Håll intryckt för att ta tillbaka**, as technology does that can only click. */
export const takeBack = async (page: Page): Promise<void> => {
  const click = (): Promise<void> =>
    page.evaluate((name) => {
      const buttons = [...document.querySelectorAll('button')];
      buttons.find(({ textContent }) => textContent === name)?.click();
    }, takeBackName);
  await click();
  await page.waitForText('Tryck en gång till för att göra det');
  await click();
};

/** Holds it by key until `isHeld`. */
export const holdByKey = async (
  { page, playwrightPage }: ChromiumBrowser,
  isHeld: () => Promise<void>,
): Promise<void> => {
  await page.waitFor('button', takeBackName);
  await playwrightPage.getByRole('button', { name: takeBackName }).focus();
  await playwrightPage.keyboard.down(' ');
  await isHeld();
  await playwrightPage.keyboard.up(' ');
};

/**
 * Gives the device one Swedish voice, its own or one that reads over the network. What it says is added, a line a
 * text, to `data-spoken` of the page.
 */
export const plantVoice = (page: Page, isOwn: boolean): Promise<void> =>
  page.evaluate((localService) => {
    const put = (on: object, name: string, value: unknown): void => {
      Object.defineProperty(on, name, { value, configurable: true });
    };
    class Utterance extends EventTarget {
      readonly text: string;
      constructor(text: string) {
        super();
        this.text = text;
      }
    }
    put(globalThis, 'SpeechSynthesisUtterance', Utterance);
    put(speechSynthesis, 'getVoices', () => [{ lang: 'sv-SE', localService, default: true }]);
    put(speechSynthesis, 'speak', (said: EventTarget & { text: string }) => {
      const { dataset } = document.documentElement;
      dataset['spoken'] = `${dataset['spoken'] ?? ''}${said.text}\n`;
      queueMicrotask(() => said.dispatchEvent(new Event('end')));
    });
  }, isOwn);

export const spoken = (page: Page): Promise<string> =>
  page.evaluate(() => document.documentElement.dataset['spoken'] ?? '');
