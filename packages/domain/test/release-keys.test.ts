import { MalformedCodeError, parseReleaseKey } from '@careergraph/domain';
import { expect, test } from 'vitest';

test.each(['2024-05', '2024-34', '2018', '29.3', '30.3', '9.0', '2024-34-pay-2024'])(
  '%s is the key of a release',
  (key) => {
    expect(parseReleaseKey(key)).toBe(key);
  },
);

test.each(['29', '29.10', '2024-5', '2024-05-pay', 'May 2024', '', ' 29.3'])(
  '%j is none, and the message has right ones',
  (key) => {
    expect(() => parseReleaseKey(key)).toThrow(
      new MalformedCodeError(
        'the key of a release (2024-05 of wages, 2024-34 of projections, 29.3 of O*NET)',
        key,
        '2024-05',
      ),
    );
  },
);
