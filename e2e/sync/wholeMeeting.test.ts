/**
 * A whole meeting on five screens: the leader's tablet, the note-taker's, a shared view in a window of its own, and two
 * phones, while internet comes and goes. What is shown for all reaches them; what is not never does.
 */
import { expect, it } from 'vitest';
import { firstStart, karin, newSip, waitForSaved } from '../app.ts';
import { openChromium } from '../driver/chromium.ts';
import { openWall } from '../journeys/roomSteps.ts';
import {
  addPerson,
  closeSip,
  goToPart,
  sayYes,
  showRow,
  startMeeting,
  writeInBehov,
  writeRow,
} from '../journeys/steps.ts';
import { beginAsSecond, compareWords, goToSettings, showCode, typeCode } from './pairSteps.ts';
import { goToWay, openLink, share } from './shareSteps.ts';
import { startSyncApp } from './startSyncApp.ts';

const phone = { width: 360, height: 800 };
const first = 'Gå en promenad';
const secret = 'Ring banken om lånet';
const noted = 'Boendestöd på morgonen';
const offline = 'Samtal varje vecka';

it('leads one meeting on all of them, and says nothing that was not shown for all', async () => {
  const server = await startSyncApp();
  const browsers = await Promise.all([
    openChromium({ typing: 'words', timeout: 45_000 }),
    openChromium({ typing: 'words', timeout: 45_000 }),
    openChromium({ viewport: phone, touch: true, timeout: 45_000 }),
    openChromium({ viewport: phone, touch: true, timeout: 45_000 }),
  ]);
  const [leading, writing, larsPhone, annasPhone] = browsers;
  try {
    const leader = leading.page;
    const writer = writing.page;
    const lars = larsPhone.page;
    const anna = annasPhone.page;
    await firstStart(leader, server.url);
    await newSip(leader, 'Lars');
    await addPerson(leader, { name: 'Anna', role: 'syster', chips: [] });
    await goToWay(leader, 'samtycke', 'Samtycke');
    await sayYes(leader, 'make');
    await sayYes(leader, 'share');
    await waitForSaved(leader);

    // The note-taker's tablet.
    await leader.press('link', 'Lars');
    await leader.press('link', 'Mina SIP:ar');
    await beginAsSecond(writer, server.url, {
      ...karin,
      password: 'hjortron skare norrsken träsko',
    });
    await goToSettings(leader);
    await typeCode(writer, await showCode(leader));
    await compareWords(leader, writer);
    await writer.waitFor('heading', 'Allt är här', { timeout: 60_000 });
    await leader.press('button', 'Klar', { within: 'Lägg till en platta eller dator' });
    await writer.press('link', 'Till Mina SIP:ar');
    await writer.press('button', 'Alla planer');
    await writer.press('link', 'Lars');
    await leader.press('link', 'Mina SIP:ar');
    await leader.press('button', 'Alla planer');
    await leader.press('link', 'Lars');

    // The phones.
    await goToWay(leader, 'dela', 'Skriv ut och dela');
    await openLink(lars, await share(leader, 'Lars'));
    await openLink(anna, await share(leader, 'Anna'));
    await lars.waitForText('Mötet börjar snart.');
    await anna.waitForText('Mötet börjar snart.');
    // The leader's syncs, has let another in and shares: over one and the same.
    expect(server.connections()).toBe(4);

    // The meeting, and a window for the wall.
    await goToWay(leader, 'mote', 'Starta mötet');
    await startMeeting(leader);
    const wall = await openWall(leading);
    await wall.waitFor('heading', 'Inledning');
    await writeInBehov(leader);
    for (const words of [first, secret])
      await writeRow(leader, 'Skriv en rad', words, () => leader.press('button', 'Insats'));
    await showRow(leader, first);
    for (const each of [wall, lars, anna]) await each.waitForText(first);

    // The note-taker writes; the leader shows it for all.
    await goToWay(writer, 'mote', 'Behov');
    await writer.press('tab', 'Skriva');
    await writeRow(writer, 'Skriv en rad', noted, () => writer.press('button', 'Insats'));
    await leader.waitForText(noted);
    await showRow(leader, noted);
    for (const each of [wall, lars, anna]) await each.waitForText(noted);

    // Without internet the meeting goes on; the phones say what they show.
    await leading.setOffline(true);
    await writeRow(leader, 'Skriv en rad', offline, () => leader.press('button', 'Insats'));
    await showRow(leader, offline);
    await wall.waitForText(offline);
    await larsPhone.setOffline(true);
    await leading.setOffline(false);
    await anna.waitForText(offline, { timeout: 90_000 });
    expect(await lars.text()).not.toContain(offline);
    await larsPhone.setOffline(false);
    await lars.waitForText(offline, { timeout: 90_000 });

    // A signal from the phone, to the leader alone.
    await lars.press('button', 'Jag förstår inte');
    await lars.waitForText('Skickat till den som leder mötet');
    await leader.press('button', 'Tack, jag såg');
    await lars.waitForText('Den som leder mötet såg det');
    expect(await wall.text()).not.toContain('Jag förstår inte');
    expect(await anna.text()).not.toContain('såg det');

    for (const each of [wall, lars, anna]) expect(await each.text()).not.toContain(secret);

    // The end: the relative's view is over, the individual's own is not.
    await goToPart(leader, 'Sammanfattning');
    await goToPart(leader, 'Avslutning');
    await leader.press('button', 'Avsluta mötet');
    await closeSip(leader);
    await anna.waitForText('Det här delas inte längre');
    expect(await lars.text()).not.toContain('Det här delas inte längre');
    expect(server.faults).toEqual([]);
  } finally {
    await Promise.all(browsers.map((browser) => browser.close()));
    await server.remove();
  }
}, 400_000);
