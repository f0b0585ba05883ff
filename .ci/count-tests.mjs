// node .ci/count-tests.mjs <vitest's JSON report> <its exit code>: prints "passed failed".
// A skipped test counts as failed: in CI there is a Postgres server, a browser, each runtime and the data: nothing to skip for.
import { existsSync, readFileSync } from 'node:fs';

/** Tests that fail where something is absent, and are skipped where it is there. */
const GUARDS = ['CI has a Chromium', 'CI has the runtimes'];

const [file, code] = process.argv.slice(2);
if (!existsSync(file)) {
  console.error('vitest wrote no report: it did not come to run the tests.');
  console.log('0 1');
  process.exit(1);
}
const { testResults } = JSON.parse(readFileSync(file, 'utf8'));
const tests = testResults.flatMap(({ name, assertionResults }) =>
  assertionResults.map(({ fullName, status }) => ({ name, fullName, status })),
);
const passed = tests.filter(({ status }) => status === 'passed').length;
const isGuard = ({ fullName, status }) => status === 'skipped' && GUARDS.includes(fullName);
const guards = tests.filter(isGuard).length;
const skipped = tests.filter((test) => test.status !== 'passed' && test.status !== 'failed' && !isGuard(test));
for (const { name, fullName, status } of skipped) console.error(`${status} in CI: ${fullName} (${name})`);
// A file that cannot be loaded, and an error outside of any test, have no test that failed.
const broken = testResults.filter(
  ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
);
for (const { name, message } of broken) console.error(`failed as a whole: ${name} ${message}`);
let failed = tests.length - guards - passed + broken.length;
if (failed === 0 && (code !== '0' || passed === 0)) {
  console.error(`npm test ended with ${code} and ${passed} tests passed, though no test failed.`);
  failed = 1;
}
console.log(`${passed} ${failed}`);
process.exit(failed === 0 ? 0 : 1);
