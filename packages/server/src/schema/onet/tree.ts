import { builder } from '../../builder.js';
import type { RowPlace } from '../../catalog/entries.js';
import type { Context } from '../../context.js';
import { Provenance, type ProvenanceShape } from '../provenance.js';
import { Occupation } from '../refs.js';
import { listCost } from './content.js';

/** No class of SOC 2018 has more right below it than 20, or more O*NET codes than about 150, of which 100 are given. */
const CHILDREN = 20;

builder.objectFields(Occupation, (t) => ({
  definition: t.string({
    nullable: true,
    description: 'What it is, in the words of SOC or O*NET; null where neither that is loaded defines it.',
    resolve: ({ definition }) => definition?.text ?? null,
  }),
  provenance: t.field({
    type: Provenance,
    description: 'Where the title came from.',
    resolve: (occupation, _, context) => placeOf(context, occupation),
  }),
  definitionProvenance: t.field({
    type: Provenance,
    nullable: true,
    description: 'Where the definition came from; null where there is none.',
    resolve: ({ definition }, _, context) => definition && placeOf(context, definition),
  }),
  attribution: t.string({
    nullable: true,
    description: 'Text that must be shown with title and definition, where the licence of either asks for one.',
    resolve: (occupation, _, { catalog }) =>
      [occupation, occupation.definition].flatMap((named) => {
        const attribution = named && catalog.sourceOf(catalog.releaseOf(named)).attribution;
        return attribution ? [attribution] : [];
      })[0] ?? null,
  }),
  parent: t.field({
    type: Occupation,
    nullable: true,
    description: 'The class right around it that is loaded; null for a major group and for all occupations.',
    resolve: (occupation, _, { catalog }) => catalog.tree.parentOf(occupation),
  }),
  ancestors: t.field({
    type: [Occupation],
    complexity: listCost(4),
    description: 'The classes around it, the nearest first: for a detailed occupation the broad, minor and major one.',
    resolve: (occupation, _, { catalog }) => [...catalog.tree.ancestorsOf(occupation)],
  }),
  children: t.field({
    type: [Occupation],
    complexity: listCost(CHILDREN),
    description:
      'What lies right below it, by code: for a detailed occupation its O*NET codes. At most 100; `occupations(filter: {under})` has all that lies below, page by page.',
    resolve: (occupation, _, { catalog }) => catalog.tree.childrenOf(occupation).slice(0, 100),
  }),
  onetCodes: t.field({
    type: [Occupation],
    complexity: listCost(CHILDREN),
    description:
      'O*NET codes below it, by code; none for an O*NET code. At most 100; `occupations(filter: {under, level: ONET})` has all, page by page.',
    resolve: (occupation, _, { catalog }) => catalog.tree.onetCodesOf(occupation).slice(0, 100),
  }),
}));

function placeOf({ catalog }: Context, place: RowPlace): ProvenanceShape {
  return { ...place, release: catalog.releaseOf(place) };
}
