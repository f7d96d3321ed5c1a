import { expect, it, vi } from 'vitest';
import { fetchSignIn } from './fetchSignIn.ts';

const answering = (body: unknown, type = 'application/json') =>
  vi.fn(async () => new Response(JSON.stringify(body), { headers: { 'content-type': type } }));

it('takes the proof of somebody who is signed in, from this origin alone', async () => {
  const ask = answering({ token: 'abc', until: 5 });
  expect(await fetchSignIn(ask)).toEqual({ token: 'abc', until: 5 });
  expect(ask).toHaveBeenCalledWith(
    '/auth/token',
    expect.objectContaining({ credentials: 'same-origin', redirect: 'error' }),
  );
});

it.each([
  ['nobody is signed in', answering({ token: null })],
  ['the answer is the page itself', answering('<!doctype html>', 'text/html')],
  ['there is no internet', vi.fn(() => Promise.reject(new TypeError('offline')))],
])('has none when %s', async (_, ask) => {
  expect(await fetchSignIn(ask)).toBeNull();
});
