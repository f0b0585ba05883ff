import type { Extent } from '@careergraph/domain';
import type { Catalog } from '../catalog/catalog.js';
import type { OccupationEntry } from '../catalog/entries.js';
import { statesIn } from '../places/principal-cities.js';
import type { SalaryShape } from './salary.js';

const ALL_OCCUPATIONS = '00-0000';

/** The areas around the area of a figure, with every state that its name lists. The nation is not around territories. */
export function extentOfArea(catalog: Catalog, { area, resolution: { askedArea } }: SalaryShape): Extent {
  // A division in the query knows its metropolitan area; the catalog does not.
  const known = askedArea.code === area.code ? askedArea : area;
  const states = statesIn(area.name).flatMap((code) => catalog.area(code) ?? []);
  const around = [known, ...states].flatMap((each) => catalog.withAreasAround(each));
  return { code: area.code, related: codesOf(around) };
}

/** The classes above the occupation of a figure; if it stands for several occupations, those too, and the classes above them. */
export function extentOfOccupation(catalog: Catalog, { occupation, release }: SalaryShape): Extent {
  const parts = catalog.partsOfHybrid(release, occupation.code);
  const known = parts.flatMap((code) => catalog.occupation(code) ?? []);
  const above = [occupation, ...known].flatMap((each: OccupationEntry) => catalog.tree.ancestorsOf(each));
  return { code: occupation.code, related: [ALL_OCCUPATIONS, ...parts, ...codesOf(above)] };
}

function codesOf(entries: readonly { readonly code: string }[]): readonly string[] {
  return [...new Set(entries.map(({ code }) => code))];
}
