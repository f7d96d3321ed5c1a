import { expect, test } from 'vitest';
import {
  organisationToFile,
  readOrganisation,
  recoveryKeyToText,
  textToRecoveryKey,
} from './recoveryKey.ts';

const publicKey = Uint8Array.from({ length: 32 }, (_, index) => 255 - index);
const text = recoveryKeyToText(publicKey);

test('a public key goes through a text, and through small slips', () => {
  expect(text).toMatch(/^sip-key-1:[0-9A-Z]{58}$/);
  expect(textToRecoveryKey(text)).toEqual(publicKey);
  expect(textToRecoveryKey(`  ${text.toLowerCase()}\n`)).toEqual(publicKey);
});

test('one wrong character anywhere is found', () => {
  const start = 'sip-key-1:'.length;
  for (let at = start; at < text.length; at += 1) {
    const other = text[at] === '7' ? '8' : '7';
    expect(textToRecoveryKey(text.slice(0, at) + other + text.slice(at + 1))).toBeNull();
  }
});

test.each([
  '',
  'sip-key-1:',
  text.slice(0, -1),
  `${text}0`,
  text.replace('sip-key-1', 'sip-key-2'),
])('%j is no key', (wrong) => {
  expect(textToRecoveryKey(wrong)).toBeNull();
});

test('what a server hands out is read back, and nothing else is', () => {
  const organisation = { name: 'Åby kommun', publicKey };
  expect(readOrganisation(organisationToFile(organisation))).toEqual(organisation);
  const wrong: unknown[] = [
    null,
    'text',
    {},
    { organisation: 'Åby kommun' },
    { organisation: ' ', recoveryKey: text },
    { organisation: 'Å'.repeat(101), recoveryKey: text },
    { organisation: 'Åby kommun', recoveryKey: 'abc' },
    { organisation: 1, recoveryKey: text },
  ];
  for (const value of wrong) expect(readOrganisation(value)).toBeNull();
});
