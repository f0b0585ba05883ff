/** A wage estimate of which nothing is published; tests set what they are about. */
export const NO_FIGURES = {
  employmentMarker: 'NOT_PUBLISHED',
  annualMeanMarker: 'NOT_PUBLISHED',
  annualP10Marker: 'NOT_PUBLISHED',
  annualP25Marker: 'NOT_PUBLISHED',
  annualP50Marker: 'NOT_PUBLISHED',
  annualP75Marker: 'NOT_PUBLISHED',
  annualP90Marker: 'NOT_PUBLISHED',
  hourlyMeanMarker: 'NOT_PUBLISHED',
  hourlyP10Marker: 'NOT_PUBLISHED',
  hourlyP25Marker: 'NOT_PUBLISHED',
  hourlyP50Marker: 'NOT_PUBLISHED',
  hourlyP75Marker: 'NOT_PUBLISHED',
  hourlyP90Marker: 'NOT_PUBLISHED',
} as const;
