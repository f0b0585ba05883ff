import type { ZipResolution as ZipResolutionShape } from '@careergraph/domain';
import { builder } from '../builder.js';
import { type AskedArea, findArea } from '../figures/areas.js';
import { listName, pageOfItems } from '../paging/connection.js';
import { connectionOf, pageArguments, pageCost } from './connection.js';
import { AreaKind, ZipMethod } from './enums.js';

export const Area = builder.objectRef<AskedArea>('Area');

const ZipShare = builder.objectRef<ZipResolutionShape['others'][number]>('ZipShare').implement({
  description: 'A part of a ZIP code that lies in another area.',
  fields: (t) => ({
    area: t.field({
      type: Area,
      nullable: true,
      description: 'The area; null for one that no loaded release names.',
      resolve: ({ areaCode }, _, { catalog }) => catalog.area(areaCode),
    }),
    areaCode: t.exposeString('areaCode', { description: 'Its code.' }),
    share: t.exposeFloat('share', { description: 'Share of the addresses that count, 0 to 1.' }),
  }),
});

export const ZipResolution = builder.objectRef<ZipResolutionShape>('ZipResolution').implement({
  description: 'How a ZIP code was led to an area.',
  fields: (t) => ({
    zip: t.exposeString('zip', { description: 'The ZIP code, five digits.' }),
    method: t.expose('method', { type: ZipMethod, description: 'Which rule decided.' }),
    exact: t.exposeBoolean('exact', {
      description: 'Whether the ZIP code itself is known, and not only its neighbours.',
    }),
    place: t.exposeString('place', { nullable: true, description: 'Name of the place; null where it is not known.' }),
    share: t.exposeFloat('share', {
      nullable: true,
      description: 'Share of its addresses in the area, 0 to 1; null where shares did not decide.',
    }),
    sharesBy: t.string({
      nullable: true,
      description: '`RESIDENTIAL`, or `ALL_ADDRESSES` where nobody lives there; null where shares did not decide.',
      resolve: ({ sharesBy }) => sharesBy,
    }),
    others: t.field({
      type: [ZipShare],
      description: 'Other areas that parts of it lie in, the largest first.',
      resolve: ({ others }) => [...others],
    }),
    explanation: t.exposeString('explanation', { description: 'The same in a sentence.' }),
  }),
});

builder.node(Area, {
  description: 'A place that figures are published for.',
  id: { resolve: (area) => area.code, description: 'Global id.' },
  loadOne: (code, { catalog }) => catalog.area(code),
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
      resolve: ({ parentCode }, _, { catalog }) => catalog.area(parentCode),
    }),
    zip: t.field({
      type: ZipResolution,
      nullable: true,
      description: 'How the ZIP code that was asked for led here; null where the area was asked for otherwise.',
      resolve: ({ zip }) => zip ?? null,
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
    zip: t.string({
      description:
        'ZIP code: `32801`; the metropolitan area that most of it lies in, else its state. NOT_AVAILABLE_YET until data on ZIP codes is loaded.',
    }),
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
    resolve: (_, { by }, context) => findArea(context, by, 'by'),
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
        kind == null ? catalog.areas : catalog.areasOfKind(kind),
        ({ code }) => code,
      ),
  }),
}));
