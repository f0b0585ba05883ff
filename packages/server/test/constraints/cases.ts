import type { Table } from './inserts.js';
import {
  marked,
  marker,
  merge,
  NOT_WAGES,
  number,
  PERCENTILES,
  type Row,
  STATISTICS,
  UNITS,
  value,
  without,
} from './wages.js';

/** A row that the named CHECK refuses. */
export type Case = readonly [constraint: string, table: Table, row: Row];

const below = PERCENTILES.flatMap((low, at) => PERCENTILES.slice(at + 1).map((high) => [low, high] as const));

const snakeCase = (name: string) => name.replaceAll(/[A-Z]|1000/g, (part) => `_${part.toLowerCase()}`);

const WAGE_CASES: readonly Case[] = UNITS.flatMap(([period]) => [
  ...STATISTICS.flatMap((statistic): Case[] => {
    const name = `wage_${period}_${statistic.toLowerCase()}`;
    return [
      [`${name}_value_or_marker`, 'wage', { [marker(period, statistic)]: 'WAGE_NOT_RELEASED' }],
      [`${name}_value_or_marker`, 'wage', { [value(period, statistic)]: null }],
      [`${name}_positive`, 'wage', merge(without(period), number(period, statistic, 0))],
      [`${name}_positive`, 'wage', merge(without(period), number(period, statistic, -1))],
    ];
  }),
  ...below.map(
    ([low, high]): Case => [
      `wage_${period}_percentiles_do_not_decrease`,
      'wage',
      merge(without(period), number(period, low, 1_001), number(period, high, 1_000)),
    ],
  ),
  ...PERCENTILES.slice(1).map(
    (high, at): Case => [
      `wage_${period}_nothing_above_a_top_code`,
      'wage',
      merge(without(period), marked(period, PERCENTILES[at] as string, 'TOP_CODED'), number(period, high, 1_000)),
    ],
  ),
]);

export const CASES: readonly Case[] = [
  ['release_revision_positive', 'release', { revision: 0 }],
  ['release_revision_positive', 'release', { revision: -1 }],
  ['file_rows_not_negative', 'file', { rows: -1 }],
  ['file_edition_known', 'file', { edition: 'typed' }],
  ['file_edition_known', 'file', { edition: '' }],

  ...WAGE_CASES,
  ['wage_employment_value_or_marker', 'wage', { employmentMarker: 'EMPLOYMENT_NOT_RELEASED' }],
  ['wage_employment_value_or_marker', 'wage', { employmentPersons: null }],
  ['wage_employment_not_negative', 'wage', { employmentPersons: -1 }],
  ['wage_one_period_only', 'wage', merge(without('annual'), without('hourly'), { annualOnly: true, hourlyOnly: true })],
  ...STATISTICS.flatMap((statistic): Case[] => [
    [
      'wage_annual_only_has_no_hourly',
      'wage',
      merge(without('hourly'), number('hourly', statistic, 5), { annualOnly: true }),
    ],
    [
      'wage_hourly_only_has_no_annual',
      'wage',
      merge(without('annual'), number('annual', statistic, 5), { hourlyOnly: true }),
    ],
  ]),
  ...NOT_WAGES.flatMap(([name, number]): Case[] => [
    [`wage_${snakeCase(name)}_value_or_marker`, 'wage', { [`${name}Marker`]: 'NOT_PUBLISHED' }],
    [`wage_${snakeCase(name)}_value_or_marker`, 'wage', { [number]: null }],
  ]),
  [
    'wage_standard_errors_not_negative',
    'wage',
    { employmentPrseTenths: -1, meanPrseTenths: null, meanPrseMarker: 'NOT_PUBLISHED' },
  ],
  [
    'wage_standard_errors_not_negative',
    'wage',
    { employmentPrseTenths: null, employmentPrseMarker: 'NOT_PUBLISHED', meanPrseTenths: -1 },
  ],
  ['wage_standard_errors_not_negative', 'wage', { employmentPrseTenths: -1 }],
  ['wage_standard_errors_not_negative', 'wage', { meanPrseTenths: -1 }],
  ['wage_jobs_per_1000_share', 'wage', { jobsPer1000Thousandths: -1 }],
  ['wage_jobs_per_1000_share', 'wage', { jobsPer1000Thousandths: 1_000_001 }],
  ['wage_location_quotient_not_negative', 'wage', { locationQuotientThousandths: -1 }],

  ['projection_base_employment_value_or_marker', 'projection', { baseEmploymentMarker: 'NOT_PUBLISHED' }],
  ['projection_base_employment_value_or_marker', 'projection', { baseEmploymentPersons: null }],
  ['projection_projected_employment_value_or_marker', 'projection', { projectedEmploymentMarker: 'NOT_PUBLISHED' }],
  ['projection_projected_employment_value_or_marker', 'projection', { projectedEmploymentPersons: null }],
  ['projection_change_value_or_marker', 'projection', { changeMarker: 'NOT_PUBLISHED' }],
  ['projection_change_value_or_marker', 'projection', { changePersons: null }],
  ['projection_percent_value_or_marker', 'projection', { percentMarker: 'NOT_PUBLISHED' }],
  ['projection_percent_value_or_marker', 'projection', { percentTenths: null }],
  ['projection_annual_openings_value_or_marker', 'projection', { annualOpeningsMarker: 'NOT_PUBLISHED' }],
  ['projection_annual_openings_value_or_marker', 'projection', { annualOpeningsPersons: null }],
  ['projection_self_employed_value_or_marker', 'projection', { selfEmployedMarker: 'NOT_PUBLISHED' }],
  ['projection_self_employed_value_or_marker', 'projection', { selfEmployedTenths: null }],
  ['projection_self_employed_share', 'projection', { selfEmployedTenths: -1 }],
  ['projection_self_employed_share', 'projection', { selfEmployedTenths: 1_001 }],
  ['projection_median_value_or_marker', 'projection', { medianAnnualMarker: 'TOP_CODED' }],
  ['projection_median_value_or_marker', 'projection', { medianAnnualUsd: null }],
  ['projection_median_positive', 'projection', { medianAnnualUsd: 0 }],
  ['projection_median_positive', 'projection', { medianAnnualUsd: -1 }],
  ['projection_counts_not_negative', 'projection', { baseEmploymentPersons: -1, projectedEmploymentPersons: 99 }],
  [
    'projection_counts_not_negative',
    'projection',
    { baseEmploymentPersons: 0, projectedEmploymentPersons: -1, changePersons: -1 },
  ],
  ['projection_counts_not_negative', 'projection', { annualOpeningsPersons: -1 }],
  ['projection_percent_at_least_minus_100', 'projection', { percentTenths: -1_001 }],
  ['projection_years_in_order', 'projection', { projectedYear: 2024 }],
  ['projection_years_in_order', 'projection', { projectedYear: 2023 }],
  ['projection_change_is_the_difference', 'projection', { changePersons: 301 }],
  ['projection_change_is_the_difference', 'projection', { changePersons: -101 }],

  ['onet_rating_value_not_negative', 'rating', { valueHundredths: -1 }],
  ['onet_technology_commodity_or_element', 'technology', { elementId: '2.C.1.a' }],
  ['onet_technology_commodity_or_element', 'technology', { commodityCode: null, commodityTitle: null }],
  ['onet_technology_commodity_has_title', 'technology', { commodityTitle: null }],
  ['onet_technology_commodity_has_title', 'technology', { commodityCode: null, elementId: '2.C.1.a' }],
  ['onet_rating_sample_not_negative', 'rating', { sampleSize: -1 }],
  ['onet_rating_interval_in_order', 'rating', { lowerTenThousandths: 44_001 }],
  ['onet_job_zone_range', 'jobZone', { jobZone: 0 }],
  ['onet_job_zone_range', 'jobZone', { jobZone: 6 }],

  ...['residential', 'business', 'other', 'total'].flatMap((kind): Case[] => [
    ['zip_share_ratios', 'zipShare', { [`${kind}Billionths`]: -1 }],
    ['zip_share_ratios', 'zipShare', { [`${kind}Billionths`]: 1_000_000_001 }],
  ]),
  ...[90.001, -90.001].map((latitude): Case => ['zip_place_on_earth', 'zipPlace', { latitude }]),
  ...[180.001, -180.001].map((longitude): Case => ['zip_place_on_earth', 'zipPlace', { longitude }]),

  ...[99_999, 1_000_000].flatMap((unitId): Case[] => [
    ['institution_unit_id_digits', 'institution', { unitId }],
    ['program_unit_id_digits', 'program', { unitId }],
    ['field_outcome_unit_id_digits', 'fieldOutcome', { unitId }],
  ]),
  ...['3576', '35762-1', ''].map((zip): Case => ['institution_zip_digits', 'institution', { zip }]),
  ['institution_coordinates_together', 'institution', { latitude: null }],
  ['institution_coordinates_together', 'institution', { longitude: null }],
  ...[90.001, -90.001].map((latitude): Case => ['institution_latitude_in_range', 'institution', { latitude }]),
  ...[180.001, -180.001].map((longitude): Case => ['institution_longitude_in_range', 'institution', { longitude }]),
  ...['51.38', '513801', '99'].map((cipCode): Case => ['program_cip_code_six_digits', 'program', { cipCode }]),
  ...[0, 3].map((majorNumber): Case => ['program_major_number_one_or_two', 'program', { majorNumber }]),
  ['program_completions_value_or_marker', 'program', { completions: null }],
  ['program_completions_value_or_marker', 'program', { completionsMarker: 'NOT_IN_FILE' }],
  ['program_completions_not_negative', 'program', { completions: -1 }],
  ...['51', '51.380', '5138'].map((cipCode): Case => ['cip_title_code_digits', 'cipTitle', { cipCode }]),
  ['cip_occupation_names_one', 'cipOccupation', { cipCode: null, occupationCode: null }],
  ['cip_occupation_cip_code_six_digits', 'cipOccupation', { cipCode: '51.38' }],
  ...['51.3801', '5138'].map((cipCode): Case => ['field_outcome_cip_code_four_digits', 'fieldOutcome', { cipCode }]),
  ...(
    [
      ['awards', 'awards', 'awards'],
      ['earnings_1_year', 'earnings1YearUsd', 'earnings1Year'],
      ['earnings_4_years', 'earnings4YearsUsd', 'earnings4Years'],
      ['median_debt', 'medianDebtUsd', 'medianDebt'],
    ] as const
  ).flatMap(([name, field, figure]): Case[] => [
    [`field_outcome_${name}_value_or_marker`, 'fieldOutcome', { [field]: null }],
    [`field_outcome_${name}_value_or_marker`, 'fieldOutcome', { [`${figure}Marker`]: 'PRIVACY_SUPPRESSED' }],
    name === 'awards'
      ? ['field_outcome_awards_not_negative', 'fieldOutcome', { awards: -1 }]
      : [`field_outcome_${name}_positive`, 'fieldOutcome', { [field]: 0 }],
  ]),
  ...[99_999, 100_000_000].map(
    (unitId): Case => ['institution_outcome_unit_id_digits', 'institutionOutcome', { unitId }],
  ),
  ['institution_outcome_net_price_value_or_marker', 'institutionOutcome', { netPriceUsd: null }],
  ['institution_outcome_net_price_value_or_marker', 'institutionOutcome', { netPriceMarker: 'NOT_AVAILABLE' }],
  ['institution_outcome_completion_value_or_marker', 'institutionOutcome', { completionTenThousandths: null }],
  ['institution_outcome_completion_value_or_marker', 'institutionOutcome', { completionMarker: 'NOT_AVAILABLE' }],
  ...[-1, 10_001].map(
    (completionTenThousandths): Case => [
      'institution_outcome_completion_in_range',
      'institutionOutcome',
      { completionTenThousandths },
    ],
  ),

  ['claim_numbers_or_words', 'claim', { low: null, high: null }],
  ['claim_numbers_or_words', 'claim', { high: null }],
  ['claim_numbers_or_words', 'claim', { low: null }],
  ['claim_numbers_or_words', 'claim', { low: null, text: 'words' }],
  ['claim_range_in_order', 'claim', { low: 2.5 }],
  ['claim_rounding_positive', 'claim', { roundedTo: 0 }],
  ['claim_rounding_positive', 'claim', { roundedTo: -1 }],

  ['related_career_is_another', 'related', { toSlug: 'dog-groomer' }],
];
