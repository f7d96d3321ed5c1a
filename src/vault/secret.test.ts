import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { openSecret, secretOf } from './secret.ts';

test('a secret cannot be printed, logged, copied or serialised', () => {
  const secret = secretOf('lingon kanot bastu vinter');
  const traces = [
    String(secret),
    `${secret}`,
    JSON.stringify({ secret }),
    inspect(secret, { depth: 9, showHidden: true }),
    JSON.stringify({ ...secret }),
    JSON.stringify(structuredClone({ text: String(secret) })),
    Object.values(secret).map(String).join(),
  ];
  for (const trace of traces) expect(trace).not.toContain('lingon');
  expect(openSecret(secret)).toBe('lingon kanot bastu vinter');
});

test('a copy of a secret opens to nothing', () => {
  expect(openSecret({ ...secretOf('hemligt') })).toBe('');
});
