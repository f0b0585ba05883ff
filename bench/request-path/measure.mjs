import autocannon from 'autocannon';

/** The answer of a target, twice: it must be 200, whole, and the same each time it is asked. */
export async function readAnswer(target) {
  const texts = [await answerOf(target), await answerOf(target), target.answer].filter((text) => text !== undefined);
  if (new Set(texts).size > 1) throw new Error(`${target.name}: the same question had different answers.`);
  target.answer = texts[0];
  target.check(target.answer);
  return Buffer.from(target.answer);
}

async function answerOf({ name, url, method, headers, body }) {
  const response = await fetch(url, { method, headers, body });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${name} answered ${response.status}: ${text.slice(0, 300)}`);
  return text;
}

/**
 * Requests per second, with the middle and the slow end of the latencies, and the processor time that the process took
 * per request, in milliseconds. Processor time depends less than the rest on what else the machine does.
 */
export async function measure(target, { seconds, connections }) {
  const { name, url, method, headers, body, bodiesOf, cpuMicroseconds } = target;
  let connection = 0;
  const setupClient =
    bodiesOf &&
    ((client) => client.setRequests(bodiesOf(connection++).map((each) => ({ method, headers, body: each }))));
  const cpuBefore = await cpuMicroseconds();
  const result = await autocannon({ url, method, headers, body, connections, duration: seconds, setupClient });
  const cpuAfter = await cpuMicroseconds();
  const { errors, timeouts, non2xx } = result;
  if (errors + timeouts + non2xx > 0 || result['2xx'] === 0) {
    throw new Error(`${name}: ${errors} errors, ${timeouts} timeouts, ${non2xx} answers other than 2xx.`);
  }
  const cpuMs = (cpuAfter - cpuBefore) / 1_000 / result['2xx'];
  return { rate: result['2xx'] / result.duration, p50: result.latency.p50, p99: result.latency.p99, cpuMs };
}
