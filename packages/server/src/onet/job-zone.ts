import type { OccupationCode } from '../catalog/entries.js';
import type { Context } from '../context.js';
import { type JobZoneRow, rowsAt } from './loaders.js';
import { contentOf, type InRelease, locate, type OnetContent } from './place.js';

export interface JobZone extends OnetContent {
  readonly zone: InRelease<JobZoneRow> | null;
}

export async function jobZoneOf(context: Context, occupation: OccupationCode, asOf: string | null): Promise<JobZone> {
  const place = locate(context.catalog, occupation, 'jobZone', asOf);
  const [zone = null] = await rowsAt(context.onet.jobZones, place);
  return { ...contentOf(place, zone === null ? 0 : 1), zone };
}
