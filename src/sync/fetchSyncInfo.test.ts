import { expect, test } from 'vitest';
import { fetchSyncInfo } from './fetchSyncInfo.ts';

const answering =
  (body: string, type = 'application/json', status = 200): typeof fetch =>
  async () =>
    new Response(body, { status, headers: { 'content-type': type } });

const info = { name: 'Kommunen', versions: [1], open: 'invite' };

test('a server that syncs is told from one that does not, and from one that cannot be asked', async () => {
  expect(await fetchSyncInfo(answering(JSON.stringify(info)))).toEqual({ kind: 'server', info });
  expect(await fetchSyncInfo(answering('', 'text/plain', 404))).toEqual({ kind: 'none' });
  expect(await fetchSyncInfo(answering('{}'))).toEqual({ kind: 'none' });
  expect(await fetchSyncInfo(answering('<!doctype html>', 'text/html'))).toEqual({ kind: 'none' });
  const odd = [
    answering('', 'text/plain', 502),
    answering('{'),
    answering('[]'),
    answering(JSON.stringify({ ...info, versions: ['1'] })),
    answering(JSON.stringify({ ...info, open: 'all' })),
    async () => {
      throw new TypeError('no network');
    },
  ];
  for (const ask of odd) expect(await fetchSyncInfo(ask)).toEqual({ kind: 'unknown' });
});
