import { cite, type FigureStatus, formatCount, formatRange, formatWage, type WageLike } from '@careergraph/sdk';
import { describe, expect, test } from 'vitest';

const wage = (status: FigureStatus, amount: number | null = null, atLeast: number | null = null): WageLike => ({
  ...{ status, amount, atLeast },
});

describe('formatWage', () => {
  test.each([
    [wage('PUBLISHED', 74_260), '$74,260', '$74,260'],
    [wage('DERIVED', 74_260.4), '$74,260', '$74,260'],
    [wage('TOP_CODED', null, 239_200), '$239,200 or more', '$239,200 o más'],
    [wage('TOP_CODED'), 'no figure', 'sin cifra'],
    [wage('SUPPRESSED'), 'not released', 'no divulgado'],
    [wage('NOT_PUBLISHED'), 'not published', 'no publicado'],
    [wage('NOT_IN_FILE'), 'not in the file', 'no está en el archivo'],
    [wage('ESTIMATED_BY_MODEL' as FigureStatus), 'no figure', 'sin cifra'],
    [wage('ESTIMATED_BY_MODEL' as FigureStatus, 5), 'no figure', 'sin cifra'],
    [wage('SUPPRESSED', 5), 'not released', 'no divulgado'],
    [wage('PUBLISHED', 0), '$0', '$0'],
    // As from a question that does not ask for the amount.
    [{ status: 'PUBLISHED' } as WageLike, 'no figure', 'sin cifra'],
    [{ status: 'TOP_CODED' } as WageLike, 'no figure', 'sin cifra'],
  ])('%j', (figure, english, spanish) => {
    expect(formatWage(figure)).toBe(english);
    expect(formatWage(figure, { locale: 'es-US' })).toBe(spanish);
  });

  test('shows cents a month and an hour', () => {
    expect(formatWage(wage('DERIVED', 6188.33), { per: 'MONTH' })).toBe('$6,188.33');
    expect(formatWage(wage('PUBLISHED', 35.7), { per: 'HOUR' })).toBe('$35.70');
    expect(formatWage(wage('TOP_CODED', null, 115), { per: 'HOUR', locale: 'es-US' })).toBe('$115.00 o más');
  });
});

test('formatRange', () => {
  expect(formatRange(wage('PUBLISHED', 69_680), wage('PUBLISHED', 219_080))).toBe('$69,680 – $219,080');
  expect(formatRange(wage('SUPPRESSED'), wage('TOP_CODED', null, 239_200), { locale: 'es-US' })).toBe(
    'no divulgado – $239,200 o más',
  );
});

test('formatCount', () => {
  expect(formatCount({ status: 'PUBLISHED', value: 1_565_840 })).toBe('1,565,840');
  expect(formatCount({ status: 'PUBLISHED', value: 0 }, { locale: 'es-US' })).toBe('0');
  expect(formatCount({ status: 'NOT_PUBLISHED', value: null })).toBe('not published');
});

test('cite shows what the licence asks for', () => {
  const citation = 'O*NET 30.3, Skills.';
  expect(cite({ citation })).toBe('Source: O*NET 30.3, Skills.');
  expect(cite({ citation, attribution: null, note: null }, { locale: 'es-US' })).toBe('Fuente: O*NET 30.3, Skills.');
  expect(cite({ citation, attribution: 'CC BY 4.0.', note: 'Own choice.' })).toBe(
    'Source: O*NET 30.3, Skills. CC BY 4.0. Note: Own choice.',
  );
});
