import { type Figure, type Profile, roundOf, type Statement, type WageUnit } from './handbook.js';
import type { About, Subjects } from './handbook-subjects.js';

type WageStatistic = 'MEAN' | 'P10' | 'P50' | 'P90';

/** What a claim states, in the terms of the official releases. */
export type Measure =
  | { readonly kind: 'WAGE'; readonly statistic: WageStatistic; readonly unit: WageUnit; readonly period: string }
  | { readonly kind: ProjectedMeasure; readonly round: string }
  | { readonly kind: 'EMPLOYMENT_SHARE'; readonly round: string };

export type ProjectedMeasure =
  | 'BASE_EMPLOYMENT'
  | 'PROJECTED_EMPLOYMENT'
  | 'EMPLOYMENT_CHANGE'
  | 'PERCENT_CHANGE'
  | 'ANNUAL_OPENINGS'
  | 'ENTRY_EDUCATION'
  | 'WORK_EXPERIENCE'
  | 'ON_THE_JOB_TRAINING';

/** A figure or statement of a profile, with its place. */
export interface HandbookClaim extends Pick<Figure, 'printed' | 'section' | 'line'> {
  /** Tells it from the other claims of the profile: `pay/1/p50`. */
  readonly key: string;
  readonly measure: Measure;
  readonly about: About;
  /** The industry whose workers it is limited to; null for all of them. */
  readonly industry: string | null;
  /** Null for a statement in words: then `printed` is what it says. */
  readonly figure: Figure | null;
}

/** A profile without its prose. */
export type FiguresOfProfile = Pick<
  Profile,
  'title' | 'occupationCodes' | 'edition' | 'quickFacts' | 'workEnvironment' | 'pay' | 'outlook' | 'similar'
>;

/** Every figure that a profile states, and its answers on education, experience and training. */
export function claimsOf(profile: FiguresOfProfile, subjects: Subjects): readonly HandbookClaim[] {
  return [
    ...ownClaimsOf(profile, subjects),
    ...chartClaims(profile, subjects).filter(({ name }) => !subjects.isOwn(name)),
    ...similarClaims(profile, subjects),
  ];
}

/** The claims about the occupations of the profile itself: not about groups of occupations or similar ones. */
export function ownClaimsOf(profile: FiguresOfProfile, subjects: Subjects): readonly HandbookClaim[] {
  return [
    ...quickFactClaims(profile, subjects),
    ...jobClaims(profile, subjects),
    ...wageClaims(profile, subjects),
    ...outlookClaims(profile, subjects),
    ...chartClaims(profile, subjects).filter(({ name }) => subjects.isOwn(name)),
  ];
}

function claim(key: string, measure: Measure, about: About, figure: Figure | null, industry: string | null = null) {
  return figure === null ? [] : [{ key, measure, about, industry, figure, ...placed(figure) }];
}

function statement(key: string, measure: Measure, about: About, words: Statement): HandbookClaim {
  return { key, measure, about, industry: null, figure: null, ...placed(words) };
}

const placed = ({ printed, section, line }: Statement) => ({ printed, section, line });

const median = (unit: WageUnit, period: string): Measure => ({ kind: 'WAGE', statistic: 'P50', unit, period });

function quickFactClaims(
  { quickFacts: facts, edition }: FiguresOfProfile,
  { own, each }: Subjects,
): readonly HandbookClaim[] {
  if (facts === null || edition === null) return [];
  const round = roundOf(edition);
  const period = `${edition.payYear}-05`;
  return [
    ...claim('facts/pay-per-year', median('USD_PER_YEAR', period), own, facts.medianPayUsdPerYear),
    ...claim('facts/pay-per-hour', median('USD_PER_HOUR', period), own, facts.medianPayUsdPerHour),
    statement('facts/education', { kind: 'ENTRY_EDUCATION', round }, each, facts.entryLevelEducation),
    statement('facts/experience', { kind: 'WORK_EXPERIENCE', round }, each, facts.workExperience),
    statement('facts/training', { kind: 'ON_THE_JOB_TRAINING', round }, each, facts.onTheJobTraining),
    ...claim('facts/jobs', { kind: 'BASE_EMPLOYMENT', round }, own, facts.jobs),
    ...claim('facts/percent', { kind: 'PERCENT_CHANGE', round }, own, facts.outlookPercent),
    ...claim('facts/change', { kind: 'EMPLOYMENT_CHANGE', round }, own, facts.employmentChange),
  ];
}

function jobClaims({ workEnvironment, edition }: FiguresOfProfile, { own, named }: Subjects): readonly HandbookClaim[] {
  if (edition === null) return [];
  const round = roundOf(edition);
  const { jobs, occupations, employers } = workEnvironment;
  const measure: Measure = { kind: 'BASE_EMPLOYMENT', round };
  const share: Measure = { kind: 'EMPLOYMENT_SHARE', round };
  return [
    ...jobs.flatMap((held, index) => claim(`jobs/${index + 1}`, measure, named(held.subject), held.jobs)),
    ...occupations.flatMap((row, index) => claim(`jobs-by-occupation/${index + 1}`, measure, named(row.name), row)),
    ...employers.flatMap(({ rows }, table) =>
      rows.flatMap(({ industry, percent }, row) =>
        claim(`employers/${table + 1}/${row + 1}`, share, own, percent, industry),
      ),
    ),
  ];
}

function wageClaims({ pay }: FiguresOfProfile, { own, named }: Subjects): readonly HandbookClaim[] {
  const sentences = pay.wages.flatMap(({ subject, unit, period, median: p50, p10, p90 }, index) => {
    const about = named(subject);
    const of = (statistic: WageStatistic, figure: Figure | null) =>
      claim(`pay/${index + 1}/${statistic.toLowerCase()}`, { kind: 'WAGE', statistic, unit, period }, about, figure);
    // "The highest 10 percent earned more than" the printed wage, which may be the top code.
    return [...of('P50', p50), ...of('P10', p10), ...of('P90', p90 && { ...p90, bound: 'AT_LEAST' })];
  });
  const tables = pay.tables.flatMap(({ by, statistic, unit, period, rows }, table) =>
    rows.flatMap((row, index) => {
      const isIndustry = by === 'INDUSTRY';
      const key = `pay-by-${by.toLowerCase()}/${table + 1}/${index + 1}`;
      const about = isIndustry ? own : named(row.name);
      return claim(key, { kind: 'WAGE', statistic, unit, period }, about, row, isIndustry ? row.name : null);
    }),
  );
  return [...sentences, ...tables];
}

function outlookClaims(
  { outlook, edition }: FiguresOfProfile,
  { own, named, inRow }: Subjects,
): readonly HandbookClaim[] {
  if (edition === null) return [];
  const round = roundOf(edition);
  const { growth, openingsPerYear, table } = outlook;
  return [
    ...claim('growth', { kind: 'PERCENT_CHANGE', round }, named(growth?.subject ?? ''), growth?.percent ?? null),
    ...claim('openings', { kind: 'ANNUAL_OPENINGS', round }, own, openingsPerYear),
    ...table.flatMap((row, index) => {
      const about = inRow(row);
      const key = `outlook/${row.code ?? index + 1}`;
      return [
        ...claim(`${key}/base`, { kind: 'BASE_EMPLOYMENT', round }, about, row.baseJobs),
        ...claim(`${key}/projected`, { kind: 'PROJECTED_EMPLOYMENT', round }, about, row.projectedJobs),
        ...claim(`${key}/percent`, { kind: 'PERCENT_CHANGE', round }, about, row.percent),
        ...claim(`${key}/change`, { kind: 'EMPLOYMENT_CHANGE', round }, about, row.change),
      ];
    }),
  ];
}

/** The bars of the charts, which are as new as the quick facts: of the group of occupations, of the profile, and of all occupations. */
function chartClaims({ pay, outlook, edition }: FiguresOfProfile, { named }: Subjects) {
  const [sentence] = pay.wages;
  const unit = sentence?.unit ?? 'USD_PER_YEAR';
  const period = edition === null ? (sentence?.period ?? null) : `${edition.payYear}-05`;
  const bars = [
    ...(period === null ? [] : pay.chart.map((bar) => ({ bar, chart: 'pay', measure: median(unit, period) }))),
    ...(edition === null
      ? []
      : outlook.chart.map((bar) => ({
          bar,
          chart: 'outlook',
          measure: { kind: 'PERCENT_CHANGE' as const, round: roundOf(edition) },
        }))),
  ];
  return bars.flatMap(({ bar, chart, measure }, index) =>
    claim(`${chart}-chart/${index + 1}`, measure, named(bar.name), bar).map((found) => ({ ...found, name: bar.name })),
  );
}

function similarClaims({ similar, edition }: FiguresOfProfile, { ofProfile }: Subjects): readonly HandbookClaim[] {
  if (edition === null) return [];
  const round = roundOf(edition);
  return similar.flatMap(({ slug, entryLevelEducation, medianPayUsdPerYear }) => {
    const { own, each } = ofProfile(slug);
    const pay = median('USD_PER_YEAR', `${edition.payYear}-05`);
    return [
      statement(`similar/${slug}/education`, { kind: 'ENTRY_EDUCATION', round }, each, entryLevelEducation),
      ...claim(`similar/${slug}/pay`, pay, own, medianPayUsdPerYear),
    ];
  });
}
