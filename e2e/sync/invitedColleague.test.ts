/**
 * A colleague of the same organisation is invited to write in one case (field.md 4): sees it and nothing else, writes, and gets
 * nothing more once taken out. Somebody of another organisation is refused, and nothing is opened.
 */
import { expect, it } from 'vitest';
import { firstStart, karin, maria, newSip, waitForSaved } from '../app.ts';
import { readRows } from '../crash/deviceRows.ts';
import { readDevice } from '../crash/readDevice.ts';
import { openChromium } from '../driver/chromium.ts';
import type { Page } from '../driver/types.ts';
import {
  goHome,
  joinAsWriter,
  openCaseAt,
  showInvitation,
  typeCode,
  waitForSynced,
} from './pairSteps.ts';
import { goToWay } from './shareSteps.ts';
import { type SyncTestServer, startSyncApp } from './startSyncApp.ts';

const important = 'Vad är viktigt för dig?';
const inviting = { ...karin, organisation: 'Åby kommun, socialnämnden' };
const colleague = { ...maria, organisation: 'Åby  kommun, Socialnämnden' };
const stranger = {
  ...maria,
  shortName: 'O',
  name: 'Olle Berg',
  organisation: 'Region Åby, vuxenpsykiatrin',
};

it('lets a colleague write in one plan and see no other, and gives nothing more to one who is taken out', async () => {
  await between(colleague, async ({ own, theirs, server }) => {
    await newSip(own, 'Amina');
    await goHome(own, 'Amina');
    await newSip(own, 'Lars');
    await own.type(important, 'Sova bättre.');
    await waitForSaved(own);
    await own.press('link', 'Lars');
    await joinAsWriter(own, theirs, await showInvitation(own));

    await theirs.waitFor('heading', 'Lars');
    await theirs.waitForText('Inbjuden att skriva');
    expect(await theirs.exists('button', 'Bjud in en kollega att skriva')).toBe(false);
    await goToWay(theirs, 'forbered', 'Förbered');
    expect(await theirs.value(important)).toBe('Sova bättre.');
    await theirs.type(important, ' Gården kvar.');
    await waitForSaved(theirs);
    await goToWay(own, 'forbered', 'Förbered');
    await waitForValue(own, 'Sova bättre. Gården kvar.');

    // That one plan and no other, on the page and on the disk.
    await goHome(theirs, 'Lars');
    await theirs.press('button', 'Alla planer');
    await theirs.waitForText('Inbjuden att skriva');
    expect(await theirs.text()).not.toContain('Amina');
    expect(await plansOn(theirs, colleague.password)).toHaveLength(1);

    // Taken out.
    await own.press('link', 'Lars');
    await own.press('button', 'Ta bort Maria Lind');
    await own.press('button', 'Ta bort');
    await own.waitFor('heading', 'Mina SIP:ar', { timeout: 60_000 });
    await openCaseAt(own, 'Lars', 'forbered');
    await own.type(important, ' Efteråt.');
    await waitForSaved(own);
    await waitForSynced(own);
    await theirs.press('link', 'Lars');
    await theirs.waitForText('Du är inte längre inbjuden att skriva', { timeout: 60_000 });
    await goToWay(theirs, 'forbered', 'Förbered');
    expect(await theirs.value(important)).toBe('Sova bättre. Gården kvar.');
    expect((await plansOn(theirs, colleague.password)).join()).not.toContain('Efteråt');
    await goToWay(own, 'historik', 'Historik');
    await own.waitForText(/Maria Lind/u);
    expect(server.faults).toEqual([]);
  });
}, 600_000);

it('refuses somebody of another organisation with a plain sentence, and opens nothing', async () => {
  await between(stranger, async ({ own, theirs }) => {
    await newSip(own, 'Lars');
    await own.press('link', 'Lars');
    const code = await showInvitation(own);
    await theirs.press('link', 'Gå med i ett möte');
    await typeCode(theirs, code);
    await theirs.waitForText(
      'Åby kommun, socialnämnden är en annan verksamhet än din. Bara de som arbetar i samma verksamhet kan skriva i samma plan. Andra kan få en kopia av planen.',
    );
    // Whoever comes with a code says no before they have said who they are.
    await own.waitForText('Ni arbetar i olika verksamheter.');
    expect(await theirs.text()).not.toContain('Lars');
    expect(await plansOn(theirs, stranger.password)).toEqual([]);
    await own.press('button', 'Avbryt');
    expect(await own.exists('heading', 'Skriver också i planen')).toBe(false);
  });
}, 400_000);

interface Two {
  readonly own: Page;
  readonly theirs: Page;
  readonly server: SyncTestServer;
}

/** Both have begun: who invites, and somebody else. */
const between = async (
  other: typeof colleague,
  journey: (two: Two) => Promise<void>,
): Promise<void> => {
  const server = await startSyncApp();
  const browsers = await Promise.all([
    openChromium({ typing: 'words', timeout: 45_000 }),
    openChromium({ typing: 'words', timeout: 45_000 }),
  ]);
  try {
    const [{ page: own }, { page: theirs }] = browsers;
    await Promise.all([
      firstStart(own, server.url, inviting),
      firstStart(theirs, server.url, other),
    ]);
    await journey({ own, theirs, server });
  } finally {
    await Promise.all(browsers.map((browser) => browser.close()));
    await server.remove();
  }
};

const waitForValue = (page: Page, wanted: string): Promise<void> =>
  page.waitUntil(
    (words) => [...document.querySelectorAll('textarea')].some(({ value }) => value === words),
    [wanted],
    { timeout: 60_000 },
  );

/** Every plan that lies on the device, whole. */
const plansOn = async (page: Page, password: string): Promise<readonly string[]> => {
  const rows = await readRows(page);
  if (rows === null) throw new Error('There is no database.');
  return [...(await readDevice(rows, password)).values()].map(({ plan }) => plan);
};
