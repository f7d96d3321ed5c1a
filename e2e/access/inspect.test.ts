/** The checks that axe-core lacks find what they look for, and leave alone what is well. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ChromiumBrowser, openChromium } from '../driver/chromium.ts';
import { inspect, inspectFocus, placesOf } from './inspect.ts';

let server: Server;
let browser: ChromiumBrowser;
let html = '';

beforeAll(async () => {
  server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><html lang="sv"><title>Prov</title><body>${html}</body></html>`);
  });
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  browser = await openChromium({ viewport: { width: 320, height: 640 } });
});

afterAll(async () => {
  await browser.close();
  server.close();
});

const show = async (body: string): Promise<void> => {
  html = body;
  const { port } = server.address() as AddressInfo;
  await browser.page.open(`http://127.0.0.1:${port}/`);
  // The driver's finder, which computes names, comes with the first question.
  await browser.page.names('heading');
};

const all = { touch: true, names: true, motion: true };

it.each([
  ['a page that is too wide', '<div style="width:500px">Ett</div>', /500 wide|508 wide/],
  [
    'words that are cut off',
    '<p style="width:60px;overflow:hidden;white-space:nowrap">Sammanfattning</p>',
    /cut off: “Sammanfattning”/,
  ],
  [
    'words upon each other',
    '<p>Ett ord</p><p style="margin-top:-34px">Ett till</p>',
    /upon each other: “Ett ord” and “Ett till”/,
  ],
  [
    'a button too small to touch',
    '<button style="width:30px;height:30px;padding:0">A</button>',
    /30×30 to touch/,
  ],
  [
    'a name without the words one sees',
    '<button aria-label="Stäng" style="width:99px;height:50px">Klar</button>',
    /one sees “klar”, but it is called “stäng”/,
  ],
  ['a button without a name', '<button style="width:99px;height:50px"></button>', /no name/],
  ['a transition', '<p style="transition:opacity 1s">Ett</p>', /a transition/],
])('finds %s', async (_, body, finding) => {
  await show(body);
  const found = await browser.page.evaluate(inspect, all);
  expect(found.join('\n')).toMatch(finding);
});

it('finds nothing in a page that is well', async () => {
  await show(`<h1>Rubrik</h1><p>En rad med <a href="/">en länk</a> i.</p>
    <button style="width:99px;height:50px" aria-label="Klar: raden">Klar</button>
    <p style="position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden">Bara uppläst</p>`);
  expect(await browser.page.evaluate(inspect, all)).toEqual([]);
});

it('finds a focus that nothing shows', async () => {
  await show(`<button style="outline:none">Utan ring</button><button>Med ring</button>`);
  const found = await browser.page.evaluate(inspectFocus);
  expect(found).toHaveLength(1);
  expect(found[0]).toContain('Utan ring');
});

it('measures from where reading begins, so that a mirrored page measures the same', async () => {
  await show(`<button style="margin-inline-start:40px">Ett</button>`);
  const before = await browser.page.evaluate(placesOf);
  await browser.page.evaluate(() => {
    document.documentElement.dir = 'rtl';
  });
  const after = await browser.page.evaluate(placesOf);
  expect(after[0]?.start).toBeCloseTo(before[0]?.start ?? -1, 0);
  await show(`<button style="margin-left:40px">Ett</button>`);
  const plain = await browser.page.evaluate(placesOf);
  await browser.page.evaluate(() => {
    document.documentElement.dir = 'rtl';
  });
  const wrong = await browser.page.evaluate(placesOf);
  expect(Math.abs((wrong[0]?.start ?? 0) - (plain[0]?.start ?? 0))).toBeGreaterThan(20);
});
