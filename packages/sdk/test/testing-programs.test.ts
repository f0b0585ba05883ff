import { MARKERS } from '@careergraph/domain';
import { programsNear, search } from '@careergraph/sdk';
import { aProgram, aProgramFigure, recorded } from '@careergraph/sdk/testing';
import { describe, expect, test } from 'vitest';

describe('a figure of a program', () => {
  test.each([
    ['completions', 1_234, '1,234', 'awards conferred from July 1 of the previous year to June 30 of the release year'],
    ['earnings4Years', 93_001, '$93,001', 'dollars per year'],
    ['medianDebt', 20_834, '$20,834', 'dollars'],
    ['netPrice', -914, '-$914', 'dollars per year'],
    ['completionRate', 0.642, '64.2%', 'share of students'],
  ] as const)('%s: %d is %s', (measure, value, display, unit) => {
    expect(aProgramFigure({ measure, value })).toMatchObject({
      status: 'PUBLISHED',
      value,
      display,
      unit,
      reason: null,
    });
  });

  test('is the recorded one by default', () => {
    expect(aProgramFigure()).toEqual(recorded(programsNear).programs.nodes[0]?.earnings4Years);
    expect(aProgramFigure({ measure: 'awards' })).toEqual(aProgram().awards);
  });

  test.each([
    ['SUPPRESSED', 'not released', MARKERS.PRIVACY_SUPPRESSED.reason],
    ['NOT_PUBLISHED', 'not published', MARKERS.NOT_AVAILABLE.reason],
    ['NOT_IN_FILE', 'not in the file', MARKERS.NOT_IN_FILE.reason],
  ] as const)('%s has no number, and the reason of the server', (status, display, reason) => {
    expect(aProgramFigure({ status })).toMatchObject({ status, value: null, display, reason, note: null });
    expect(aProgramFigure({ status, reason: 'Too few.' }).reason).toBe('Too few.');
  });

  test('that cannot be does not compile', () => {
    // @ts-expect-error What is suppressed has no value.
    aProgramFigure({ status: 'SUPPRESSED', value: 5 });
    // @ts-expect-error What is published needs no reason.
    aProgramFigure({ value: 5, reason: 'It is secret.' });
    // @ts-expect-error There is no such figure.
    expect(() => aProgramFigure({ measure: 'tuition' })).toThrow();
  });
});

test('a program takes the figures that a test needs', () => {
  const medianDebt = aProgramFigure({ measure: 'medianDebt', status: 'SUPPRESSED' });
  expect(aProgram({ distanceMiles: 3.2, medianDebt })).toEqual({ ...aProgram(), distanceMiles: 3.2, medianDebt });
});

test('a recorded search finds programs', () => {
  const { edges } = recorded(search, { text: 'nursing in Anchorage', kinds: ['PROGRAM'] }).search;
  expect(edges[0]).toMatchObject({ kind: 'PROGRAM', reason: 'INSTITUTION', node: { cipCode: '51.3801' } });
});
