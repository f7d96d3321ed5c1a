/** Counts what a vitest run says in its JSON report. Nothing is lost: what did not run counts as failed. */

/**
 * @param {string | null} json the report; null when there is none
 * @param {number} code the exit code of the run
 * @returns {{passed: number, failed: number, skipped: number}} `failed` holds the skipped ones too
 */
export const countTests = (json, code) => {
  if (json === null) return { passed: 0, failed: 1, skipped: 0 };
  const report = JSON.parse(json);
  const files = report.testResults ?? [];
  const tests = files.flatMap((file) => file.assertionResults ?? []);
  const passed = tests.filter((test) => test.status === 'passed').length;
  const broken = tests.filter((test) => test.status === 'failed').length;
  const skipped = tests.length - passed - broken;
  // A file that could not be loaded has no tests of its own to fail.
  const unloaded = files.filter(
    (file) =>
      file.status === 'failed' &&
      !(file.assertionResults ?? []).some((test) => test.status === 'failed'),
  ).length;
  const failed = broken + skipped + unloaded;
  const isHidden = failed === 0 && (code !== 0 || passed === 0);
  return { passed, failed: isHidden ? 1 : failed, skipped };
};
