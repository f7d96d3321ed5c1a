import { it } from 'vitest';
import { startApp } from '../app.ts';
import { openBrowser } from '../driver/openBrowser.ts';
import { goToPart, startMeeting } from './steps.ts';

it('x', async () => {
  const server = await startApp();
  const b = await openBrowser('chromium', {
    server,
    viewport: { width: 360, height: 800 },
    touch: true,
  });
  const page = b.page;
  try {
    await page.open(`${server.url}/ova`);
    await page.press('link', 'Gå till mötet');
    await startMeeting(page);
    for (const p of ['Aktuell situation', 'Behov', 'Sammanfattning']) await goToPart(page, p);
    await page.press('tab', 'Skriva');
    await page.screenshot('/tmp/walk/s1.png');
    await page
      .press('button', 'Per (kommun)', { within: 'Vem ska hålla i planen?', timeout: 3000 })
      .catch(async (e) => console.log(String(e).slice(0, 200)));
    await page.screenshot('/tmp/walk/s2.png');
    console.log(
      await page.evaluate(() =>
        [...document.querySelectorAll('*')]
          .filter(
            (e) =>
              e.scrollHeight > e.clientHeight + 5 && getComputedStyle(e).overflowY !== 'visible',
          )
          .map(
            (e) =>
              `${e.className} ${e.clientHeight}/${e.scrollHeight} ${JSON.stringify(e.getBoundingClientRect())}`,
          ),
      ),
    );
  } finally {
    await b.close();
    await server.stop();
  }
});
