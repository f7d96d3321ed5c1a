/** No view breaks the rules of WCAG 2.2 AA that axe-core can tell, in light and in dark. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { karin, startApp } from '../app.ts';
import { findViolations } from '../driver/axe.ts';
import { type ChromiumBrowser, openChromium } from '../driver/chromium.ts';
import type { TestServer } from '../driver/server.ts';
import type { Page } from '../driver/types.ts';
import { goToPart, parts, startMeeting } from '../journeys/steps.ts';

let server: TestServer;
let browser: ChromiumBrowser;

beforeAll(async () => {
  server = await startApp();
  // Without motion nothing is caught half way between two colours.
  browser = await openChromium({ server, reducedMotion: true });
});

afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** Remembers what breaks the rules in each view, so that a run tells of all of them. */
const createRound = (page: Page) => {
  const found: string[] = [];
  const seen: string[] = [];
  return {
    found,
    seen,
    check: async (view: string): Promise<void> => {
      seen.push(view);
      for (const scheme of ['light', 'dark'] as const) {
        await page.setColorScheme(scheme);
        for (const { rule, places } of await findViolations(page))
          found.push(`${view}, ${scheme}: ${rule}: ${places.join(' | ')}`);
      }
      await page.setColorScheme('light');
    },
  };
};

/** Another address of the program without loading it anew: practice lives in memory only. */
const goTo = async (page: Page, way: string, heading: string): Promise<void> => {
  await page.evaluate((to) => {
    const root = location.pathname.match(/^(\/ova)?\/sip\/[^/]+/)?.[0] ?? '';
    history.pushState(null, '', to.startsWith('/') ? to : `${root}${to === '' ? '' : `/${to}`}`);
    dispatchEvent(new PopStateEvent('popstate'));
  }, way);
  await page.waitFor('heading', heading);
};

it('axe finds nothing in the views of first start, the list and settings', async () => {
  const { page } = browser;
  const { check, found } = createRound(page);
  await page.open(server.url);
  await page.waitFor('heading', 'Välkommen');
  await check('Välkommen');
  await page.press('button', 'Skydda uppgifterna');
  await page.waitFor('field', 'Lösenord');
  await check('Skydda uppgifterna');
  await page.press('button', 'Fortsätt');
  await page.waitForText('Skriv ett kort namn');
  await check('Skydda uppgifterna, fel');
  await page.type('Ditt korta namn här', karin.shortName);
  await page.type('Lösenord', karin.password);
  await page.type('Skriv lösenordet en gång till', karin.password);
  await page.press('button', 'Fortsätt');
  await page.waitFor('heading', 'Reservkod', { timeout: 30_000 });
  await check('Reservkod');
  await page.press('checkbox', 'Jag har sparat koden');
  await page.press('button', 'Fortsätt');
  await page.waitFor('heading', 'Mina uppgifter');
  await check('Mina uppgifter');
  await page.type('Ditt namn', karin.name);
  await page.press('button', 'Klar');
  await page.waitFor('link', 'Ny SIP');
  await check('Mina SIP:ar, tom');
  await page.press('link', 'Ny SIP');
  await page.waitFor('heading', 'Ny SIP');
  await check('Ny SIP');
  await page.type('Vems plan är det?', 'Lars');
  await page.press('button', 'Börja förbereda');
  await page.waitFor('heading', 'Förbered');
  await check('Förbered, tom');
  await goTo(page, '/', 'Mina SIP:ar');
  await check('Mina SIP:ar');
  await page.press('button', 'Alla planer');
  await page.waitFor('heading', 'Alla planer');
  await check('Alla planer');
  await goTo(page, '/direkt', 'Starta möte direkt');
  await check('Starta möte direkt');
  await goTo(page, '/installningar', 'Inställningar');
  await check('Inställningar');
  await goTo(page, '/hjalp', 'Hjälp');
  await check('Hjälp');
  await goTo(page, '/', 'Mina SIP:ar');
  await page.press('button', 'Lås');
  await page.waitFor('heading', 'Låst');
  await check('Låst');
  expect(found).toEqual([]);
}, 300_000);

it('axe finds nothing in the views of a case and of the meeting', async () => {
  const { page } = browser;
  const { check, found, seen } = createRound(page);
  await page.open(`${server.url}/ova`);
  await page.waitFor('heading', 'Öva', { timeout: 30_000 });
  await check('Öva');
  await page.press('link', 'Titta på planen');
  await page.waitFor('heading', /Lars/);
  await check('Planens första sida');
  await goTo(page, 'behov', 'Upptäck behov');
  await check('Upptäck behov');
  await goTo(page, 'forbered', 'Förbered');
  await check('Förbered');
  await page.press('button', 'Lägg till person');
  await check('Lägg till person');
  await page.press('button', 'Avbryt');
  await goTo(page, 'samtycke', 'Samtycke');
  await check('Samtycke');
  await goTo(page, 'kalla', 'Kalla och bjud in');
  await check('Kalla och bjud in');

  await goTo(page, 'mote', 'Starta mötet');
  await check('Starta mötet');
  await startMeeting(page);
  for (const part of parts) {
    if (part !== 'Inledning') await goToPart(page, part);
    await check(`${part}, Leda`);
    await page.press('tab', 'Skriva');
    await check(`${part}, Skriva`);
    if (part === 'Behov') {
      await page.type('Skriv en rad', 'Gå en promenad');
      await page.press('button', 'Insats');
      await page.waitFor('button', 'Varje vecka');
      await check('Behov, en rad');
      await page.press('button', 'Klar');
    }
    if (part === 'Sammanfattning') {
      await page.press('button', 'Granska');
      await page.waitFor('heading', 'Granska');
      await check('Granska');
      await page.press('button', 'Tillbaka till mötet');
    }
    await page.press('button', 'Storskärm: av');
    await page.press('button', 'Den här skärmen');
    await page.waitFor('main', 'Det här ser alla');
    await check(`${part}, storskärm`);
    await page.press('button', 'Tillbaka');
    await page.press('button', 'Bara jag ser skärmen nu');
    await page.waitFor('heading', part);
  }
  await page.press('button', 'Ta paus');
  await page.waitFor('button', 'Fortsätt mötet');
  await check('Paus');
  await page.press('button', 'Fortsätt mötet');
  await page.press('button', 'Mer');
  await page.waitFor('menuitem', 'Hjälp i svåra lägen');
  await check('Mer');
  await page.press('menuitem', 'Hjälp i svåra lägen');
  await page.waitFor('heading', 'Hjälp i svåra lägen');
  await check('Hjälp i svåra lägen');
  await page.press('button', 'Tillbaka till mötet');
  await page.press('button', 'Avsluta mötet');
  await page.waitFor('radio', 'SIP:en avslutas');
  await check('Avsluta mötet');
  await page.press('radio', 'SIP:en avslutas');
  await page.press('button', 'Avsluta mötet');
  await page.waitFor('heading', 'Efter mötet');
  await check('Efter mötet');

  await goTo(page, 'plan', 'Planen');
  await check('Planen, läsa');
  await page.press('button', 'Lättläst');
  await page.waitFor('heading', 'Vem kan jag fråga?');
  await check('Lättläst');
  await page.press('button', 'Stäng');
  await page.press('tab', /Skriv/);
  await check('Planen, skriva');
  await page.press('button', 'Skriv ut');
  await check('Skriv ut');
  await page.press('button', 'Avbryt');
  await page.press('button', 'Gör planen klar');
  await check('Gör planen klar');
  await page.press('button', 'Gör planen klar');
  await page.waitFor('heading', 'Klar, version 1');
  await check('Klar, version 1');
  await goTo(page, 'historik', 'Historik');
  await check('Historik');
  expect(found).toEqual([]);
  expect(seen.length).toBeGreaterThan(30);
}, 300_000);
