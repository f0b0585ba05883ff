import {
  AWARD_LEVELS,
  type AwardLevelWord,
  type OutcomeCohort as OutcomeCohortShape,
  PROGRAM_MEASURES,
} from '@careergraph/domain';
import { builder } from '../builder.js';
import {
  completionsOf,
  displayProgramFigure,
  institutionFigureOf,
  outcomeOf,
  type ProgramFigureShape,
  provenanceIn,
} from '../programs/figures.js';
import { type ProgramShape, programNamed } from '../programs/programs.js';
import { nameOfProgram } from '../programs/rows.js';
import { enumOf, FigureStatus } from './enums.js';
import { Institution } from './institution.js';
import { Provenance } from './provenance.js';

export const AwardLevel = enumOf(
  'AwardLevel',
  'The level of an award, as IPEDS distinguishes them.',
  Object.fromEntries(AWARD_LEVELS.map(({ word, name }) => [word, `${name}.`])) as Record<AwardLevelWord, string>,
);

const OutcomeCohort = builder.objectRef<OutcomeCohortShape>('OutcomeCohort').implement({
  description: 'The graduates that a figure of the College Scorecard describes.',
  fields: (t) => ({
    graduates: t.exposeString('graduates', {
      description: 'The years of graduates that are counted together. Example: "awards of 2017–18 and 2018–19".',
    }),
    measured: t.exposeString('measured', {
      nullable: true,
      description: 'When it was measured. Null if at completion.',
    }),
    dollarsOf: t.exposeInt('dollarsOf', {
      nullable: true,
      description: 'The year whose prices the dollars have. Null if the publisher does not adjust them.',
    }),
  }),
});

const ProgramFigure = builder.objectRef<ProgramFigureShape>('ProgramFigure').implement({
  description: 'A figure of a program or its institution, or the reason why there is no number; and what it means.',
  fields: (t) => ({
    name: t.string({
      description: 'What the figure is. Example: "median debt at completion".',
      resolve: ({ measure }) => PROGRAM_MEASURES[measure].name,
    }),
    value: t.exposeFloat('value', {
      nullable: true,
      description: 'The number, in the unit of the figure. Null if there is none; `status` and `reason` explain why.',
    }),
    status: t.expose('status', { type: FigureStatus, description: 'Whether there is a number.' }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: 'Why there is no number. Null if the number is published.',
    }),
    note: t.exposeString('note', {
      nullable: true,
      description:
        'How the publisher came to the number, such as by an estimate. Null if it was reported, there is no number, or the file does not say.',
    }),
    unit: t.string({
      description: 'The unit. Examples: "dollars per year", "share of students" (from 0 to 1).',
      resolve: ({ measure }) => PROGRAM_MEASURES[measure].unit,
    }),
    display: t.string({
      description: 'The figure as readable text. Examples: `$74,260`, `64.2%`, `not released`.',
      resolve: displayProgramFigure,
    }),
    whoIsCounted: t.string({
      description: 'Which people the figure describes, and which it leaves out.',
      resolve: ({ measure }) => PROGRAM_MEASURES[measure].whoIsCounted,
    }),
    caution: t.string({
      description: 'What the figure does not say.',
      resolve: ({ measure }) => PROGRAM_MEASURES[measure].caution,
    }),
    cohort: t.expose('cohort', {
      type: OutcomeCohort,
      nullable: true,
      description:
        'Which graduates the figure describes. Null for figures that are not of graduates, without a row, or if it is not known for the release.',
    }),
    provenance: t.field({
      type: Provenance,
      nullable: true,
      description: 'The row that has the number, or the marker in its place. Null if no loaded file has such a row.',
      resolve: ({ place }, _, { catalog }) => place && provenanceIn(catalog, place),
    }),
  }),
});

export const Program = builder.objectRef<ProgramShape>('Program');

builder.node(Program, {
  description:
    'A program of education: the awards of an institution in a field of study (six digits of the CIP) at a level. Figures of graduates are those of the wider field (four digits) at that level, which several programs can share.',
  id: { resolve: ({ row }) => nameOfProgram(row), description: 'The global ID.' },
  loadOne: (name, context) => programNamed(context, name),
  fields: (t) => ({
    title: t.string({
      nullable: true,
      description: 'The title of the field of study. Null if no loaded file has one.',
      resolve: ({ directory, row }) => directory.titles.get(row.cipCode)?.title ?? null,
    }),
    cipCode: t.string({
      description: 'The CIP code of the field of study. Example: `51.3801`.',
      resolve: ({ row }) => row.cipCode,
    }),
    level: t.field({ type: AwardLevel, description: 'The award level.', resolve: ({ level }) => level.word }),
    levelName: t.string({
      description: 'The award level as readable text. Example: "Associate\'s degree".',
      resolve: ({ level }) => level.name,
    }),
    institution: t.expose('institution', { type: Institution, description: 'The institution.' }),
    distanceMiles: t.float({
      nullable: true,
      description:
        'The great-circle distance from the requested ZIP code to the institution, in miles, to one decimal place. Null if there is none; `distanceReason` explains why.',
      resolve: ({ distance }) => (distance.miles === null ? null : Math.round(distance.miles * 10) / 10),
    }),
    distanceReason: t.string({
      nullable: true,
      description: 'The reason that `distanceMiles` is null. Null if there is a distance.',
      resolve: ({ distance }) => distance.reason,
    }),
    completions: t.field({
      type: ProgramFigure,
      description: 'The awards conferred in the year, first majors.',
      resolve: ({ directory, row }) => completionsOf(directory, row),
    }),
    awards: t.field({
      type: ProgramFigure,
      description: 'The awards in the wider field, as the College Scorecard counts them.',
      resolve: ({ directory, row }) => outcomeOf(directory, 'awards', row),
    }),
    earnings1Year: t.field({
      type: ProgramFigure,
      description: 'Median earnings of graduates one year after completion, in US dollars per year.',
      resolve: ({ directory, row }) => outcomeOf(directory, 'earnings1Year', row),
    }),
    earnings4Years: t.field({
      type: ProgramFigure,
      description: 'Median earnings of graduates four years after completion, in US dollars per year.',
      resolve: ({ directory, row }) => outcomeOf(directory, 'earnings4Years', row),
    }),
    medianDebt: t.field({
      type: ProgramFigure,
      description: 'Median federal student debt of graduates who borrowed, in US dollars.',
      resolve: ({ directory, row }) => outcomeOf(directory, 'medianDebt', row),
    }),
    netPrice: t.field({
      type: ProgramFigure,
      description: 'Average net price of the institution, in US dollars per year.',
      resolve: ({ directory, row }) => institutionFigureOf(directory, 'netPrice', row.unitId),
    }),
    completionRate: t.field({
      type: ProgramFigure,
      description: 'The share of students of the institution who complete their studies, from 0 to 1.',
      resolve: ({ directory, row }) => institutionFigureOf(directory, 'completionRate', row.unitId),
    }),
  }),
});
