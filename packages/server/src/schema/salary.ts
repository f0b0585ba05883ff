import { figure, WAGE_STATISTICS } from '@careergraph/domain';
import { builder } from '../builder.js';
import type { ReleaseEntry } from '../catalog/entries.js';
import type { AreaWithoutFigure } from '../figures/left-out.js';
import type { SalariesShape } from '../figures/salaries.js';
import { type SalaryShape, wageOf } from '../figures/salary.js';
import { Area } from './area.js';
import { IN_PAGE } from './connection.js';
import { enumOf, FigureStatus, OrderDirection, WagePercentile } from './enums.js';
import { Count, Percent, Quotient, Wage } from './figures.js';
import { Provenance, Resolution } from './provenance.js';
import { Occupation } from './refs.js';
import { Release } from './source.js';

export const Salary = builder.prismaObject('WageEstimate', {
  name: 'Salary',
  description: 'What an occupation pays in an area: one row of a release (an OEWS wage estimate).',
  fields: (t) => ({
    area: t.expose('area', { type: Area, description: 'The area whose figures these are.' }),
    occupation: t.expose('occupation', { type: Occupation, description: 'The occupation whose figures these are.' }),
    release: t.expose('release', { type: Release, description: 'The release that they stand in.' }),
    employment: t.field({
      type: Count,
      description: 'Employees in the occupation and area.',
      resolve: ({ employmentPersons, employmentMarker }) => ({
        figure: figure(employmentPersons, employmentMarker),
        unit: 'employees; the self-employed are not counted',
      }),
    }),
    employmentRelativeStandardError: t.field({
      type: Percent,
      description: 'Relative standard error of the employment, percent of it.',
      resolve: ({ employmentPrseTenths, employmentPrseMarker }) => figure(employmentPrseTenths, employmentPrseMarker),
    }),
    jobsPer1000: t.field({
      type: Quotient,
      description: 'Jobs in the occupation per 1,000 jobs in the area; national files do not publish it.',
      resolve: ({ jobsPer1000Thousandths, jobsPer1000Marker }) => figure(jobsPer1000Thousandths, jobsPer1000Marker),
    }),
    locationQuotient: t.field({
      type: Quotient,
      description:
        "The occupation's share of the area's jobs, divided by its share of the nation's: above 1 it is more common there. National files do not publish it.",
      resolve: ({ locationQuotientThousandths, locationQuotientMarker }) =>
        figure(locationQuotientThousandths, locationQuotientMarker),
    }),
    mean: t.field({
      type: Wage,
      description: 'The average wage.',
      resolve: (salary) => wageOf(salary, salary.release, 'MEAN'),
    }),
    meanRelativeStandardError: t.field({
      type: Percent,
      description: 'Relative standard error of the mean, percent of it.',
      resolve: ({ meanPrseTenths, meanPrseMarker }) => figure(meanPrseTenths, meanPrseMarker),
    }),
    median: t.field({
      type: Wage,
      description: 'The wage that half earn more than: the 50th percentile.',
      resolve: (salary) => wageOf(salary, salary.release, 'P50'),
    }),
    percentile: t.field({
      type: Wage,
      description: 'The wage that the given percent earn less than.',
      args: { p: t.arg({ type: WagePercentile, required: true, description: 'Which percentile.' }) },
      resolve: (salary, { p }) => wageOf(salary, salary.release, p),
    }),
    resolution: t.expose('resolution', {
      type: Resolution,
      description: 'What was asked for, what was used, and why they differ.',
    }),
    provenance: t.field({
      type: Provenance,
      description: 'Where all figures of this object came from.',
      resolve: (salary) => salary,
    }),
  }),
});

const SalaryOrderField = enumOf('SalaryOrderField', 'The value to sort salaries by.', {
  ...WAGE_STATISTICS,
  AREA: 'The area code.',
});

export const SalaryOrder = builder.inputType('SalaryOrder', {
  description: 'How a list of salaries is ordered. Areas without the figure come last either way.',
  fields: (t) => ({
    field: t.field({ type: SalaryOrderField, required: true, description: 'By what.' }),
    direction: t.field({ type: OrderDirection, required: true, defaultValue: 'ASC', description: 'Which way.' }),
  }),
});

const LeftOut = builder.objectRef<AreaWithoutFigure>('AreaWithoutFigure').implement({
  description: 'An area of the kind asked for that has no figure to be ordered by.',
  fields: (t) => ({
    area: t.expose('area', { type: Area, description: 'Which area.' }),
    status: t.expose('status', { type: FigureStatus, description: 'Why there is no number.' }),
    reason: t.exposeString('reason', { description: 'The same in words.' }),
  }),
});

interface EdgeShape {
  readonly cursor: string;
  readonly node: SalaryShape;
  readonly list: SalariesShape;
}

const SalaryEdge = builder.objectRef<EdgeShape>('SalaryEdge').implement({
  description: 'One of the salaries of a page.',
  fields: (t) => ({
    cursor: t.exposeString('cursor', { description: 'Place in this list, for `after` and `before`.' }),
    node: t.expose('node', { type: Salary, description: 'The entry.' }),
    rank: t.int({
      nullable: true,
      description:
        'Place in the order, from 1; equal figures share it. Null where there is no figure, and in the order of areas.',
      resolve: ({ list, node }) => list.rankOf(node),
    }),
  }),
});

export const SalaryConnection = builder.objectRef<SalariesShape>('SalaryConnection').implement({
  description: 'A page of salaries of one occupation in the areas of one kind, all of one release.',
  fields: (t) => ({
    edges: t.field({
      type: [SalaryEdge],
      complexity: IN_PAGE,
      description: 'The page, with a cursor and a rank for each entry.',
      resolve: (list) => list.edges.map((edge) => ({ ...edge, list })),
    }),
    nodes: t.field({
      type: [Salary],
      complexity: IN_PAGE,
      description: 'The page without cursors.',
      resolve: (list) => list.edges.map(({ node }) => node),
    }),
    pageInfo: t.field({
      type: builder.pageInfoRef(),
      description: 'Whether there is more, and the cursors to go on from.',
      resolve: (list) => list.pageInfo,
    }),
    totalCount: t.int({
      description: 'How many areas the release has a row for.',
      resolve: (list) => list.totalCount(),
    }),
    release: t.field({
      type: Release,
      nullable: true,
      description: 'The release of all entries; null where none that is loaded has such a table.',
      resolve: (list): ReleaseEntry | null => list.release,
    }),
    leftOut: t.field({
      type: [LeftOut],
      description: 'Areas of the kind without the figure: suppressed, top-coded, or absent from the source.',
      resolve: async (list) => [...(await list.leftOut())],
    }),
    treatment: t.exposeString('treatment', {
      description: 'How ties, missing areas and territories were treated, and whose figures these are.',
    }),
  }),
});
