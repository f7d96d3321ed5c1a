import { firstStart, goOnAsNew, karin, maria, newSip, waitForSaved } from '../app.ts';
import { openChromium } from '../driver/chromium.ts';
import { addPerson, sayYes, startMeeting, writeInBehov, writeRow, showRow, endMeeting, goToPart, closeSip } from '../journeys/steps.ts';
import { beginAsSecond, goHome, goToSettings, openCaseAt, pairByTyping, waitForSynced, showInvitation, joinAsWriter, typeCode } from './pairSteps.ts';
import { goToWay, openLink, share } from './shareSteps.ts';
import { startSyncApp } from './startSyncApp.ts';
const out = '/tmp/wt/ed12/shots2/';
const long = { timeout: 60_000 };
const app = await startSyncApp();
const one = await openChromium({ ...long, typing: 'words', viewport: { width: 1180, height: 820 } });
const two = await openChromium({ ...long, typing: 'words', viewport: { width: 820, height: 1180 } });
const phone = await openChromium({ ...long, touch: true, viewport: { width: 360, height: 740 } });
const a = one.page, b = two.page, p = phone.page;
let n = 0;
const shot = async (br: typeof one, name: string, full = true) => {
  n += 1;
  await br.playwrightPage.screenshot({ path: `${out}${String(n).padStart(2, '0')}-${name}.png`, fullPage: full, timeout: 60_000 });
  console.log(new Date().toISOString(), n, name);
};
const step = async (name: string, f: () => Promise<void>) => { try { await f(); } catch (e) { console.log('FAILED', name, String(e).slice(0, 500)); await shot(one, `fail-${name}-1`).catch(() => {}); await shot(two, `fail-${name}-2`).catch(() => {}); } };
const section = (br: typeof one, name: string, label: string) => br.playwrightPage.locator(`section[aria-label="${label}"]`).screenshot({ path: `${out}${String((n += 1)).padStart(2, '0')}-${name}.png` });
try {
  await firstStart(a, app.url, { ...karin, organisation: 'Åby kommun' });
  await newSip(a, 'Lars');
  await addPerson(a, { name: 'Anna', role: 'syster', chips: [] });
  await goToWay(a, 'samtycke', 'Samtycke');
  await sayYes(a, 'make'); await sayYes(a, 'share');
  await goToWay(a, 'dela', 'Skriv ut och dela');
  const link = await share(a, 'Lars');
  await openLink(p, link);
  await p.waitForText('Mötet börjar snart.');
  await shot(phone, 'telefon-vantar');
  await goToWay(a, 'mote', 'Starta mötet');
  await startMeeting(a); await writeInBehov(a);
  await writeRow(a, 'Skriv en rad', 'Gå en promenad', () => a.press('button', 'Insats'));
  await showRow(a, 'Gå en promenad');
  await p.waitForText('Gå en promenad');
  await shot(phone, 'telefon-mote');
  await step('invite', async () => {
    await firstStart(b, app.url, { ...maria, organisation: 'Åby kommun' });
    await goToWay(a, '', 'Lars');
    await a.press('button', 'Bjud in en kollega att skriva');
    await shot(one, 'bjud-in', false);
    await a.press('button', 'Visa en kod');
    await a.waitFor('img', 'Kod som den andra plattan läser med kameran');
    await shot(one, 'bjud-in-kod', false);
    const code = await a.evaluate(() => document.querySelector('.pairing__groups')?.textContent ?? '');
    await b.press('link', 'Gå med i ett möte');
    await typeCode(b, code);
    await b.waitFor('button', 'Ja, samma ord');
    await shot(two, 'inbjuden-ordet');
    for (const page of [a, b]) await page.press('button', 'Ja, samma ord');
    await b.waitFor('heading', 'Allt är här');
    await shot(two, 'inbjuden-klar');
    await a.press('button', 'Klar');
    await b.press('link', 'Öppna planen');
    await b.waitFor('heading', 'Lars');
    await shot(two, 'inbjuden-plan');
    await shot(one, 'plan-pagar');
  });
  await step('end', async () => {
    await goToWay(a, 'mote', 'Behov');
    await endMeeting(a);
    await p.waitForText('Hur var mötet?').catch(() => {});
    await shot(phone, 'telefon-efter');
  });
  await step('keep', async () => {
    await p.press('button', 'Behåll planen på den här telefonen');
    await shot(phone, 'telefon-sparad');
  });
  await step('remove writer', async () => {
    await goToWay(a, '', 'Lars');
    await a.press('button', 'Ta bort Maria Lind');
    await shot(one, 'ta-bort-kollega', false);
    await a.press('button', 'Ta bort');
    await a.waitFor('heading', 'Mina SIP:ar').catch(() => {});
    await shot(one, 'efter-ta-bort');
    await openCaseAt(a, 'Lars', 'dela');
    await shot(one, 'ny-lank');
    await shot(phone, 'telefon-slut');
    await shot(two, 'kollegan-borttagen');
  });
  await step('after', async () => {
    await openCaseAt(a, 'Lars', 'efter');
    await a.press('button', 'Ta bort nu');
    await shot(one, 'ta-bort-plan', false);
    await a.press('button', 'Behåll planen');
  });
  await step('help', async () => {
    await a.press('link', 'Lars'); await a.press('link', 'Mina SIP:ar');
    await a.press('link', 'Hjälp');
    await a.press('link', /Läs: Internet är borta/u);
    await shot(one, 'hjalp-synk');
  });
} catch (e) { console.log('STOP', String(e).slice(0, 1500)); await shot(one, 'x1').catch(() => {}); await shot(two, 'x2').catch(() => {}); await shot(phone, 'x3').catch(() => {}); }
finally { await one.close(); await two.close(); await phone.close(); await app.remove(); }
