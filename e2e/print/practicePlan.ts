/** Lars's practice case, with help written in its plan: what a paper is printed from. */
import type { Page } from '../driver/types.ts';

/** From **Öva** to the case. */
export const openPractice = async (page: Page, url: string): Promise<void> => {
  await page.open(`${url}/ova`);
  await page.press('link', 'Titta på planen');
  await page.waitFor('heading', /Lars/);
};

/** On **Planen**: a step, and below it who does what. */
export const writePlan = async (
  page: Page,
  step: string,
  help: Readonly<Record<string, { readonly who: string; readonly every?: string }>>,
): Promise<void> => {
  await page.press('tab', 'Skriv');
  await page.type('Skriv en rad', step);
  await page.press('button', 'Delmål');
  await page.press('button', 'Klar');
  for (const [text, { who, every }] of Object.entries(help)) {
    await page.type('Skriv en rad', text);
    await page.press('button', 'Insats');
    await page.press('button', who, { within: 'Vem ska göra det?' });
    if (every !== undefined) await page.press('button', every);
    await page.press('button', 'Klar');
  }
};
