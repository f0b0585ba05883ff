import type { ZipResolution as ZipResolutionShape } from '@careergraph/domain';
import { builder } from '../builder.js';
import type { AskedArea } from '../figures/areas.js';
import { listName, pageOfItems } from '../paging/connection.js';
import { type AreaLookup as AreaLookupShape, lookUpArea } from '../places/lookup.js';
import { connectionOf, pageArguments, pageCost } from './connection.js';
import { AreaKind, ZipMethod } from './enums.js';

export const Area = builder.objectRef<AskedArea>('Area');

const ZipShare = builder.objectRef<ZipResolutionShape['others'][number]>('ZipShare').implement({
  description: 'The share of a ZIP code that is in another area.',
  fields: (t) => ({
    area: t.field({
      type: Area,
      nullable: true,
      description: 'The other area. Null if no loaded release includes it.',
      resolve: ({ areaCode }, _, { catalog }) => catalog.area(areaCode),
    }),
    areaCode: t.exposeString('areaCode', { description: 'The code of the other area. Example: `CBSA-36740`.' }),
    share: t.exposeFloat('share', {
      description: "The share of the ZIP code's counted addresses in this area, from 0 to 1.",
    }),
  }),
});

export const ZipResolution = builder.objectRef<ZipResolutionShape>('ZipResolution').implement({
  description: 'How a ZIP code was matched to an area.',
  fields: (t) => ({
    zip: t.exposeString('zip', { description: 'The five-digit ZIP code.' }),
    method: t.expose('method', { type: ZipMethod, description: 'The rule that decided the match.' }),
    exact: t.exposeBoolean('exact', {
      description:
        'Whether the loaded sources tell the area of the ZIP code. False if the match is a guess: based on the ZIP codes just before and after it, or one of several areas with equal shares.',
    }),
    place: t.exposeString('place', {
      nullable: true,
      description: 'The name of the place that the ZIP code serves. Null if it is not known.',
    }),
    share: t.exposeFloat('share', {
      nullable: true,
      description:
        "The share of the ZIP code's addresses in the area, from 0 to 1. Null if the match does not use address shares.",
    }),
    sharesBy: t.string({
      nullable: true,
      description:
        'The addresses that the shares count: `RESIDENTIAL`, or `ALL_ADDRESSES` if the ZIP code has no residential addresses. Null if the match does not use address shares.',
      resolve: ({ sharesBy }) => sharesBy,
    }),
    others: t.field({
      type: [ZipShare],
      description: 'The other areas that contain parts of the ZIP code, sorted by share, largest first.',
      resolve: ({ others }) => [...others],
    }),
    state: t.field({
      type: Area,
      nullable: true,
      description:
        'The state or territory of the ZIP code. A figure that the area does not have comes from this state. Null only if the state is not known.',
      resolve: ({ stateCode }, _, { catalog }) => catalog.area(stateCode),
    }),
    countyFips: t.exposeString('countyFips', {
      nullable: true,
      description: 'The five-digit FIPS code of the county of the ZIP code. Null if it is not known.',
    }),
    explanation: t.exposeString('explanation', { description: 'A plain-language explanation of the match.' }),
  }),
});

builder.node(Area, {
  description: 'A geographic area with published figures, such as a state or metropolitan area.',
  id: { resolve: (area) => area.code, description: 'The global ID.' },
  loadOne: (code, { catalog }) => catalog.area(code),
  fields: (t) => ({
    code: t.exposeString('code', {
      description:
        'The area code: `US` for the nation, the ISO 3166-2 code for a state (`US-CA`), or the CBSA code for a metropolitan area (`CBSA-36740`).',
    }),
    kind: t.expose('kind', { type: AreaKind, description: 'The type of area.' }),
    name: t.exposeString('name', { description: 'The name of the area.' }),
    fips: t.exposeString('fips', {
      nullable: true,
      description: 'The two-digit FIPS code of a state or territory. Null for other areas.',
    }),
    parent: t.field({
      type: Area,
      nullable: true,
      description:
        'The larger area whose figures include this area. Null for the nation and for territories, which national figures exclude.',
      resolve: ({ parentCode }, _, { catalog }) => catalog.area(parentCode),
    }),
    zip: t.field({
      type: ZipResolution,
      nullable: true,
      description:
        'How the requested ZIP code was matched to this area. Null if the area was not requested by ZIP code.',
      resolve: ({ zip }) => zip ?? null,
    }),
  }),
});

export const AreaBy = builder.inputType('AreaBy', {
  description: 'Identifies an area. Provide exactly one field.',
  isOneOf: true,
  fields: (t) => ({
    country: t.string({ description: 'ISO 3166-1 alpha-2 country code. Only `US` has data.' }),
    state: t.string({
      description:
        'USPS, ISO 3166-2, or FIPS code of a state, the District of Columbia, or a territory. Examples: `CA`, `US-CA`, `06`.',
    }),
    metro: t.string({
      description:
        'CBSA code of a metropolitan area, such as `36740`, or code of a metropolitan division, such as `35614`, which leads to the metropolitan area that it is part of. The code of a combined statistical area, such as `408`, returns a `BAD_USER_INPUT` error that names its metropolitan areas.',
    }),
    county: t.string({
      description:
        'Five-digit FIPS code of a county, such as `36061`. The answer is for the metropolitan or micropolitan area that contains the county, or for its state if none does. Returns a `NOT_AVAILABLE_YET` error if no list of the counties in metropolitan areas is loaded.',
    }),
    zip: t.string({
      description:
        'ZIP code, such as `32801`. It is matched to the metropolitan area that contains most of it, or else to its state. Returns a `NOT_AVAILABLE_YET` error if no ZIP code data is loaded.',
    }),
    code: t.string({ description: 'Area code, as returned by `Area.code`. Example: `US-CA`.' }),
  }),
});

const AreaLookup = builder.objectRef<AreaLookupShape>('AreaLookup').implement({
  description: 'The result of looking up an area, with the reason if there is none.',
  fields: (t) => ({
    area: t.expose('area', { type: Area, nullable: true, description: 'The area. Null if no area matches.' }),
    explanation: t.exposeString('explanation', {
      nullable: true,
      description:
        'How the requested ZIP code, county, or division leads to the area, or why no area matches and what to request instead. Null if the area itself was requested.',
    }),
  }),
});

const AreaConnection = connectionOf('Area', Area, 'areas');

builder.queryFields((t) => ({
  area: t.field({
    type: Area,
    nullable: true,
    description: 'Looks up an area. Null if no area matches. A malformed code returns a `BAD_USER_INPUT` error.',
    args: { by: t.arg({ type: AreaBy, required: true, description: 'The area to look up.' }) },
    resolve: async (_, { by }, context) => (await lookUpArea(context, by, 'by')).area,
  }),
  areaLookup: t.field({
    type: AreaLookup,
    description:
      'Looks up an area like `area`, and explains the result. A malformed code returns a `BAD_USER_INPUT` error.',
    args: { by: t.arg({ type: AreaBy, required: true, description: 'The area to look up.' }) },
    resolve: (_, { by }, context) => lookUpArea(context, by, 'by'),
  }),
  areas: t.field({
    type: AreaConnection,
    complexity: pageCost,
    description: 'Lists areas, sorted by code.',
    args: { kind: t.arg({ type: AreaKind, description: 'Include only areas of this type.' }), ...pageArguments },
    resolve: (_, { kind, ...page }, { catalog }) =>
      pageOfItems(
        page,
        listName('areas', kind ?? null),
        kind == null ? catalog.areas : catalog.areasOfKind(kind),
        ({ code }) => code,
      ),
  }),
}));
