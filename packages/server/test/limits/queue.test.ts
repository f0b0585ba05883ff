import { expect, test } from 'vitest';
import { createRounds } from '../../dist/http/event-loop.js';
import { createFairQueue } from '../../dist/http/overload.js';

/** However slow this machine is. */
const atOnce = () => undefined;

/** Work that ends when it is told to, in the order in which it began. */
function controlled() {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const work = (name: string) => () =>
    new Promise<string>((resolve) => {
      begun.push(name);
      ends.push(() => resolve(name));
    });
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  const endNext = async () => {
    ends.shift()?.();
    await settled();
  };
  return { begun, work, endNext, settled };
}

const outcome = (promise: Promise<string>) => promise.catch((error: { code: string }) => error.code);

test('callers take turns: one with a single request waits for one other, however much another has waiting', async () => {
  const { begun, work, endNext, settled } = controlled();
  const queue = createFairQueue(100, 2, atOnce);
  const greedy = Array.from({ length: 50 }, (_, index) => queue.run('greedy', work(`greedy ${index}`)));
  const polite = queue.run('polite', work('polite'));
  await settled();
  await endNext();
  await endNext();
  expect(begun).toEqual(['greedy 0', 'greedy 1', 'greedy 2', 'polite']);
  expect(queue.state()).toEqual({ running: 2, waiting: 47 });
  while (begun.length < 51 || queue.state().running > 0) await endNext();
  expect(await polite).toBe('polite');
  expect(await Promise.all(greedy)).toHaveLength(50);
  expect(queue.state()).toEqual({ running: 0, waiting: 0 });
});

test('beyond the bound, the caller with the most waiting is refused, its newest request first', async () => {
  const { work, endNext } = controlled();
  const queue = createFairQueue(5, 1, atOnce);
  const greedy = Array.from({ length: 6 }, (_, index) => outcome(queue.run('greedy', work(`greedy ${index}`))));
  expect(await greedy[5]).toBe('OVERLOADED');
  const polite = outcome(queue.run('polite', work('polite')));
  expect(await greedy[4]).toBe('OVERLOADED');
  for (let time = 0; time < 10; time++) await endNext();
  expect(await polite).toBe('polite');
  expect(await Promise.all(greedy.slice(0, 4))).toEqual(['greedy 0', 'greedy 1', 'greedy 2', 'greedy 3']);
});

test('work that fails gives its turn to the next', async () => {
  const queue = createFairQueue(10, 1, atOnce);
  const failing = Array.from({ length: 3 }, () => outcome(queue.run('a', () => Promise.reject({ code: 'FAILED' }))));
  expect(await Promise.all(failing)).toEqual(['FAILED', 'FAILED', 'FAILED']);
  expect(queue.state()).toEqual({ running: 0, waiting: 0 });
});

test.each([
  [1, 'This server has 1 other request to answer, which is its limit. Try again in a second.'],
  [2, 'This server has 2 other requests to answer, which is its limit. Try again in a second.'],
])('a bound of %i is said in the right number', async (max, message) => {
  const { work, endNext } = controlled();
  const queue = createFairQueue(max, max, atOnce);
  const running = Array.from({ length: max }, (_, index) => queue.run('a', work(`a ${index}`)));
  await expect(queue.run('b', work('b'))).rejects.toThrow(message);
  for (let time = 0; time < max; time++) await endNext();
  expect(await Promise.all(running)).toHaveLength(max);
});

test('work that waits for nothing lets the event loop go round between one and the next', async () => {
  const queue = createFairQueue(100, 1, createRounds());
  const order: string[] = [];
  const busy = (name: string) =>
    queue.run('a', async () => {
      const end = performance.now() + 15;
      while (performance.now() < end);
      order.push(name);
    });
  // What arrives later than the work is answered before the last of it.
  const other = new Promise((resolve) => setImmediate(resolve)).then(() => order.push('other'));
  await Promise.all([...['one', 'two', 'three', 'four'].map(busy), other]);
  expect(order.indexOf('other')).toBeLessThan(3);
  expect(order.filter((name) => name !== 'other')).toEqual(['one', 'two', 'three', 'four']);
});
