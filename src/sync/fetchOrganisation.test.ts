import { expect, it, vi } from 'vitest';
import { organisationToFile } from '../protocol/recoveryKey.ts';
import { fetchOrganisation } from './fetchOrganisation.ts';

const organisation = { name: 'Åby kommun', publicKey: new Uint8Array(32).fill(9) };
const file = organisationToFile(organisation);

const ask = (body: unknown, status = 200, type = 'application/json') =>
  fetchOrganisation(
    async () =>
      new Response(typeof body === 'string' ? body : JSON.stringify(body), {
        status,
        headers: { 'content-type': type },
      }),
    true,
  );

it('reads whose key is set, from the server and from a plain file', async () => {
  expect(await ask(file)).toEqual({ kind: 'key', organisation });
});

it('knows none where the server says so, has no such file, or answers with the page', async () => {
  expect(await ask({})).toEqual({ kind: 'none' });
  expect(await ask('Not found', 404, 'text/plain')).toEqual({ kind: 'none' });
  expect(await ask('<!doctype html>', 200, 'text/html')).toEqual({ kind: 'none' });
});

it('takes nothing else for a key, nor for none', async () => {
  expect(await ask({ ...file, recoveryKey: `${file.recoveryKey}0` })).toEqual({ kind: 'unknown' });
  expect(await ask('{"organ', 200)).toEqual({ kind: 'unknown' });
  expect(await ask('down', 503, 'text/plain')).toEqual({ kind: 'unknown' });
  const broken = fetchOrganisation(() => Promise.reject(new TypeError()), true);
  expect(await broken).toEqual({ kind: 'unknown' });
});

it('asks nobody without internet', async () => {
  const asked = vi.fn<typeof fetch>();
  expect(await fetchOrganisation(asked, false)).toEqual({ kind: 'unknown' });
  expect(asked).not.toHaveBeenCalled();
});
