// node .ci/count-tests.mjs <vitest's JSON report> <vitest's exit code> <present|absent>
// Prints "passed failed skipped". The third argument says whether the published files are there.
// CI has a Postgres server, a browser, and every runtime. So a skipped test counts as failed, unless it needs published
// files that are absent.
import { existsSync, readFileSync } from 'node:fs';

/** Tests that fail if something is not installed, and are skipped if it is. */
const GUARDS = ['CI has a Chromium', 'CI has the runtimes'];
const NEEDS_PUBLISHED_FILES = /\(skipped: no published (files|pages) in /;

const [file, code, shared] = process.argv.slice(2);
if (!existsSync(file)) {
  console.error('vitest wrote no report, so no test ran.');
  console.log('0 1 0');
  process.exit(1);
}
const { testResults } = JSON.parse(readFileSync(file, 'utf8'));
const tests = testResults
  .flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, status }) => ({
      name,
      fullName,
      outcome: status === 'passed' || status === 'failed' ? status : 'skipped',
    })),
  )
  .filter(({ outcome, fullName }) => outcome !== 'skipped' || !GUARDS.includes(fullName));
const passed = tests.filter(({ outcome }) => outcome === 'passed').length;
const skipped = tests.filter(({ outcome }) => outcome === 'skipped');
const allowed = skipped.filter(({ fullName }) => shared === 'absent' && NEEDS_PUBLISHED_FILES.test(fullName));
for (const test of skipped) {
  const verdict = allowed.includes(test) ? 'skipped' : 'must not be skipped in CI';
  console.error(`${verdict}: ${test.fullName} (${test.name})`);
}
// A file that does not load, or an error outside a test, fails without a failed test.
const broken = testResults.filter(
  ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
);
for (const { name, message } of broken) console.error(`failed to run: ${name} ${message}`);
let failed = tests.length - passed - allowed.length + broken.length;
if (failed === 0 && (code !== '0' || passed === 0)) {
  console.error(`npm test exited with ${code} after ${passed} tests passed, although no test failed.`);
  failed = 1;
}
console.log(`${passed} ${failed} ${allowed.length}`);
process.exit(failed === 0 ? 0 : 1);
