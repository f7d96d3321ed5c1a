// @vitest-environment happy-dom
/** Whatever stands in the address line: a page with a heading that somebody can go on from, and nothing written by it. */
import { act, cleanup, render, waitFor } from '@testing-library/preact';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openCase } from '../cases/openCase.ts';
import { App } from './App.tsx';
import { createAppearanceStore } from './appearance.ts';
import { caseDeps } from './caseDeps.ts';
import { createSeenScreen } from './seenScreen.ts';
import { createTestDevice, type TestDevice } from './testDevice.ts';

// There is no service worker here.
vi.mock('./shell/Updates.tsx', () => ({ Updates: () => null }));

const ways = ['/', '/ny', '/direkt', '/installningar', '/hjalp/', '/ova/', '/sip/', '/okand/'];
const ends = [
  '',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '%',
  '%E0%A4%A',
  '%00',
  '%2e%2e%2f',
  '..%5c',
  '%ED%A0%80',
  '%E2%80%AEmote',
  '<img src=x onerror=alert(1)>',
  'a'.repeat(5_000),
  'x/y/z/1/2/3',
  'AAAAAAAAAAAAAAAAAAAAAA/mote',
  '?version=__proto__',
  '?version=%E0%A4%A&version=-1',
  '#__proto__',
  '#r=AAAA&k=%ff',
];
const caseWays = [
  'mote',
  'plan',
  'forbered',
  'efter',
  'historik',
  'samtycke',
  'kalla',
  '__proto__',
];
const caseEnds = [
  '?version=-1',
  '?version=1e999',
  '?version=constructor',
  '#plan-row-"]<',
  '/../..',
];

let device: TestDevice;
const crash = 'Något gick fel';

beforeAll(async () => {
  device = await createTestDevice();
  vi.stubGlobal('isSecureContext', true);
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterAll(() => {
  cleanup();
  history.replaceState(null, '', '/');
});

const visit = async (address: string): Promise<void> => {
  await act(async () => {
    history.pushState(null, '', address);
    for (let turn = 0; turn < 3; turn += 1) await new Promise((done) => setTimeout(done));
  });
  await waitFor(() => expect(document.querySelector('h1, h2')?.textContent).toBeTruthy(), {
    timeout: 10_000,
  });
};

describe('an address that somebody made up', () => {
  it('leads to a page and to no crash, and a way back home still works', async () => {
    const caught: unknown[] = [];
    addEventListener('error', ({ error }) => caught.push(error));
    render(
      <App
        session={device.session}
        appearance={createAppearanceStore(localStorage, document.documentElement)}
        seenScreen={createSeenScreen(sessionStorage)}
      />,
    );
    const own = caseWays.flatMap((way) =>
      caseEnds.map((end) => `/sip/${device.opened.caseId}/${way}${end}`),
    );
    const all = [...ways.flatMap((way) => ends.map((end) => `${way}${end}`)), ...own];
    // Twice: the first time, what a page is made of may still be on its way.
    for (const address of [...all, ...all]) {
      await visit(address);
      expect(document.body.textContent, address).not.toContain(crash);
      expect(document.body.innerHTML, address).not.toContain('onerror=');
    }
    await visit('/');
    await waitFor(() => expect(document.body.textContent).toContain('Här finns 1 plan'), {
      timeout: 10_000,
    });
    expect(caught).toEqual([]);
    // To open a case is logged in it; nothing else comes of an address.
    const { vault } = device.session.get();
    if (vault === null) throw new Error('locked');
    const fresh = await openCase(caseDeps(device.session), vault, device.opened.caseId, {
      log: false,
    });
    if (!fresh.ok) throw new Error(fresh.error.kind);
    const { log, plan } = fresh.value.workspace().state;
    fresh.value.abandon();
    const kinds = log.map(({ fact }) => fact.type).filter((type) => type !== 'case.opened');
    expect(kinds).toEqual(['case.created']);
    expect(plan.name.value).toBe('Lars');
  }, 180_000);
});
