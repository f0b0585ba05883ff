import { roundOf } from './edition.js';
import type { Figure, NamedFigure, Profile, Statement, WageUnit } from './profile.js';
import type { About, Subjects } from './subjects.js';

export type WageStatistic = 'MEAN' | 'P10' | 'P50' | 'P90';

/** What a claim states, in the terms of the official releases. */
export type Measure =
  | { readonly kind: 'WAGE'; readonly statistic: WageStatistic; readonly unit: WageUnit; readonly period: string }
  | { readonly kind: ProjectedMeasure; readonly round: string };

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
  readonly measure: Measure;
  readonly about: About;
  /** Null for a statement in words: then `printed` is what it says. */
  readonly figure: Figure | null;
}

/** Every figure that a profile states, and its answers on education, experience and training. */
export function claimsOf(profile: Profile, subjects: Subjects): readonly HandbookClaim[] {
  return [
    ...quickFactClaims(profile, subjects),
    ...jobClaims(profile, subjects),
    ...wageClaims(profile, subjects),
    ...outlookClaims(profile, subjects),
    ...similarClaims(profile, subjects),
  ];
}

const claim = (measure: Measure, about: About, figure: Figure | null): HandbookClaim[] =>
  figure === null ? [] : [{ measure, about, figure, ...placed(figure) }];
const statement = (measure: Measure, about: About, words: Statement): HandbookClaim => ({
  measure,
  about,
  figure: null,
  ...placed(words),
});
const placed = ({ printed, section, line }: Statement) => ({ printed, section, line });

const median = (unit: WageUnit, period: string): Measure => ({ kind: 'WAGE', statistic: 'P50', unit, period });

function quickFactClaims({ quickFacts: facts, edition }: Profile, { own, each }: Subjects): readonly HandbookClaim[] {
  if (facts === null || edition === null) return [];
  const round = roundOf(edition);
  const period = `${edition.payYear}-05`;
  return [
    ...claim(median('USD_PER_YEAR', period), own, facts.medianPayUsdPerYear),
    ...claim(median('USD_PER_HOUR', period), own, facts.medianPayUsdPerHour),
    statement({ kind: 'ENTRY_EDUCATION', round }, each, facts.entryLevelEducation),
    statement({ kind: 'WORK_EXPERIENCE', round }, each, facts.workExperience),
    statement({ kind: 'ON_THE_JOB_TRAINING', round }, each, facts.onTheJobTraining),
    ...claim({ kind: 'BASE_EMPLOYMENT', round }, own, facts.jobs),
    ...claim({ kind: 'PERCENT_CHANGE', round }, own, facts.outlookPercent),
    ...claim({ kind: 'EMPLOYMENT_CHANGE', round }, own, facts.employmentChange),
  ];
}

function jobClaims({ workEnvironment, edition }: Profile, { named }: Subjects): readonly HandbookClaim[] {
  if (edition === null) return [];
  const measure: Measure = { kind: 'BASE_EMPLOYMENT', round: roundOf(edition) };
  const shares: About = { reason: 'shares of industries are in no release that this project imports' };
  return [
    ...workEnvironment.jobs.flatMap(({ subject, jobs }) => claim(measure, named(subject), jobs)),
    ...workEnvironment.occupations.flatMap((row) => claim(measure, named(row.name), row)),
    ...workEnvironment.employers.flatMap(({ rows }) => rows.flatMap(({ percent }) => claim(measure, shares, percent))),
  ];
}

function wageClaims({ pay, edition }: Profile, { named }: Subjects): readonly HandbookClaim[] {
  const byIndustry: About = { reason: 'wages by industry are in no release that this project imports' };
  const sentences = pay.wages.flatMap(({ subject, unit, period, median: p50, p10, p90 }) => {
    const about = named(subject);
    const of = (statistic: WageStatistic, figure: Figure | null) =>
      claim({ kind: 'WAGE', statistic, unit, period }, about, figure);
    // "The highest 10 percent earned more than" the printed wage, which may be the top code.
    return [...of('P50', p50), ...of('P10', p10), ...of('P90', p90 && { ...p90, bound: 'AT_LEAST' })];
  });
  const tables = pay.tables.flatMap(({ by, statistic, unit, period, rows }) =>
    rows.flatMap((row) =>
      claim({ kind: 'WAGE', statistic, unit, period }, by === 'INDUSTRY' ? byIndustry : named(row.name), row),
    ),
  );
  const [sentence] = pay.wages;
  const unit = sentence?.unit ?? 'USD_PER_YEAR';
  const period = sentence?.period ?? (edition === null ? null : `${edition.payYear}-05`);
  const bars = period === null ? [] : pay.chart.flatMap((bar) => claim(median(unit, period), named(bar.name), bar));
  return [...sentences, ...tables, ...bars];
}

function outlookClaims({ outlook, edition }: Profile, { own, named, inRow }: Subjects): readonly HandbookClaim[] {
  if (edition === null) return [];
  const round = roundOf(edition);
  const bars = outlook.chart.flatMap((bar: NamedFigure) =>
    claim({ kind: 'PERCENT_CHANGE', round }, named(bar.name), bar),
  );
  return [
    ...claim({ kind: 'PERCENT_CHANGE', round }, named(outlook.growth?.subject ?? ''), outlook.growth?.percent ?? null),
    ...claim({ kind: 'ANNUAL_OPENINGS', round }, own, outlook.openingsPerYear),
    ...outlook.table.flatMap((row) => {
      const about = inRow(row);
      return [
        ...claim({ kind: 'BASE_EMPLOYMENT', round }, about, row.baseJobs),
        ...claim({ kind: 'PROJECTED_EMPLOYMENT', round }, about, row.projectedJobs),
        ...claim({ kind: 'PERCENT_CHANGE', round }, about, row.percent),
        ...claim({ kind: 'EMPLOYMENT_CHANGE', round }, about, row.change),
      ];
    }),
    ...bars,
  ];
}

function similarClaims({ similar, edition }: Profile, { ofProfile }: Subjects): readonly HandbookClaim[] {
  if (edition === null) return [];
  return similar.flatMap(({ slug, entryLevelEducation, medianPayUsdPerYear }) => {
    const { own, each } = ofProfile(slug);
    return [
      statement({ kind: 'ENTRY_EDUCATION', round: roundOf(edition) }, each, entryLevelEducation),
      ...claim(median('USD_PER_YEAR', `${edition.payYear}-05`), own, medianPayUsdPerYear),
    ];
  });
}
