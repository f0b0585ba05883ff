import { SOURCES } from '@careergraph/domain';
import { z } from 'zod';
import { DASH, PROJECTION_FIGURES, PROJECTION_KINDS, WAGE_FIGURES, WAGE_MARKERS } from './columns.js';

/** Schemas of guides/starter: each release is a YAML head and a CSV file with the figures as published. */

const head = {
  release: z.string(),
  label: z.string(),
  citation: z.string(),
  url: z.url(),
  file: z.strictObject({
    name: z.string(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/, 'not a SHA-256'),
    sheet: z.string(),
  }),
};
/** Null if the release has none. */
const topCode = z.strictObject({ annualUsd: z.int().positive(), hourlyUsd: z.number().positive() }).nullable();

export const titlesHeadSchema = z.strictObject({ source: z.literal(SOURCES.soc.id), ...head });
export type TitlesHead = z.infer<typeof titlesHeadSchema>;

export const wagesHeadSchema = z.strictObject({ source: z.literal(SOURCES.oews.id), ...head, topCode });
export type WagesHead = z.infer<typeof wagesHeadSchema>;

export const projectionsHeadSchema = z.strictObject({
  source: z.literal(SOURCES.projections.id),
  ...head,
  topCode,
  baseYear: z.int(),
  projectedYear: z.int(),
  /** Year of the median wages. */
  medianYear: z.int(),
});
export type ProjectionsHead = z.infer<typeof projectionsHeadSchema>;

const SOC_CODE = /^\d{2}-\d{4}$/;
const occupation = {
  /** Row in the sheet of the published file. */
  row: z
    .string()
    .regex(/^[1-9]\d*$/, 'not a row number')
    .transform(Number),
  code: z.string().regex(SOC_CODE, 'not a SOC code, e.g. 11-9111'),
  title: z.string().regex(/^\S(.*\S)?$/, 'not a title on one line'),
};

/** A detailed occupation that the starter figures have only within another code. */
export const starterTitleSchema = z.strictObject({ ...occupation, parent: occupation.code });
export type StarterTitle = z.infer<typeof starterTitleSchema>;

const NUMBER = String.raw`\d+(\.\d+)?`;
const WAGE = new RegExp(`^${NUMBER}$`);
const wage = z
  .string()
  .refine(
    (cell) => WAGE.test(cell) || Object.hasOwn(WAGE_MARKERS, cell),
    'neither a number nor a marker (*, **, #, ~, or empty)',
  );

/** Keys of `columns`, each with the same schema. */
function each<C extends object, S extends z.ZodType>(columns: C, schema: S): Record<keyof C, S> {
  return Object.fromEntries(Object.keys(columns).map((column) => [column, schema])) as Record<keyof C, S>;
}

export const starterWageSchema = z.strictObject({
  ...occupation,
  /** As published: a broad occupation without published parts is `detailed`. */
  level: z.enum(['total', 'major', 'minor', 'broad', 'detailed']),
  ...each(WAGE_FIGURES, wage),
  only: z.enum(['', 'ANNUAL', 'HOURLY']),
});
export type StarterWage = z.infer<typeof starterWageSchema>;

const projection = z.string().regex(new RegExp(`^(-?${NUMBER}|${DASH})$`), `neither a number nor "${DASH}"`);

export const starterProjectionSchema = z.strictObject({
  ...occupation,
  /** Code of the group that the row is indented below; empty for the total. */
  parent: z.union([z.literal(''), occupation.code]),
  type: z.enum(Object.keys(PROJECTION_KINDS) as (keyof typeof PROJECTION_KINDS)[]),
  ...each(PROJECTION_FIGURES, projection),
  medianWage: z
    .string()
    .regex(new RegExp(`^(\\d+|${DASH}|>=\\$[\\d,]+)$`), `not dollars, a top code (>=$239,200), or "${DASH}"`),
  entryEducation: z.string().min(1, 'is empty'),
  workExperience: z.string().min(1, 'is empty'),
  onTheJobTraining: z.string().min(1, 'is empty'),
});
export type StarterProjection = z.infer<typeof starterProjectionSchema>;
