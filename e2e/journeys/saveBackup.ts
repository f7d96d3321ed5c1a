import { join } from 'node:path';
import type { ChromiumBrowser } from '../driver/chromium.ts';

export const filePassword = 'sommarhage trasmatta kaffe brygga';

/** **Gör en säkerhetskopia**, from **Säkerhetskopia**. Gives where the file lies. */
export const saveBackup = async (
  { page, playwrightPage }: ChromiumBrowser,
  folder: string,
  whenMade: () => Promise<void> = async () => undefined,
): Promise<{ readonly path: string; readonly name: string }> => {
  await page.press('button', 'Gör en säkerhetskopia');
  await page.type('Kopians lösenord', filePassword);
  await page.type('Skriv det en gång till', filePassword);
  await page.press('button', 'Gör kopian');
  await page.waitForText('Kopian är läst tillbaka och hel: 1 plan', { timeout: 30_000 });
  await whenMade();
  const coming = playwrightPage.waitForEvent('download');
  await page.press('link', 'Spara säkerhetskopian');
  const download = await coming;
  const path = join(folder, 'copy.sip');
  await download.saveAs(path);
  return { path, name: download.suggestedFilename() };
};
