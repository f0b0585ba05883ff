import { STATES } from '@careergraph/domain';
import type { Catalog } from '../catalog/catalog.js';
import type { AreaEntry } from '../catalog/entries.js';
import type { Context } from '../context.js';

function filesOf(catalog: Catalog) {
  return {
    delineation: catalog.fileIdsOf(catalog.active('census-cbsa'), ['delineation']),
    places: catalog.fileIdsOf(catalog.active('geonames-postal'), ['postal-codes']),
  };
}

/** Whether a delineation is loaded: without it, the area of a county is not known. */
export function knowsCounties(catalog: Catalog): boolean {
  return filesOf(catalog).delineation.length > 0;
}

/** The metropolitan or micropolitan area of a county, or its state if it is in none; no area for an unknown county. */
export async function findCounty(
  { catalog, prisma }: Context,
  countyFips: string,
): Promise<{ readonly area: AreaEntry | null; readonly explanation: string }> {
  const files = filesOf(catalog);
  const delineation = `the delineation of ${catalog.active('census-cbsa')?.label}`;
  const listed = await prisma.cbsaCounty.findFirst({ where: { fileId: { in: files.delineation }, countyFips } });
  if (listed) {
    const area = catalog.areaOf(listed);
    const explanation = `County ${countyFips} (${listed.county}) lies in ${area.name} (${area.code}), by ${delineation}.`;
    return { area, explanation };
  }
  const place = await prisma.zipPlace.findFirst({ where: { fileId: { in: files.places }, countyFips } });
  const state = catalog.area(STATES.find(({ fips }) => countyFips.startsWith(fips))?.code ?? null);
  if (place && state) {
    const explanation = `County ${countyFips} (${place.county}) is in no metropolitan or micropolitan area of ${delineation}: the area is its state, ${state.name}.`;
    return { area: state, explanation };
  }
  const instead = state ? `Ask for the state, ${state.code.slice(3)}, or for a ZIP code.` : 'No state begins with it.';
  const connecticut =
    state?.code === 'US-CT'
      ? " Since 2022, planning regions (09110 to 09190) stand in place of Connecticut's counties."
      : '';
  return { area: null, explanation: `County ${countyFips} is in no loaded file.${connecticut} ${instead}` };
}
