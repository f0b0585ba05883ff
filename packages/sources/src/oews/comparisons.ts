import type { Comparison } from '@careergraph/releases';

/** What a diff of two releases compares. */
export const comparisons: readonly Comparison[] = [
  {
    id: 'wages',
    title: 'Employment and wages by occupation and area',
    table: 'WageEstimate',
    key: ['occupationCode', 'areaCode'],
    measures: [
      { name: 'employment', field: 'employmentPersons', marker: 'employmentMarker', unit: 'PERSONS' },
      { name: 'annual mean', field: 'annualMeanUsd', marker: 'annualMeanMarker', unit: 'USD' },
      { name: 'annual median', field: 'annualP50Usd', marker: 'annualP50Marker', unit: 'USD' },
      { name: 'annual 10th percentile', field: 'annualP10Usd', marker: 'annualP10Marker', unit: 'USD' },
      { name: 'annual 90th percentile', field: 'annualP90Usd', marker: 'annualP90Marker', unit: 'USD' },
      {
        name: 'hourly median',
        field: 'hourlyP50Cents',
        marker: 'hourlyP50Marker',
        scale: 0.01,
        unit: 'USD_PER_HOUR',
      },
    ],
  },
];
