import {
  COMPARISON_VERDICTS,
  comparisonArithmetic,
  comparisonTreatment,
  explainComparison,
  NOT_COMPARABLE_REASONS,
  WAGE_STATISTICS,
} from '@careergraph/domain';
import { builder } from '../builder.js';
import type { Context } from '../context.js';
import { badInput } from '../errors.js';
import type { AreaBy as AreaByShape } from '../figures/areas.js';
import {
  type ComparedArea,
  type ComparedCell,
  type ComparedPair,
  type ComparedSubject,
  type ComparisonShape,
  resolveComparison,
  type StandardErrorShape,
  sideOf,
} from '../figures/comparison.js';
import { careerByJobTitle } from '../onet/careers-by-job-title.js';
import { lookUpArea } from '../places/lookup.js';
import { Area, AreaBy } from './area.js';
import { IN_PAGE } from './connection.js';
import { enumOf, FigureStatus } from './enums.js';
import { FIGURE_COST, occupationOf, releaseKeyOf } from './figure-arguments.js';
import { Wage } from './figures.js';
import { Career, Occupation } from './refs.js';
import { Salary } from './salary.js';

/** Rows, and areas, of a comparison. */
const MOST = 10;

/** Pairs for each cell of a row or an area, as a whole number: ten cells have 45. */
const PAIRS_PER_CELL = MOST / 2;

const WageStatistic = enumOf('WageStatistic', 'A statistic of the wages in an occupation and area.', WAGE_STATISTICS);

const ComparisonVerdict = enumOf(
  'ComparisonVerdict',
  'How the second of two figures relates to the first, given their sampling errors.',
  COMPARISON_VERDICTS,
);

const NotComparableReason = enumOf(
  'NotComparableReason',
  'Why two figures are not comparable.',
  NOT_COMPARABLE_REASONS,
);

const inCents = (usd: number) => Math.round(usd * 100) / 100;

const StandardError = builder.objectRef<StandardErrorShape>('StandardError').implement({
  description: 'The standard error of a wage per year: how far it may be from the true value because of sampling.',
  fields: (t) => ({
    amountUsd: t.float({
      nullable: true,
      description:
        'The standard error in US dollars per year, to the cent. Null if there is none; `status` and `reason` explain why.',
      resolve: ({ amountUsd }) => (amountUsd === null ? null : inCents(amountUsd)),
    }),
    status: t.expose('status', {
      type: FigureStatus,
      description: 'Whether there is a number. A standard error is always `DERIVED`.',
    }),
    reason: t.exposeString('reason', { description: 'How the number was derived, or why there is none.' }),
  }),
});

const ComparisonCell = builder.objectRef<ComparedCell>('ComparisonCell').implement({
  description: 'The figure of one row in one area.',
  fields: (t) => ({
    career: t.field({
      type: Career,
      nullable: true,
      description: 'The career of the row. Null if the row is an occupation or no career matches.',
      resolve: ({ subject }) => subject.career,
    }),
    occupation: t.field({
      type: Occupation,
      nullable: true,
      description: 'The occupation of the row. Null if no occupation matches.',
      resolve: ({ subject }) => subject.occupation,
    }),
    area: t.expose('area', { type: Area, nullable: true, description: 'The requested area. Null if no area matches.' }),
    salary: t.expose('salary', {
      type: Salary,
      nullable: true,
      description:
        'The figures, as the field `salary` of the career or occupation returns them. Null if there are none; `reason` says why.',
    }),
    wage: t.expose('wage', {
      type: Wage,
      nullable: true,
      description: 'The compared statistic. Null if there is no salary.',
    }),
    standardError: t.expose('standardError', {
      type: StandardError,
      description: 'The standard error of the compared statistic per year.',
    }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: 'Why there is no wage per year. Null if there is one.',
    }),
  }),
});

const ComparisonPair = builder.objectRef<ComparedPair>('ComparisonPair').implement({
  description: 'Two figures of a comparison, and how the second relates to the first.',
  fields: (t) => ({
    from: t.expose('from', { type: ComparisonCell, description: 'The first figure.' }),
    to: t.expose('to', { type: ComparisonCell, description: 'The second figure.' }),
    fromIndex: t.exposeInt('fromIndex', {
      description: 'The position of the first figure among the areas of its row, or the rows of its area, from 0.',
    }),
    toIndex: t.exposeInt('toIndex', {
      description: 'The position of the second figure, counted the same way. Always greater than `fromIndex`.',
    }),
    verdict: t.field({
      type: ComparisonVerdict,
      description: 'How the second figure relates to the first.',
      resolve: ({ outcome }) => outcome.verdict,
    }),
    reason: t.field({
      type: NotComparableReason,
      nullable: true,
      description: 'Why the figures are not comparable. Null if they are.',
      resolve: ({ outcome }) => outcome.reason,
    }),
    differenceUsd: t.float({
      nullable: true,
      description:
        'The second figure minus the first, in US dollars per year. Null if they are not comparable, unless the reason is `NO_STANDARD_ERROR`.',
      resolve: differenceOf,
    }),
    standardErrorUsd: t.float({
      nullable: true,
      description:
        'The standard error of the difference in US dollars per year, to the cent. Null if the figures are not comparable.',
      resolve: ({ outcome }) => outcome.measured && inCents(outcome.measured.standardErrorUsd),
    }),
    lowUsd: t.float({
      nullable: true,
      description:
        'The lower end of the 90% interval of the difference, in US dollars per year, to the cent. Null if the figures are not comparable.',
      resolve: ({ outcome }) => outcome.measured && inCents(outcome.measured.lowUsd),
    }),
    highUsd: t.float({
      nullable: true,
      description:
        'The upper end of the 90% interval of the difference, in US dollars per year, to the cent. Null if the figures are not comparable.',
      resolve: ({ outcome }) => outcome.measured && inCents(outcome.measured.highUsd),
    }),
    explanation: t.string({
      description: 'The result in a sentence, with the occupations and areas that the figures describe.',
      resolve: ({ statistic, from, to, outcome }) => explainComparison(statistic, sideOf(from), sideOf(to), outcome),
    }),
    arithmetic: t.string({
      nullable: true,
      description: 'The calculation with its numbers. Null if the figures are not comparable.',
      resolve: arithmeticOf,
    }),
  }),
});

function differenceOf({ from, to, outcome }: ComparedPair): number | null {
  if (outcome.measured) return outcome.measured.differenceUsd;
  if (outcome.reason !== 'NO_STANDARD_ERROR' || !from.estimate || !to.estimate) return null;
  const [first, second] = [from.estimate.amountUsd, to.estimate.amountUsd];
  return first === null || second === null ? null : second - first;
}

function arithmeticOf({ from, to, outcome }: ComparedPair): string | null {
  if (outcome.measured === null) return null;
  const [first, second] = [from, to].map(({ salary, estimate }) => ({
    amountUsd: estimate?.amountUsd as number,
    prseTenths: salary?.row.meanPrseTenths as number,
    standardErrorUsd: estimate?.standardErrorUsd as number,
  }));
  // A difference is measured only between figures that have all three.
  return first && second ? comparisonArithmetic(first, second, outcome.measured) : null;
}

const pairsOfCells = { field: 1, multiplier: PAIRS_PER_CELL };

const ComparisonRow = builder.objectRef<ComparisonShape['rows'][number]>('ComparisonRow').implement({
  description: 'An occupation or a career in every area of a comparison.',
  fields: (t) => ({
    title: t.string({
      description: 'The title of the career or occupation; what the query names if neither matches.',
      resolve: ({ subject }) => subject.title,
    }),
    career: t.field({
      type: Career,
      nullable: true,
      description: 'The career. Null if the row is an occupation or no career matches.',
      resolve: ({ subject }) => subject.career,
    }),
    occupation: t.field({
      type: Occupation,
      nullable: true,
      description: 'The occupation; of a career, the primary one. Null if none matches.',
      resolve: ({ subject }) => subject.occupation,
    }),
    cells: t.field({
      type: [ComparisonCell],
      complexity: IN_PAGE,
      description: 'The figure in each area, in the order of the areas.',
      resolve: ({ cells }) => [...cells],
    }),
    pairs: t.field({
      type: [ComparisonPair],
      complexity: pairsOfCells,
      description: 'Every pair of areas, in the order of the areas.',
      resolve: ({ pairs }) => [...pairs],
    }),
  }),
});

const ComparisonArea = builder.objectRef<ComparisonShape['areas'][number]>('ComparisonArea').implement({
  description: 'An area with every row of a comparison.',
  fields: (t) => ({
    area: t.expose('area', { type: Area, nullable: true, description: 'The area. Null if no area matches.' }),
    explanation: t.exposeString('explanation', {
      nullable: true,
      description:
        'How the requested ZIP code, county, or division leads to the area, or why no area matches. Null if the area itself was requested.',
    }),
    pairs: t.field({
      type: [ComparisonPair],
      complexity: pairsOfCells,
      description: 'Every pair of rows, in the order of the rows.',
      resolve: ({ pairs }) => [...pairs],
    }),
  }),
});

const Comparison = builder.objectRef<ComparisonShape>('Comparison').implement({
  description: 'Wages of occupations or careers side by side in several areas, with their sampling errors.',
  fields: (t) => ({
    statistic: t.expose('statistic', { type: WageStatistic, description: 'The compared statistic.' }),
    rows: t.field({
      type: [ComparisonRow],
      complexity: IN_PAGE,
      description: 'The occupations, then the careers, in the order of the arguments.',
      resolve: ({ rows }) => [...rows],
    }),
    areas: t.field({
      type: [ComparisonArea],
      complexity: IN_PAGE,
      description: 'The areas, in the order of the argument.',
      resolve: ({ areas }) => [...areas],
    }),
    comparedPairs: t.exposeInt('comparedPairs', {
      description: 'The number of pairs whose verdict is not `NOT_COMPARABLE`.',
    }),
    expectedFalseDifferences: t.float({
      description:
        'How many compared pairs would be expected to show a difference by chance if no two wages really differed: 10% of them.',
      resolve: ({ comparedPairs }) => comparedPairs / 10,
    }),
    treatment: t.string({
      description: 'The formulas with their sources, and what they leave out.',
      resolve: ({ comparedPairs }) => comparisonTreatment(comparedPairs),
    }),
  }),
});

type Names = readonly string[] | null | undefined;

/** The cost of each cell and what is selected of it; a number of rows or areas that is refused counts as the nearest one that is not. */
function costOf({ occupations, careers, areas }: { occupations?: Names; careers?: Names; areas?: readonly unknown[] }) {
  const within = (count: number) => Math.min(Math.max(1, count), MOST);
  // A list that is left out has no entries; without areas the query is invalid.
  const rows = (occupations?.length ?? 0) + (careers?.length ?? 0);
  const cells = within(rows) * within(areas?.length ?? 0);
  return { field: cells * FIGURE_COST.field, multiplier: cells };
}

function assertSizes(occupations: readonly string[], careers: readonly string[], areas: readonly unknown[]): void {
  const rows = occupations.length + careers.length;
  const argument = careers.length > 0 && occupations.length === 0 ? 'careers' : 'occupations';
  const limit = { limit: MOST };
  if (rows === 0) throw badInput('occupations', `Name 1 to ${MOST} occupations or careers; there are 0.`, limit);
  if (rows > MOST) {
    throw badInput(argument, `${rows} occupations and careers are more than ${MOST}; compare fewer at a time.`, limit);
  }
  if (areas.length === 0) throw badInput('areas', `Name 1 to ${MOST} areas; there are 0.`, limit);
  if (areas.length > MOST) {
    throw badInput('areas', `${areas.length} areas are more than ${MOST}; compare fewer at a time.`, limit);
  }
}

/** Rejects a list that names the same thing twice: a figure and itself are no pair. */
function assertDistinct(argument: string, keys: readonly (string | null)[], values: readonly unknown[]): void {
  keys.forEach((key, index) => {
    const first = keys.indexOf(key);
    if (key === null || first === index) return;
    const value = JSON.stringify(values[index]).slice(0, 60);
    throw badInput(`${argument}[${index}]`, `${value} is the same as ${argument}[${first}]; name it once.`);
  });
}

function subjectOfOccupation(context: Context, code: string, index: number): ComparedSubject {
  const occupation = occupationOf(context, code, `occupations[${index}]`);
  return {
    career: null,
    occupation,
    title: occupation?.title ?? code,
    lack: occupation ? null : `No loaded file lists the occupation ${code}.`,
  };
}

async function subjectOfCareer(context: Context, name: string): Promise<ComparedSubject> {
  const { catalog } = context;
  const career = catalog.careerNamed(name) ?? (await careerByJobTitle(context, name));
  if (career === null) {
    const title = name.slice(0, 60);
    return { career, occupation: null, title, lack: `No career is named ${JSON.stringify(title)}.` };
  }
  const occupation = catalog.occupation(career.primary);
  const lack = occupation ? null : `No loaded file lists the occupation ${career.primary}.`;
  return { career, occupation, title: career.title, lack };
}

/** Two ZIP codes in one area are two columns. */
const placeKey = ({ area }: ComparedArea) => area && (area.zip?.zip ?? area.match ?? area.code);

builder.queryField('compare', (t) =>
  t.field({
    type: Comparison,
    complexity: costOf,
    description:
      'Compares a wage of occupations or careers in several areas: every figure with its standard error, and every pair of areas of a row and of rows in an area. Needs 1 to 10 rows and 1 to 10 areas; more, none, or the same one twice returns a `BAD_USER_INPUT` error. What matches nothing has a row or area without figures.',
    args: {
      occupations: t.arg.stringList({
        description: 'SOC or O*NET-SOC codes, such as `29-1141`: a row for each. Can be combined with `careers`.',
      }),
      careers: t.arg.stringList({
        description:
          'Careers by URL slug, or as `career` accepts them: a row for each, with the figures of its primary occupation.',
      }),
      areas: t.arg({ type: [AreaBy], required: true, description: 'The areas to compare.' }),
      statistic: t.arg({
        type: WageStatistic,
        required: true,
        defaultValue: 'MEAN',
        description: 'The statistic to compare. Only the mean has a standard error.',
      }),
      asOf: t.arg.string({
        description: 'The key of a release, such as `2024-05`. Defaults to the newest release that has each figure.',
      }),
    },
    resolve: async (_, { occupations, careers, areas, statistic, asOf }, context) => {
      const codes = occupations ?? [];
      const names = careers ?? [];
      assertSizes(codes, names, areas);
      const releaseKey = releaseKeyOf(asOf);
      const ofOccupations = codes.map((code, index) => subjectOfOccupation(context, code, index));
      const [ofCareers, columns] = await Promise.all([
        Promise.all(names.map((name) => subjectOfCareer(context, name))),
        Promise.all(areas.map((by: AreaByShape, index) => lookUpArea(context, by, `areas[${index}]`))),
      ]);
      const careerKeys = ofCareers.map(({ career }) => career?.slug ?? null);
      assertDistinct('occupations', codes, codes);
      assertDistinct('careers', careerKeys, names);
      assertDistinct('areas', columns.map(placeKey), areas);
      return resolveComparison(context, {
        subjects: [...ofOccupations, ...ofCareers],
        areas: columns,
        statistic,
        asOf: releaseKey,
      });
    },
  }),
);
