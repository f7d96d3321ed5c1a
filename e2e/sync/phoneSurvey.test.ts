/**
 * **Hur var mötet?** on the individual's own phone after the meeting: not said to be sent while there is no internet, sent
 * when the leader's device has it, counted when the leader has said so, and never shown to the leader.
 */
import { expect, it } from 'vitest';
import { firstStart, newSip } from '../app.ts';
import { openChromium } from '../driver/chromium.ts';
import { endMeeting, sayYes, startMeeting, writeInBehov } from '../journeys/steps.ts';
import { goToWay, openLink, share } from './shareSteps.ts';
import { startSyncApp } from './startSyncApp.ts';

it('comes from the phone to the leader, who counts the answers without seeing them', async () => {
  const server = await startSyncApp();
  const tablet = await openChromium({ typing: 'words', timeout: 45_000 });
  const phone = await openChromium({
    viewport: { width: 360, height: 800 },
    touch: true,
    timeout: 45_000,
  });
  try {
    const { page } = tablet;
    const lars = phone.page;
    await firstStart(page, server.url);
    await newSip(page, 'Lars');
    await goToWay(page, 'samtycke', 'Samtycke');
    await sayYes(page, 'make');
    await goToWay(page, 'dela', 'Skriv ut och dela');
    await openLink(lars, await share(page, 'Lars'));
    await lars.waitForText('Mötet börjar snart.');
    await goToWay(page, 'mote', 'Starta mötet');
    await startMeeting(page);
    await writeInBehov(page);
    await lars.waitFor('heading', 'Behov');
    expect(await lars.exists('button', 'Hur var mötet?')).toBe(false);
    await endMeeting(page);

    // Answered without internet: it says so, and goes on trying.
    await lars.waitFor('button', 'Hur var mötet?');
    await lars.press('button', 'Hur var mötet?');
    await lars.press('button', 'Börja');
    await phone.setOffline(true);
    for (const face of ['Stämmer helt', 'Jag vill inte svara', 'Stämmer delvis'])
      await lars.press('button', face);
    for (let left = 3; left > 0; left -= 1) await lars.press('button', 'Stämmer helt');
    await lars.waitForText('Svaren är inte skickade än.');
    expect(await page.text()).not.toContain('Svar har kommit');
    await phone.setOffline(false);
    await lars.waitForText('Svaren är skickade till den som ledde mötet.', { timeout: 90_000 });

    // The leader is told that they have come, and not what they say.
    await page.waitForText('Svar har kommit genom länken till Lars.');
    for (const face of ['Stämmer helt', 'Stämmer delvis'])
      expect(await page.text()).not.toContain(face);
    await page.press('button', 'Räkna med svaren');
    await page.waitForText('Svaren är med.');
    expect(await page.text()).not.toContain('Svar har kommit');
    await lars.waitForText('Svaren är med nu.');
    for (const each of [page, lars]) expect(await each.title()).not.toMatch(/Lars/u);
    expect(server.faults).toEqual([]);
  } finally {
    await Promise.all([tablet.close(), phone.close()]);
    await server.remove();
  }
}, 400_000);
