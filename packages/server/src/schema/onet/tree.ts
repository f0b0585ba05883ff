import { builder } from '../../builder.js';
import type { RowPlace } from '../../catalog/entries.js';
import type { Context } from '../../context.js';
import { Provenance, type ProvenanceShape } from '../provenance.js';
import { Occupation } from '../refs.js';
import { listCost } from './content.js';

/** SOC 2018 has at most 20 children per group. A group has at most about 150 O*NET codes, and lists return 100. */
const CHILDREN = 20;

builder.objectFields(Occupation, (t) => ({
  definition: t.string({
    nullable: true,
    description: 'The definition, as worded by SOC or O*NET. Null if no loaded release defines the occupation.',
    resolve: ({ definition }) => definition?.text ?? null,
  }),
  provenance: t.field({
    type: Provenance,
    description: 'Where the title comes from.',
    resolve: (occupation, _, context) => placeOf(context, occupation),
  }),
  definitionProvenance: t.field({
    type: Provenance,
    nullable: true,
    description: 'Where the definition comes from. Null if there is no definition.',
    resolve: ({ definition }, _, context) => definition && placeOf(context, definition),
  }),
  attribution: t.string({
    nullable: true,
    description:
      'The attribution that must be displayed with the title and definition. Null if their licenses require none.',
    resolve: (occupation, _, { catalog }) =>
      [occupation, occupation.definition].flatMap((named) => {
        const attribution = named && catalog.sourceOf(catalog.releaseOf(named)).attribution;
        return attribution ? [attribution] : [];
      })[0] ?? null,
  }),
  parent: t.field({
    type: Occupation,
    nullable: true,
    description: 'The next larger group that is loaded. Null for a major group and for the total of all occupations.',
    resolve: (occupation, _, { catalog }) => catalog.tree.parentOf(occupation),
  }),
  ancestors: t.field({
    type: [Occupation],
    complexity: listCost(4),
    description:
      'The larger groups that contain the occupation, smallest first. For a detailed occupation: the broad occupation, minor group, and major group.',
    resolve: (occupation, _, { catalog }) => [...catalog.tree.ancestorsOf(occupation)],
  }),
  children: t.field({
    type: [Occupation],
    complexity: listCost(CHILDREN),
    description:
      'The codes directly within this one, sorted by code. For a detailed occupation, these are its O*NET-SOC codes. At most 100; use `occupations(filter: {under})` to page through all of them.',
    resolve: (occupation, _, { catalog }) => catalog.tree.childrenOf(occupation).slice(0, 100),
  }),
  onetCodes: t.field({
    type: [Occupation],
    complexity: listCost(CHILDREN),
    description:
      'The O*NET-SOC codes within this occupation, sorted by code. Empty for an O*NET-SOC code. At most 100; use `occupations(filter: {under, level: ONET})` to page through all of them.',
    resolve: (occupation, _, { catalog }) => catalog.tree.onetCodesOf(occupation).slice(0, 100),
  }),
}));

function placeOf({ catalog }: Context, place: RowPlace): ProvenanceShape {
  return { ...place, release: catalog.releaseOf(place) };
}
