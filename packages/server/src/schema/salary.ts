import { figure, WAGE_STATISTICS } from '@careergraph/domain';
import { builder } from '../builder.js';
import type { OccupationEntry, ReleaseEntry } from '../catalog/entries.js';
import type { AreaWithoutFigure } from '../figures/left-out.js';
import type { SalariesShape } from '../figures/salaries.js';
import { wageOf } from '../figures/salary.js';
import { Area } from './area.js';
import { IN_PAGE } from './connection.js';
import { enumOf, FigureStatus, OrderDirection, WagePercentile } from './enums.js';
import { Count, Percent, Quotient, Wage } from './figures.js';
import { Provenance, provenanceOf, Resolution } from './provenance.js';
import { Occupation } from './refs.js';
import { Release } from './source.js';

export const Salary = builder.prismaObject('WageEstimate', {
  name: 'Salary',
  description: 'What an occupation pays in an area: one OEWS wage estimate from one release.',
  fields: (t) => ({
    area: t.expose('area', { type: Area, description: 'The area that the figures describe.' }),
    occupation: t.expose('occupation', { type: Occupation, description: 'The occupation that the figures describe.' }),
    release: t.expose('release', { type: Release, description: 'The release that the figures come from.' }),
    employment: t.field({
      type: Count,
      description: 'The number of employees in the occupation and area. Excludes self-employed workers.',
      resolve: ({ row: { employmentPersons, employmentMarker } }) => ({
        figure: figure(employmentPersons, employmentMarker),
        unit: 'employees; the self-employed are not counted',
      }),
    }),
    employmentRelativeStandardError: t.field({
      type: Percent,
      description: 'The relative standard error of the employment estimate, as a percentage of the estimate.',
      resolve: ({ row: { employmentPrseTenths, employmentPrseMarker } }) =>
        figure(employmentPrseTenths, employmentPrseMarker),
    }),
    jobsPer1000: t.field({
      type: Quotient,
      description: 'The number of jobs in the occupation per 1,000 jobs in the area. Not published for the nation.',
      resolve: ({ row: { jobsPer1000Thousandths, jobsPer1000Marker } }) =>
        figure(jobsPer1000Thousandths, jobsPer1000Marker),
    }),
    locationQuotient: t.field({
      type: Quotient,
      description:
        "The occupation's share of jobs in the area divided by its share of jobs in the nation. A value above 1 means the occupation is more common in the area. Not published for the nation.",
      resolve: ({ row: { locationQuotientThousandths, locationQuotientMarker } }) =>
        figure(locationQuotientThousandths, locationQuotientMarker),
    }),
    mean: t.field({
      type: Wage,
      description: 'The mean wage, commonly called the average.',
      resolve: ({ row, release }) => wageOf(row, release, 'MEAN'),
    }),
    meanRelativeStandardError: t.field({
      type: Percent,
      description: 'The relative standard error of the mean wage, as a percentage of the mean.',
      resolve: ({ row: { meanPrseTenths, meanPrseMarker } }) => figure(meanPrseTenths, meanPrseMarker),
    }),
    median: t.field({
      type: Wage,
      description: 'The median wage (50th percentile): half of workers earn more, and half earn less.',
      resolve: ({ row, release }) => wageOf(row, release, 'P50'),
    }),
    percentile: t.field({
      type: Wage,
      description: 'The wage at a percentile: the given percentage of workers earn less.',
      args: { p: t.arg({ type: WagePercentile, required: true, description: 'The percentile.' }) },
      resolve: ({ row, release }, { p }) => wageOf(row, release, p),
    }),
    resolution: t.expose('resolution', {
      type: Resolution,
      description: 'How the answer relates to the request: what was requested, what was used, and why they differ.',
    }),
    provenance: t.field({
      type: Provenance,
      description: 'Where the figures come from.',
      resolve: provenanceOf,
    }),
  }),
});

const SalaryOrderField = enumOf('SalaryOrderField', 'The value to sort salaries by.', {
  ...WAGE_STATISTICS,
  AREA: 'The area code.',
});

export const SalaryOrder = builder.inputType('SalaryOrder', {
  description: 'How to sort salaries. Areas without a figure come last in either direction.',
  fields: (t) => ({
    field: t.field({ type: SalaryOrderField, required: true, description: 'The value to sort by.' }),
    direction: t.field({
      type: OrderDirection,
      required: true,
      defaultValue: 'ASC',
      description: 'The sort direction.',
    }),
  }),
});

const LeftOut = builder.objectRef<AreaWithoutFigure>('AreaWithoutFigure').implement({
  description: 'An area of the requested type that has no figure to sort by.',
  fields: (t) => ({
    area: t.expose('area', { type: Area, description: 'The area.' }),
    status: t.expose('status', { type: FigureStatus, description: 'Why there is no number.' }),
    reason: t.exposeString('reason', { description: 'A plain-language explanation of the status.' }),
  }),
});

interface EdgeShape {
  readonly edge: SalariesShape['edges'][number];
  readonly list: SalariesShape;
}

const SalaryEdge = builder.objectRef<EdgeShape>('SalaryEdge').implement({
  description: 'An entry on a page of salaries.',
  fields: (t) => ({
    cursor: t.string({
      description: 'The position of the entry in this list. Use it with `after` and `before`.',
      resolve: ({ edge }) => edge.cursor,
    }),
    node: t.field({ type: Salary, description: 'The entry.', resolve: ({ edge }) => edge.node }),
    rank: t.int({
      nullable: true,
      description:
        'The rank in the sort order, starting at 1. Equal figures share a rank. Null if there is no figure or the list is sorted by area.',
      resolve: ({ list, edge }) => list.rankOf(edge.node),
    }),
  }),
});

export const SalaryConnection = builder.objectRef<SalariesShape>('SalaryConnection').implement({
  description: 'A page of salaries for one occupation in areas of one type, all from the same release.',
  fields: (t) => ({
    edges: t.field({
      type: [SalaryEdge],
      complexity: IN_PAGE,
      description: 'The entries on the page, each with its cursor and rank.',
      resolve: (list) => list.edges.map((edge) => ({ edge, list })),
    }),
    nodes: t.field({
      type: [Salary],
      complexity: IN_PAGE,
      description: 'The entries on the page, without cursors.',
      resolve: (list) => list.edges.map(({ node }) => node),
    }),
    pageInfo: t.field({
      type: builder.pageInfoRef(),
      description: 'Information for fetching more pages.',
      resolve: (list) => list.pageInfo,
    }),
    totalCount: t.int({
      description: 'The number of areas that the release has a row for.',
      resolve: (list) => list.totalCount(),
    }),
    occupation: t.field({
      type: Occupation,
      nullable: true,
      description: "The requested occupation. Null if it is not one of the career's occupations.",
      resolve: (list): OccupationEntry | null => list.occupation,
    }),
    release: t.field({
      type: Release,
      nullable: true,
      description: 'The release that all entries come from. Null if no loaded release has figures for these areas.',
      resolve: (list): ReleaseEntry | null => list.release,
    }),
    leftOut: t.field({
      type: [LeftOut],
      description: 'The areas of this type without a figure: suppressed, top-coded, or not in the source.',
      resolve: (list, _, context) => list.leftOut(context),
    }),
    treatment: t.exposeString('treatment', {
      description: 'How ties, missing areas, and territories are handled, and where the figures come from.',
    }),
  }),
});
