import { SOURCES } from '@careergraph/domain';
import { z } from 'zod';

/** Schema of guides/starter/*.yaml: figures from published files, each with its row in the file. */

const socCode = z.string().regex(/^\d{2}-\d{4}$/, 'a SOC code, e.g. 11-9111');

/** As published: a number, a marker ("*", "**", "#", "~"), or "" for an empty cell. */
const figure = z.union([z.number().nonnegative(), z.enum(['*', '**', '#', '~', ''])]);

const file = z.strictObject({
  name: z.string().describe('Name of the published file'),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  sheet: z.string(),
});

const release = {
  release: z.string().describe('Key of the release: 2024-05, 2024-34'),
  label: z.string(),
  citation: z.string(),
  url: z.url(),
  file,
};

/** Columns in this order: row, code, title, TOT_EMP, EMP_PRSE, MEAN_PRSE, H_MEAN, H_P10, H_P25, H_MEDIAN, H_P75, H_P90, A_MEAN … A_P90. */
export const WAGE_COLUMNS = [
  'row',
  'code',
  'title',
  'employment',
  'employmentPrse',
  'meanPrse',
  'hourlyMean',
  'hourlyP10',
  'hourlyP25',
  'hourlyP50',
  'hourlyP75',
  'hourlyP90',
  'annualMean',
  'annualP10',
  'annualP25',
  'annualP50',
  'annualP75',
  'annualP90',
  'only',
] as const;

export const starterWagesSchema = z.strictObject({
  source: z.literal(SOURCES.oews.id),
  ...release,
  topCode: z
    .strictObject({ annualUsd: z.int().positive(), hourlyUsd: z.number().positive() })
    .nullable()
    .describe('From the legend of the release; null if it has none'),
  rows: z.array(
    z.tuple([
      z.int().positive(),
      socCode,
      z.string(),
      figure,
      figure,
      figure,
      figure,
      figure,
      figure,
      figure,
      figure,
      figure,
      figure,
      figure,
      figure,
      figure,
      figure,
      figure,
      z.enum(['', 'ANNUAL', 'HOURLY']),
    ]),
  ),
});
export type StarterWagesFile = z.infer<typeof starterWagesSchema>;

/** Employment, change and openings in thousands and percents as printed, to one decimal; the median in dollars. */
export const PROJECTION_COLUMNS = [
  'row',
  'code',
  'title',
  'type',
  'baseEmployment',
  'projectedEmployment',
  'change',
  'percent',
  'openings',
  'selfEmployed',
  'medianWage',
  'entryEducation',
  'workExperience',
  'onTheJobTraining',
] as const;

const signed = z.union([z.number(), z.literal('—')]);
export const starterProjectionsSchema = z.strictObject({
  source: z.literal(SOURCES.projections.id),
  ...release,
  baseYear: z.int(),
  projectedYear: z.int(),
  medianYear: z.int().describe('Year of the median wages'),
  rows: z.array(
    z.tuple([
      z.int().positive(),
      socCode,
      z.string(),
      z.enum(['Summary', 'Line item']),
      signed,
      signed,
      signed,
      signed,
      signed,
      signed,
      signed,
      z.string(),
      z.string(),
      z.string(),
    ]),
  ),
});
export type StarterProjectionsFile = z.infer<typeof starterProjectionsSchema>;
