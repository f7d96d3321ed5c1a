/** The walks past every view of views.ts: `at` is called in each. Not the journeys: a person would not go this way. */
import { karin } from '../app.ts';
import type { Page } from '../driver/types.ts';
import { takeBack } from '../journeys/roomSteps.ts';
import { goToPart, parts, startMeeting } from '../journeys/steps.ts';

export type At = (view: string) => Promise<void>;

/** Another address of the program without loading it anew: practice lives in memory only. */
export const goTo = async (page: Page, way: string, heading: string | RegExp): Promise<void> => {
  await page.evaluate((to) => {
    const root = location.pathname.match(/^(\/ova)?\/sip\/[^/]+/)?.[0] ?? '';
    history.pushState(null, '', to.startsWith('/') ? to : `${root}${to === '' ? '' : `/${to}`}`);
    dispatchEvent(new PopStateEvent('popstate'));
  }, way);
  await page.waitFor('heading', heading);
};

/** A dialog that a button opens. */
const openAndClose = async (
  page: Page,
  button: string,
  at: () => Promise<void>,
  close = 'Avbryt',
): Promise<void> => {
  await page.press('button', button);
  await page.waitFor('dialog', /./);
  await at();
  await page.press('button', close);
  await page.waitForGone('dialog', /./);
};

/** A language from right to left, and one with other letters. */
const otherWritings = [
  ['arabiska', 'العربية', /SIP/],
  ['tigrinja', 'ትግርኛ', /SIP/],
] as const;

const walkFirstStart = async (page: Page, url: string, at: At): Promise<void> => {
  await page.open(url);
  await page.waitFor('heading', 'Välkommen');
  await at('Välkommen');
  await page.press('button', 'Hämta från en säkerhetskopia');
  await page.waitForGone('heading', 'Välkommen');
  await at('Hämta från en säkerhetskopia');
  await page.press('button', 'Tillbaka');
  await page.press('button', 'Skydda uppgifterna');
  await page.waitFor('field', 'Lösenord');
  await at('Skydda uppgifterna');
  await page.press('button', 'Fortsätt');
  await page.waitForText('Skriv ett kort namn');
  await at('Skydda uppgifterna, fel');
  await page.type('Ditt korta namn här', karin.shortName);
  await page.type('Lösenord', karin.password);
  await page.type('Skriv lösenordet en gång till', karin.password);
  await page.press('button', 'Fortsätt');
  await page.waitFor('heading', 'Reservkod', { timeout: 30_000 });
  await at('Reservkod');
  await page.press('checkbox', 'Jag har sparat koden');
  await page.press('button', 'Fortsätt');
  await page.waitFor('heading', 'Mina uppgifter');
  await at('Mina uppgifter');
  await page.type('Ditt namn', karin.name);
  await page.press('button', 'Klar');
  await page.waitFor('link', 'Ny SIP');
  await at('Mina SIP:ar, tom');
};

const walkList = async (page: Page, at: At): Promise<void> => {
  await page.press('link', 'Ny SIP');
  await page.waitFor('heading', 'Ny SIP');
  await at('Ny SIP');
  await page.press('button', 'Börja förbereda');
  await page.waitFor('field', 'Vems plan är det?');
  await at('Ny SIP, fel');
  await page.type('Vems plan är det?', 'Lars');
  await page.press('button', 'Börja förbereda');
  await page.waitFor('heading', 'Förbered');
  await at('Förbered, tom');
  await goTo(page, '/', 'Mina SIP:ar');
  await at('Mina SIP:ar');
  await page.press('button', 'Alla planer');
  await page.waitFor('heading', 'Alla planer');
  await at('Alla planer');
  await goTo(page, '/direkt', 'Starta möte direkt');
  await at('Starta möte direkt');
};

/** From **Välkommen** to **Låst**, by a vault of its own. */
export const walkStart = async (page: Page, url: string, at: At): Promise<void> => {
  await walkFirstStart(page, url, at);
  await walkList(page, at);
  await goTo(page, '/installningar', 'Inställningar');
  await at('Inställningar');
  await page.press('button', 'Gör en säkerhetskopia');
  await page.waitFor('field', 'Kopians lösenord');
  await at('Gör en säkerhetskopia');
  await page.press('button', 'Avbryt');
  await page.press('button', 'Byt lösenord');
  await page.waitFor('field', 'Nytt lösenord');
  await at('Byt lösenord');
  await page.press('button', 'Avbryt');
  await openAndClose(page, 'Radera allt här', () => at('Radera allt här'), 'Behåll allt');
  await goTo(page, '/vad-ar-en-sip', 'Vad är en SIP?');
  await at('Vad är en SIP?');
  await page.press('button', /^Vuxen/);
  await page.waitFor('button', 'Visa för någon annan');
  await at('Vad är en SIP, sex bilder');
  await goTo(page, '/hjalp', 'Hjälp');
  for (const [language, own, title] of otherWritings) {
    await goTo(page, '/vad-ar-en-sip', 'Vad är en SIP?');
    await page.press('radio', own);
    await page.waitFor('heading', title);
    await at(`Vad är en SIP, ${language}`);
    await goTo(page, '/hjalp', 'Hjälp');
  }
  await goTo(page, '/statistik', 'Statistik');
  await at('Statistik');
  await goTo(page, '/skarm/ingen', 'Mötet fortsätter.');
  await at('Ett eget fönster, vilar');
  await goTo(page, '/folj', 'Här kan du följa ett möte');
  await at('Följ, utan länk');
  await goTo(page, '/hjalp', 'Hjälp');
  await at('Hjälp');
  await goTo(page, '/hjalp/cirklar', 'Mötescirklar');
  await at('Mötescirklar');
  await goTo(page, '/hjalp/cirklar/aldre?del=3&sprak=sv-x-lattlast', 'Cirkel för äldre');
  await at('Mötescirkel, lättläst');
  await goTo(page, '/hjalp/cirklar/barn', 'Mötescirkel för barn');
  await page.press('button', 'För dig som är vuxen');
  await at('Mötescirkel för barn');
  await goTo(page, '/hjalp/ord', 'Ordlista');
  await page.waitFor('field', 'Sök ett ord');
  await at('Ordlista');
  await goTo(page, '/hjalp/glomt-losenordet', 'Jag har glömt lösenordet');
  await at('Hjälp, jag har glömt lösenordet');
  await goTo(page, '/hjalp/tillganglighet', 'Tillgänglighetsredogörelse');
  await at('Tillgänglighetsredogörelse');
  await goTo(page, '/finns-inte', 'Den sidan finns inte');
  await at('Sidan finns inte');
  await goTo(page, '/', 'Mina SIP:ar');
  await page.press('button', 'Lås');
  await page.waitFor('heading', 'Låst');
  await at('Låst');
  await page.type('Lösenord', 'inte de rätta orden');
  await page.press('button', 'Lås upp');
  await page.waitForText('lösenordet stämmer inte', { timeout: 30_000 });
  await at('Låst, fel');
  await page.press('button', 'Lås upp med reservkod');
  await page.waitFor('field', 'Reservkod');
  await at('Lås upp med reservkod');
};

/** Lars's practice case from **Öva** to **Mötespaketet**. */
export const walkCase = async (page: Page, url: string, at: At): Promise<void> => {
  await page.open(`${url}/ova`);
  await page.waitFor('heading', 'Öva', { timeout: 30_000 });
  await at('Öva');
  await page.press('link', 'Titta på planen');
  await page.waitFor('heading', /Lars/);
  await at('Planens första sida');
  await goTo(page, 'behov', 'Upptäck behov');
  await at('Upptäck behov');
  await goTo(page, 'forbered', 'Förbered');
  await at('Förbered');
  await page.press('button', 'Lägg till person');
  await page.waitFor('dialog', /./);
  await at('Lägg till person');
  await page.press('button', 'Klar');
  await at('Lägg till person, fel');
  await page.press('button', 'Avbryt');
  await goTo(page, 'samtycke', 'Samtycke');
  await at('Samtycke');
  await openAndClose(page, 'Anteckna svaret: Samtycke till att dela uppgifter', () =>
    at('Anteckna svaret'),
  );
  await goTo(page, 'vad-ar-en-sip', 'Vad är en SIP?');
  await page.press('button', /^Barn/);
  await page.waitFor('button', 'Visa för någon annan');
  await at('Vad är en SIP, för barn');
  await goTo(page, 'kalla', 'Kalla och bjud in');
  await at('Kalla och bjud in');
  await goTo(page, 'paket', 'Mötespaketet');
  await at('Mötespaketet');
};

/** Its meeting, from **Starta mötet** to the question how it ends. */
export const walkMeeting = async (page: Page, at: At): Promise<void> => {
  await goTo(page, 'mote', 'Starta mötet');
  await at('Starta mötet');
  await startMeeting(page);
  for (const part of parts) {
    if (part !== 'Inledning') await goToPart(page, part);
    await at(`${part}, Leda`);
    await page.press('tab', 'Skriva');
    await at(`${part}, Skriva`);
    if (part === 'Behov') {
      await page.type('Skriv en rad', 'Gå en promenad');
      await page.press('button', 'Insats');
      await page.waitFor('button', 'Varje vecka');
      await at('Behov, en rad');
      await page.press('button', 'Klar');
    }
    if (part === 'Sammanfattning') {
      await page.press('button', 'Granska');
      await page.waitFor('heading', 'Granska');
      await at('Granska');
      await page.press('button', 'Tillbaka till mötet');
    }
    await page.press('button', 'Storskärm: av');
    await page.press('button', 'Den här skärmen');
    await page.waitFor('main', 'Det här ser alla');
    await at(`${part}, storskärm`);
    await page.press('button', 'Tillbaka');
    await page.press('button', 'Bara jag ser skärmen nu');
    await page.waitFor('heading', part);
    if (part === 'Behov') {
      await page.press('button', 'Mer');
      await page.press('menuitem', 'Visa för Lars');
      await page.waitFor('main', 'Ditt möte');
      await at('Behov, visa för Lars');
      await page.press('button', 'Språk');
      await page.press('radio', 'العربية');
      await page.waitUntil(() => document.querySelector('main')?.lang === 'ar', []);
      await at('Behov, visa för Lars, arabiska');
      await takeBack(page);
      await page.waitFor('heading', part);
    }
  }
  await page.press('button', 'Ta paus');
  await page.waitFor('button', 'Fortsätt mötet');
  await at('Paus');
  await page.press('button', 'Fortsätt mötet');
  await page.press('button', 'Mer');
  await page.waitFor('menuitem', 'Hjälp i svåra lägen');
  await at('Mer');
  await page.press('menuitem', 'Hjälp i svåra lägen');
  await page.waitFor('heading', 'Hjälp i svåra lägen');
  await at('Hjälp i svåra lägen');
  await page.press('button', 'Tillbaka till mötet');
  await page.press('button', 'Avsluta mötet');
  await page.waitFor('radio', 'SIP:en avslutas');
  await at('Avsluta mötet');
};

/** From the end of the meeting to **Historik**. */
export const walkPlan = async (page: Page, at: At): Promise<void> => {
  await page.press('radio', 'SIP:en avslutas');
  await page.press('button', 'Avsluta mötet');
  await page.waitFor('heading', 'Efter mötet');
  await at('Efter mötet');
  await goTo(page, 'hur-var-motet', 'Hur var mötet?');
  await at('Hur var mötet?');
  await page.press('button', 'Börja');
  await page.waitForText('1 av 6');
  await at('Hur var mötet?, en mening');
  await takeBack(page);
  await page.waitFor('heading', 'Efter mötet');
  await page.press('link', 'Lättläst och andra språk');
  await page.waitFor('heading', 'Vem ska jag ringa?');
  await at('Lättläst');
  for (const [language, own] of otherWritings) {
    await page.evaluate(() =>
      document.querySelector<HTMLElement>('.easy-view__languages > button')?.click(),
    );
    await page.press('radio', own);
    await page.waitUntil(
      (name) => {
        const chosen = document.querySelector<HTMLInputElement>('input[type=radio]:checked');
        const copy = document.querySelector<HTMLElement>('main .easy--two');
        return (
          copy !== null && copy.lang === chosen?.value && document.body.innerText.includes(name)
        );
      },
      [own],
    );
    await at(`Lättläst, ${language}`);
  }
  await goTo(page, 'plan', 'Planen');
  await at('Planen, läsa');
  await page.press('tab', /Skriv/);
  await at('Planen, skriva');
  await openAndClose(page, 'Kopiera planen som text', () => at('Kopiera planen som text'), 'Stäng');
  await openAndClose(page, 'Skriv ut', () => at('Skriv ut'));
  await page.press('button', 'Gör planen klar');
  await page.waitFor('dialog', /./);
  await at('Gör planen klar');
  await page.press('button', 'Gör planen klar');
  await page.waitFor('heading', 'Klar, version 1');
  await at('Klar, version 1');
  await goTo(page, 'historik', 'Historik');
  await at('Historik');
  await openAndClose(page, 'Ta ut historiken', () => at('Ta ut historiken'), 'Stäng');
  await goTo(page, 'dela', 'Skriv ut och dela');
  await at('Skriv ut och dela, övning');
};
