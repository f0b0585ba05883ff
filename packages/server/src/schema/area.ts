import { builder } from '../builder.js';
import type { AreaEntry } from '../catalog/catalog.js';
import { findArea } from '../figures/areas.js';
import { listName, pageOfItems } from '../paging/connection.js';
import { connectionOf, pageArguments, pageCost } from './connection.js';
import { AreaKind } from './enums.js';

export const Area = builder.objectRef<AreaEntry>('Area');

builder.node(Area, {
  description: 'A place that figures are published for.',
  id: { resolve: (area) => area.code, description: 'Global id.' },
  loadOne: (code, { catalog }) => catalog.areas.get(code) ?? null,
  fields: (t) => ({
    code: t.exposeString('code', {
      description: '`US`, ISO 3166-2 for a state (`US-CA`), the CBSA code for a metro (`CBSA-36740`).',
    }),
    kind: t.expose('kind', { type: AreaKind, description: 'What kind of place it is.' }),
    name: t.exposeString('name', { description: 'Its name.' }),
    fips: t.exposeString('fips', { nullable: true, description: 'Two-digit FIPS code of a state or territory.' }),
    parent: t.field({
      type: Area,
      nullable: true,
      description:
        'The area around it, whose figures include it; null for the nation, and for territories, which national figures leave out.',
      resolve: ({ parentCode }, _, { catalog }) =>
        parentCode === null ? null : (catalog.areas.get(parentCode) ?? null),
    }),
  }),
});

export const AreaBy = builder.inputType('AreaBy', {
  description: 'One way to name an area.',
  isOneOf: true,
  fields: (t) => ({
    country: t.string({ description: 'ISO 3166-1 alpha-2: `US`.' }),
    state: t.string({
      description: 'USPS, ISO 3166-2 or FIPS code of a state, DC or a territory: `CA`, `US-CA`, `06`.',
    }),
    metro: t.string({ description: 'CBSA code of a metropolitan area: `36740`.' }),
    zip: t.string({ description: 'ZIP code: `32801`. NOT_AVAILABLE_YET until data on ZIP codes is loaded.' }),
    code: t.string({ description: 'An area code as `Area.code` gives it: `US-CA`.' }),
  }),
});

const AreaConnection = connectionOf('Area', Area, 'areas');

builder.queryFields((t) => ({
  area: t.field({
    type: Area,
    nullable: true,
    description: 'One area; null where there is none of that code. A malformed code is BAD_USER_INPUT.',
    args: { by: t.arg({ type: AreaBy, required: true, description: 'How the area is named.' }) },
    resolve: (_, { by }, { catalog }) => findArea(catalog, by, 'by'),
  }),
  areas: t.field({
    type: AreaConnection,
    complexity: pageCost,
    description: 'All areas, by code.',
    args: { kind: t.arg({ type: AreaKind, description: 'Only areas of this kind.' }), ...pageArguments },
    resolve: (_, { kind, ...page }, { catalog }) =>
      pageOfItems(
        page,
        listName('areas', kind ?? null),
        [...catalog.areas.values()].filter((area) => kind == null || area.kind === kind),
        ({ code }) => code,
      ),
  }),
}));
