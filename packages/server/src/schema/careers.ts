import { builder } from '../builder.js';
import type { CareerEntry } from '../catalog/entries.js';
import { listName, pageOfItems } from '../paging/connection.js';
import { connectionOf, pageArguments, pageCost } from './connection.js';
import { CareerField, EducationLevel, OrderDirection, OutlookLabel } from './enums.js';
import { occupationOf } from './figure-arguments.js';
import { Career } from './refs.js';

const CareerConnection = connectionOf('Career', Career, 'careers');

const CareerFilter = builder.inputType('CareerFilter', {
  description:
    'Which careers. All that is given must hold; figures are those of the primary occupation in the nation and the active releases.',
  fields: (t) => ({
    text: t.string({ description: 'Part of a title or the summary, in any case, taken literally.' }),
    field: t.field({ type: [CareerField], description: 'Any of these fields of work.' }),
    education: t.field({ type: [EducationLevel], description: 'Any of these levels of education at entry.' }),
    outlook: t.field({ type: [OutlookLabel], description: 'Any of these outlooks.' }),
    medianAtLeastUsd: t.int({
      description:
        'Annual median of at least this, US dollars. A median that is top-coded or not released never counts.',
    }),
    medianAtMostUsd: t.int({ description: 'Annual median of at most this, US dollars.' }),
    occupation: t.string({ description: 'SOC code of one of its occupations.' }),
  }),
});

const CareerOrderField = builder.enumType('CareerOrderField', {
  description: 'What a list of careers is ordered by.',
  values: {
    TITLE: { description: 'The title.' },
    MEDIAN_PAY: { description: 'National annual median of the primary occupation.' },
    GROWTH: { description: 'Projected change of the primary occupation in percent.' },
  } as const,
});

const CareerOrder = builder.inputType('CareerOrder', {
  description:
    'How a list of careers is ordered. Careers without the figure come last either way; equal ones stand by title.',
  fields: (t) => ({
    field: t.field({ type: CareerOrderField, required: true, description: 'By what.' }),
    direction: t.field({ type: OrderDirection, required: true, defaultValue: 'ASC', description: 'Which way.' }),
  }),
});

type Filter = typeof CareerFilter.$inferInput;
type Order = typeof CareerOrder.$inferInput;

function holds(career: CareerEntry, filter: Filter): boolean {
  const { text, field, education, outlook, medianAtLeastUsd, medianAtMostUsd, occupation } = filter;
  const median = career.medianAnnualUsd;
  const words = [career.title, career.summary, ...career.alsoCalled].map((word) => word.toLowerCase());
  return (
    (text == null || words.some((word) => word.includes(text.toLowerCase()))) &&
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
  const byTitle = (a: CareerEntry, b: CareerEntry) =>
    a.title.localeCompare(b.title, 'en') || a.slug.localeCompare(b.slug, 'en');
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
    description: 'One career; null where there is none of that slug.',
    args: {
      slug: t.arg.string({ required: true, description: 'Its name in addresses, e.g. `medical-office-manager`.' }),
    },
    resolve: (_, { slug }, { catalog }) => catalog.career(slug),
  }),
  careers: t.field({
    type: CareerConnection,
    complexity: pageCost,
    description: 'Careers, by title where no order is given.',
    args: {
      filter: t.arg({ type: CareerFilter, description: 'Which ones.' }),
      orderBy: t.arg({ type: CareerOrder, description: 'In which order.' }),
      ...pageArguments,
    },
    resolve: (_, { filter, orderBy, ...page }, context) => {
      const { catalog } = context;
      if (filter?.occupation != null) occupationOf(context, filter.occupation, 'filter.occupation');
      const order = orderBy ?? { field: 'TITLE' as const, direction: 'ASC' as const };
      const items = inOrder(
        catalog.careers.filter((career) => filter == null || holds(career, filter)),
        order,
      );
      return pageOfItems(page, listName('careers', filter ?? null, order), items, ({ slug }) => slug);
    },
  }),
}));
