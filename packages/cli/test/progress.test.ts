import { expect, test, vi } from 'vitest';
import { type CommandProgress, displayProgress, progressLine } from '../src/progress.ts';

const CLEAR = '\r\u001b[2K';
const READING: CommandProgress = { phase: 'reading', what: 'x.xlsx', done: 120_000, total: 400_000, unit: 'rows' };

test.each<[string, CommandProgress, number, string]>([
  [
    'a file with a known length',
    READING,
    8_000,
    'reading x.xlsx: 120,000 of about 400,000 rows (30%), 15,000 rows/s, 19 s left',
  ],
  ['long to go', READING, 60_000, 'reading x.xlsx: 120,000 of about 400,000 rows (30%), 2,000 rows/s, 2 min 20 s left'],
  ['an unknown length', { ...READING, total: null }, 8_000, 'reading x.xlsx: 120,000 rows, 15,000 rows/s'],
  ['an estimate that was too low', { ...READING, total: 100 }, 8_000, 'reading x.xlsx: 120,000 rows, 15,000 rows/s'],
  ['a file of which nothing is read yet', { ...READING, done: 0, total: null }, 8_000, 'reading x.xlsx …'],
  ['the first second', READING, 500, 'reading x.xlsx: 120,000 of about 400,000 rows (30%)'],
  [
    'a download',
    { phase: 'downloading', what: 'oesm25ma.zip', done: 6_500_000, total: 13_000_000, unit: 'bytes' },
    2_000,
    'downloading oesm25ma.zip: 6.5 of 13.0 MB (50%), 3.3 MB/s, 2 s left',
  ],
  [
    'audits',
    { phase: 'auditing', what: 'Each area has a total.', done: 3, total: 12, unit: 'audits' },
    9_000,
    'auditing "Each area has a total": 3 of 12 audits (25%)',
  ],
  [
    'one of several imports',
    { ...READING, step: '3/18' },
    500,
    '[3/18] reading x.xlsx: 120,000 of about 400,000 rows (30%)',
  ],
  [
    'a step',
    { phase: 'activating', what: 'May 2025', done: 0, total: null, unit: 'steps' },
    9_000,
    'activating May 2025 …',
  ],
])('%s', (_, progress, elapsedMs, line) => {
  expect(progressLine(progress, elapsedMs)).toBe(line);
});

function onScreen(isTTY: boolean): readonly string[] {
  vi.useFakeTimers();
  const written: string[] = [];
  const display = displayProgress({ isTTY, columns: 40, write: (text) => written.push(text) }, () => Date.now());
  for (let second = 0; second < 11; second++) {
    display.show({ ...READING, done: 1_000 * (second + 1) });
    vi.advanceTimersByTime(1_000);
  }
  display.end();
  vi.advanceTimersByTime(60_000);
  vi.useRealTimers();
  return written;
}

test('elsewhere than on a terminal it is a line every five seconds', () => {
  expect(onScreen(false)).toEqual([
    'reading x.xlsx: 5,000 of about 400,000 rows (1%), 1,000 rows/s, 6 min 35 s left\n',
    'reading x.xlsx: 10,000 of about 400,000 rows (2%), 1,000 rows/s, 6 min 30 s left\n',
  ]);
});

test('on a terminal it is one line that fits, and is gone at the end', () => {
  const written = onScreen(true);
  expect(written.length).toBeGreaterThan(50);
  for (const text of written.slice(0, -1)) {
    expect(text.startsWith(`${CLEAR}reading x.xlsx: `), text).toBe(true);
    expect(text.length - CLEAR.length).toBeLessThan(40);
  }
  expect(written.at(-1)).toBe(CLEAR);
});
