import type { LoadedRows } from '@careergraph/db';
import type { Output } from '../define/file-kind.js';
import type { Area } from './areas.js';
import type { EstimateValues, Field, Level } from './cells.js';

/** A row of the file as a row of the table, with what belongs to its occupation. */
export interface Estimate {
  readonly row: number;
  readonly title: string;
  readonly level: Level;
  readonly wage: LoadedRows['WageEstimate'];
}

export function estimateOf(values: EstimateValues, { code, kind }: Area, { sheet, row }: Output<Field>): Estimate {
  return {
    row,
    title: values.occupationTitle,
    level: values.occupationLevel,
    wage: {
      occupationCode: values.occupationCode,
      areaCode: code,
      areaKind: kind,
      sheet,
      row,
      employmentPersons: values.employment.value,
      employmentMarker: values.employment.marker,
      employmentPrseTenths: values.employmentPrse.value,
      employmentPrseMarker: values.employmentPrse.marker,
      meanPrseTenths: values.meanPrse.value,
      meanPrseMarker: values.meanPrse.marker,
      jobsPer1000Thousandths: values.jobsPer1000.value,
      jobsPer1000Marker: values.jobsPer1000.marker,
      locationQuotientThousandths: values.locationQuotient.value,
      locationQuotientMarker: values.locationQuotient.marker,
      annualMeanUsd: values.annualMean.value,
      annualMeanMarker: values.annualMean.marker,
      annualP10Usd: values.annualP10.value,
      annualP10Marker: values.annualP10.marker,
      annualP25Usd: values.annualP25.value,
      annualP25Marker: values.annualP25.marker,
      annualP50Usd: values.annualP50.value,
      annualP50Marker: values.annualP50.marker,
      annualP75Usd: values.annualP75.value,
      annualP75Marker: values.annualP75.marker,
      annualP90Usd: values.annualP90.value,
      annualP90Marker: values.annualP90.marker,
      hourlyMeanCents: values.hourlyMean.value,
      hourlyMeanMarker: values.hourlyMean.marker,
      hourlyP10Cents: values.hourlyP10.value,
      hourlyP10Marker: values.hourlyP10.marker,
      hourlyP25Cents: values.hourlyP25.value,
      hourlyP25Marker: values.hourlyP25.marker,
      hourlyP50Cents: values.hourlyP50.value,
      hourlyP50Marker: values.hourlyP50.marker,
      hourlyP75Cents: values.hourlyP75.value,
      hourlyP75Marker: values.hourlyP75.marker,
      hourlyP90Cents: values.hourlyP90.value,
      hourlyP90Marker: values.hourlyP90.marker,
      annualOnly: values.annualOnly,
      hourlyOnly: values.hourlyOnly,
    },
  };
}
