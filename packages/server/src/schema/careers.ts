import { builder } from '../builder.js';
import { byTitle } from '../catalog/careers/build.js';
import type { CareerEntry } from '../catalog/entries.js';
import { careerByJobTitle } from '../onet/careers-by-job-title.js';
import { listName, pageOfItems } from '../paging/connection.js';
import { MAX_TEXT, slugsNamed } from '../search/search.js';
import { connectionOf, pageArguments, pageCost, TEXT_SEARCH_COST } from './connection.js';
import { CareerField, EducationLevel, OrderDirection, OutlookLabel } from './enums.js';
import { occupationOf } from './figure-arguments.js';
import { Career } from './refs.js';

const CareerConnection = connectionOf('Career', Career, 'careers');

const CareerFilter = builder.inputType('CareerFilter', {
  description:
    'Filters careers. A career must match every field that is provided. Figures are national and describe the primary occupation: those that `salary` and `growth` of the career answer.',
  fields: (t) => ({
    text: t.string({
      description:
        'Text contained in a title or the summary, in any case; or a title of the career as `search` understands it: a job title, an abbreviation such as `RN`, or a misspelling. `search` sorts by best match and gives the reason.',
    }),
    field: t.field({ type: [CareerField], description: 'Include careers in any of these fields of work.' }),
    education: t.field({
      type: [EducationLevel],
      description: 'Include careers with any of these entry-level education levels.',
    }),
    outlook: t.field({ type: [OutlookLabel], description: 'Include careers with any of these outlooks.' }),
    medianAtLeastUsd: t.int({
      description:
        'The minimum median annual wage, in US dollars. Careers whose median is top-coded or not released never match.',
    }),
    medianAtMostUsd: t.int({
      description:
        'The maximum median annual wage, in US dollars. Careers whose median is top-coded or not released never match.',
    }),
    occupation: t.string({ description: "The SOC code of one of the career's occupations. Example: `11-9111`." }),
  }),
});

const CareerOrderField = builder.enumType('CareerOrderField', {
  description: 'The value to sort careers by.',
  values: {
    TITLE: { description: 'The title.' },
    MEDIAN_PAY: { description: 'The national median annual wage of the primary occupation.' },
    GROWTH: { description: 'The projected employment change of the primary occupation, in percent.' },
  } as const,
});

const CareerOrder = builder.inputType('CareerOrder', {
  description: 'How to sort careers. Careers without a value come last in either direction. Ties are sorted by title.',
  fields: (t) => ({
    field: t.field({ type: CareerOrderField, required: true, description: 'The value to sort by.' }),
    direction: t.field({
      type: OrderDirection,
      required: true,
      defaultValue: 'ASC',
      description: 'The sort direction.',
    }),
  }),
});

type Filter = typeof CareerFilter.$inferInput;
type Order = typeof CareerOrder.$inferInput;

function holds(career: CareerEntry, filter: Filter, named: ReadonlySet<string>): boolean {
  const { text, field, education, outlook, medianAtLeastUsd, medianAtMostUsd, occupation } = filter;
  const median = career.medianAnnualUsd;
  return (
    (text == null || named.has(career.slug) || career.words.some((words) => words.includes(text.toLowerCase()))) &&
    (field == null || field.includes(career.field)) &&
    (education == null || education.includes(career.typicalEducation)) &&
    (outlook == null || (career.outlook.label !== null && outlook.includes(career.outlook.label))) &&
    (medianAtLeastUsd == null || (median !== null && median >= medianAtLeastUsd)) &&
    (medianAtMostUsd == null || (median !== null && median <= medianAtMostUsd)) &&
    (occupation == null || career.occupations.some(({ occupationCode }) => occupationCode === occupation))
  );
}

function inOrder(careers: readonly CareerEntry[], { field, direction }: Order): readonly CareerEntry[] {
  const sign = direction === 'DESC' ? -1 : 1;
  if (field === 'TITLE') return careers.toSorted((a, b) => sign * byTitle(a, b));
  const value = (career: CareerEntry) => (field === 'MEDIAN_PAY' ? career.medianAnnualUsd : career.growthTenths);
  return careers.toSorted((a, b) => {
    const [x, y] = [value(a), value(b)];
    if (x === null || y === null) return x === y ? byTitle(a, b) : x === null ? 1 : -1;
    return sign * (x - y) || byTitle(a, b);
  });
}

builder.queryFields((t) => ({
  career: t.field({
    type: Career,
    nullable: true,
    description:
      'Looks up a career by its URL slug. Another title or code that belongs to one career alone finds it too; `canonicalSlug` then has the slug to link to. Null if no career matches.',
    args: {
      slug: t.arg.string({
        required: true,
        description:
          'The URL slug, such as `registered-nurse`; or another title, a job title of the SOC or O*NET, an SOC code, or an O*NET code, such as `registered-nurses` or `29-1141.00`.',
      }),
    },
    resolve: (_, { slug }, context) => context.catalog.careerNamed(slug) ?? careerByJobTitle(context, slug),
  }),
  careers: t.field({
    type: CareerConnection,
    complexity: ({ filter, ...page }) => ({ ...pageCost(page), field: filter?.text == null ? 1 : TEXT_SEARCH_COST }),
    description: 'Lists careers, sorted by title unless `orderBy` is provided.',
    args: {
      filter: t.arg({ type: CareerFilter, description: 'Which careers to include.' }),
      orderBy: t.arg({ type: CareerOrder, description: 'How to sort the list.' }),
      ...pageArguments,
    },
    resolve: async (_, { filter, orderBy, ...page }, context) => {
      const { catalog } = context;
      const text = filter?.text;
      // Longer text can only be contained.
      const named = text == null || text.length > MAX_TEXT ? new Set<string>() : await slugsNamed(context, text);
      if (filter?.occupation != null) occupationOf(context, filter.occupation, 'filter.occupation');
      const order = orderBy ?? { field: 'TITLE' as const, direction: 'ASC' as const };
      const items = inOrder(
        catalog.careers.filter((career) => filter == null || holds(career, filter, named)),
        order,
      );
      return pageOfItems(page, listName('careers', filter ?? null, order), items, ({ slug }) => slug);
    },
  }),
}));
