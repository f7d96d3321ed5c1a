import { expect, test } from 'vitest';
import { keyInfos } from './keyInfos.ts';

test('no two keys are derived under one name', () => {
  const infos = Object.values(keyInfos);
  expect(new Set(infos).size).toBe(infos.length);
});

test('every name says which program and version it belongs to', () => {
  for (const info of Object.values(keyInfos)) expect(info).toMatch(/^sip\/1\/[a-z/-]+$/);
});
