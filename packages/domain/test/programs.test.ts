import { expect, test } from 'vitest';
import { AWARD_LEVELS, AWARD_TOTALS, CREDENTIAL_LEVELS } from '../src/programs/levels.js';
import { outcomeCohort, PROGRAM_MEASURES } from '../src/programs/measures.js';

test('every award level counts its graduates at a credential level, and no total is one', () => {
  const credentials = new Map(CREDENTIAL_LEVELS.map(({ code, name }) => [code, name]));
  expect(AWARD_LEVELS.map(({ code, credentialLevel }) => [code, credentials.get(credentialLevel)])).toEqual([
    [20, 'Undergraduate certificate or diploma'],
    [21, 'Undergraduate certificate or diploma'],
    [2, 'Undergraduate certificate or diploma'],
    [4, 'Undergraduate certificate or diploma'],
    [3, "Associate's degree"],
    [5, "Bachelor's degree"],
    [6, 'Graduate or professional certificate'],
    [7, "Master's degree"],
    [8, 'Graduate or professional certificate'],
    [17, 'Doctoral degree'],
    [18, 'First professional degree'],
    [19, 'Doctoral degree'],
  ]);
  const levels = new Set(AWARD_LEVELS.map(({ code }) => code));
  expect(AWARD_TOTALS.filter(({ code }) => levels.has(code))).toEqual([]);
});

test('the graduates of a measure are those that the release says, and not guessed for another', () => {
  expect(outcomeCohort('2026-06', 'earnings4Years')).toEqual({
    graduates: 'awards of 2017–18 and 2018–19',
    measured: 'earnings of 2022 and 2023',
    dollarsOf: 2024,
  });
  expect(outcomeCohort('2026-06', 'medianDebt')?.measured).toBeNull();
  expect(outcomeCohort('2025-05', 'earnings1Year')).toBeNull();
});

test('each text of a measure ends as a sentence', () => {
  for (const { whoIsCounted, caution } of Object.values(PROGRAM_MEASURES)) {
    expect(whoIsCounted).toMatch(/\.$/);
    expect(caution).toMatch(/\.$/);
  }
});
