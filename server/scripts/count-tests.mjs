import { readFileSync } from 'node:fs';

// node count-tests.mjs report.json <exit code of the checks> <exit code of the tests>
// Prints the line "N passed, N failed" and exits with 1 when anything failed.
const [reportFile, checkCode, testCode] = process.argv.slice(2);
const report = readReport(reportFile);
const passed = report.numPassedTests ?? 0;
let failed = report.numFailedTests ?? 0;
// A file that does not even load has no tests to count, and neither has a check.
failed += (report.testResults ?? []).filter(
  (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
).length;
if (checkCode !== '0') failed += 1;
// Whatever else makes the run fail (an error outside of any test, no report at all) must not read as success.
if (testCode !== '0' && failed === 0) failed += 1;
if (passed === 0 && failed === 0) failed += 1;
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}
