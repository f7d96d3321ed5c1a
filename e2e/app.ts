/**
 * The program as a journey needs it: the built app served, and the ways every journey goes first. Things are found
 * by the words a person sees.
 */
import { startServer, type TestServer } from './driver/server.ts';
import type { Page } from './driver/types.ts';

/** Serves the built app. Stop it at the end. */
export const startApp = (): Promise<TestServer> => startServer();

/** Who owns the vault: what **Skydda uppgifterna** asks for. */
export interface Owner {
  readonly shortName: string;
  readonly password: string;
  readonly name: string;
  readonly function: string;
  readonly unit: string;
  /** **Verksamhet som ansvarar**; left empty when it is not given. */
  readonly organisation?: string;
}

export const karin: Owner = {
  shortName: 'K',
  password: 'lingon tunnbröd kåta fjällvind',
  name: 'Karin Ek',
  function: 'samordnare',
  unit: 'vårdcentralen i Åby',
};

export const maria: Owner = {
  shortName: 'M',
  password: 'hjortron skare norrsken träsko',
  name: 'Maria Lind',
  function: 'kurator',
  unit: 'socialtjänsten',
};

/** From **Välkommen** to the first page. Gives the groups of the reserve code. */
export const firstStart = async (
  page: Page,
  url: string,
  owner: Owner = karin,
): Promise<readonly string[]> => {
  await page.open(url);
  await page.press('button', 'Skydda uppgifterna');
  return protect(page, owner);
};

/** From **Skydda uppgifterna** to **Mina uppgifter**. Gives the groups of the reserve code. */
export const makeVault = async (
  page: Page,
  owner: Pick<Owner, 'shortName' | 'password'>,
): Promise<readonly string[]> => {
  await page.type('Ditt korta namn här', owner.shortName);
  await page.type('Lösenord', owner.password);
  await page.type('Skriv lösenordet en gång till', owner.password);
  await page.press('button', 'Fortsätt');
  await page.waitFor('heading', 'Reservkod', { timeout: 30_000 });
  const groups = await page.evaluate(() =>
    [...document.querySelectorAll('.reserve-code__group')].map((group) => group.textContent ?? ''),
  );
  await page.press('checkbox', 'Jag har sparat koden');
  await page.press('button', 'Fortsätt');
  return groups;
};

/** From **Skydda uppgifterna** to the first page. Gives the groups of the reserve code. */
export const protect = async (page: Page, owner: Owner): Promise<readonly string[]> => {
  const groups = await makeVault(page, owner);
  await page.type('Ditt namn', owner.name);
  await page.type('Din funktion', owner.function);
  await page.type('Arbetsplats', owner.unit);
  if (owner.organisation !== undefined) await page.type('Organisation', owner.organisation);
  await page.press('button', 'Klar');
  await page.waitFor('link', 'Ny SIP');
  return groups;
};

export const unlock = async (page: Page, password: string = karin.password): Promise<void> => {
  await page.waitFor('heading', 'Låst');
  await page.type('Lösenord', password);
  await page.press('button', 'Lås upp');
  await page.waitForGone('heading', 'Låst', { timeout: 30_000 });
};

/** Locks, and somebody who is new here goes on: to their first page. */
export const goOnAsNew = async (page: Page, owner: Owner): Promise<void> => {
  await page.press('button', 'Lås');
  await page.press('button', 'Jag är ny här');
  await protect(page, owner);
};

/** Locks, and somebody else who has a vault here goes on. */
export const goOnAs = async (
  page: Page,
  { shortName, password }: Pick<Owner, 'shortName' | 'password'>,
): Promise<void> => {
  await page.press('button', 'Lås');
  await page.press('radio', shortName);
  await unlock(page, password);
};

/** **Ny SIP** for this name; ends on **Förbered**. Gives the address of the case. */
export const newSip = async (
  page: Page,
  name: string,
  circle: 'Barn' | 'Vuxen' = 'Vuxen',
): Promise<string> => {
  await page.press('link', 'Ny SIP');
  await page.type('Vems plan är det?', name);
  if (circle !== 'Vuxen') await page.press('radio', circle);
  await page.press('button', 'Börja förbereda');
  await page.waitFor('heading', 'Förbered');
  return (await page.url()).replace(/\/forbered$/, '');
};

/** Waits until the last keystroke is on the disk: first until it is drawn that it is not, then that it is. */
export const waitForSaved = async (page: Page): Promise<void> => {
  await page.evaluate(
    () =>
      new Promise<void>((drawn) => {
        requestAnimationFrame(() => requestAnimationFrame(() => drawn()));
      }),
  );
  await page.waitForText('Sparat här');
};
