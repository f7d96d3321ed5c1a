import { expect, it } from 'vitest';
import { freeName } from './freeName.ts';

it('tells computers that nobody has named apart by a number', () => {
  expect(freeName('En dator', [])).toBe('En dator');
  expect(freeName('En dator', ['En iPad'])).toBe('En dator');
  expect(freeName('En dator', ['En dator'])).toBe('En dator (2)');
  expect(freeName('En dator', ['En dator', 'En dator (2)', 'Plattan i väskan'])).toBe(
    'En dator (3)',
  );
  // One that was taken out in between leaves its number.
  expect(freeName('En dator', ['En dator', 'En dator (3)'])).toBe('En dator (2)');
});
