import { describe, expect, it } from 'vitest';
import { countTests } from './lib/countTests.mjs';

const file = (status: string, ...tests: readonly string[]) => ({
  status,
  assertionResults: tests.map((each) => ({ status: each })),
});

const count = (code: number, ...testResults: readonly unknown[]) =>
  countTests(JSON.stringify({ testResults }), code);

describe('counting tests', () => {
  it('counts those that passed and failed', () => {
    expect(count(0, file('passed', 'passed', 'passed'), file('passed', 'passed'))).toEqual({
      passed: 3,
      failed: 0,
      skipped: 0,
    });
    expect(count(1, file('failed', 'passed', 'failed'))).toEqual({
      passed: 1,
      failed: 1,
      skipped: 0,
    });
  });

  it.each(['skipped', 'pending', 'todo', 'disabled'])('counts %s as failed', (status) => {
    expect(count(0, file('passed', 'passed', status))).toEqual({
      passed: 1,
      failed: 1,
      skipped: 1,
    });
  });

  it('counts a file that could not be loaded as failed', () => {
    expect(count(1, file('passed', 'passed'), file('failed'))).toEqual({
      passed: 1,
      failed: 1,
      skipped: 0,
    });
  });

  it('counts a run that failed beside its tests, that ran none, or that gave no report as failed', () => {
    expect(count(1, file('passed', 'passed')).failed).toBe(1);
    expect(count(0).failed).toBe(1);
    expect(countTests(null, 0).failed).toBe(1);
  });
});
