import { CIP_SOC_CAUTION, PROGRAM_ORDERS, PROGRAMS_LEFT_OUT, ZIP_LOCATION_METHODS } from '@careergraph/domain';
import { builder } from '../builder.js';
import { directoryOf } from '../programs/directory.js';
import type { FieldShape } from '../programs/fields.js';
import type { PlaceShape } from '../programs/places.js';
import { MAX_MILES } from '../programs/places.js';
import type { ProgramShape } from '../programs/programs.js';
import { type ProgramsLeftOutShape, type ProgramsShape, resolvePrograms } from '../programs/programs.js';
import { Area, AreaBy } from './area.js';
import { connectionOf, IN_PAGE, pageArguments, pageCost } from './connection.js';
import { enumOf, OrderDirection } from './enums.js';
import { InstitutionControl } from './institution.js';
import { AwardLevel, Program } from './program.js';
import { Provenance, provenanceOf } from './provenance.js';
import { Career } from './refs.js';

const ZipLocationMethod = enumOf(
  'ZipLocationMethod',
  'How the location of a ZIP code was found.',
  ZIP_LOCATION_METHODS,
);

const ProgramsLeftOutReason = enumOf(
  'ProgramsLeftOutReason',
  'Why programs of the requested fields are not in a list.',
  PROGRAMS_LEFT_OUT,
);

const ProgramPlace = builder.objectRef<PlaceShape>('ProgramPlace').implement({
  description: 'The place that a list of programs is near, and how it was found.',
  fields: (t) => ({
    zip: t.string({
      nullable: true,
      description: 'The five-digit ZIP code. Null if an area was requested.',
      resolve: ({ location }) => location?.zip ?? null,
    }),
    method: t.field({
      type: ZipLocationMethod,
      nullable: true,
      description: 'How the location of the ZIP code was found. Null if an area was requested.',
      resolve: ({ location }) => location?.method ?? null,
    }),
    latitude: t.float({
      nullable: true,
      description: 'The latitude that distances start at, in degrees. Null if there is none.',
      resolve: ({ location }) => location?.point?.latitude ?? null,
    }),
    longitude: t.float({
      nullable: true,
      description: 'The longitude that distances start at, in degrees. Null if there is none.',
      resolve: ({ location }) => location?.point?.longitude ?? null,
    }),
    miles: t.exposeInt('miles', {
      nullable: true,
      description: 'The largest distance in the list, in miles. Null if an area was requested.',
    }),
    area: t.expose('area', {
      type: Area,
      nullable: true,
      description:
        'The area whose institutions are listed: those with its code in the directory. Null if a ZIP code was requested or no area matches.',
    }),
    explanation: t.exposeString('explanation', {
      nullable: true,
      description: 'How the place was found, or why it was not. Null if the query names the area itself.',
    }),
  }),
});

const ProgramField = builder.objectRef<FieldShape>('ProgramField').implement({
  description: 'A field of study that a list of programs includes, and what led to it.',
  fields: (t) => ({
    cipCode: t.exposeString('cipCode', { description: 'The CIP code. Example: `51.3801`.' }),
    title: t.string({
      nullable: true,
      description: 'The title of the field. Null if no loaded file has one.',
      resolve: ({ title }) => title?.title ?? null,
    }),
    occupationCode: t.string({
      nullable: true,
      description:
        'The SOC code of the occupation that the crosswalk links to the field. Null if the query names the field.',
      resolve: ({ crosswalk }) => crosswalk?.occupationCode ?? null,
    }),
    provenance: t.field({
      type: Provenance,
      nullable: true,
      description: 'The row of the crosswalk. Null if the query names the field.',
      resolve: async ({ crosswalk }, _, context) => {
        const { files } = await directoryOf(context);
        return crosswalk && files.crosswalk && provenanceOf({ row: crosswalk, release: files.crosswalk.release });
      },
    }),
    caution: t.string({
      nullable: true,
      description: 'What the link from the occupation to the field does not say. Null if the query names the field.',
      resolve: ({ crosswalk }) => crosswalk && CIP_SOC_CAUTION,
    }),
  }),
});

const ProgramsLeftOut = builder.objectRef<ProgramsLeftOutShape>('ProgramsLeftOut').implement({
  description:
    'Programs in the requested fields and place that were left out of the list for one reason. Each program has just one reason.',
  fields: (t) => ({
    reason: t.expose('reason', { type: ProgramsLeftOutReason, description: 'Why they are left out.' }),
    explanation: t.string({
      description: 'The reason as a sentence.',
      resolve: ({ reason }) => PROGRAMS_LEFT_OUT[reason],
    }),
    programs: t.exposeInt('programs', { description: 'The number of programs.' }),
    institutions: t.exposeInt('institutions', { description: 'The number of institutions that have them.' }),
  }),
});

const ProgramConnection = connectionOf<ProgramShape, ProgramsShape>('Program', Program, 'programs');

builder.objectFields(ProgramConnection, (t) => ({
  place: t.expose('place', { type: ProgramPlace, description: 'The place, and how it was found.' }),
  career: t.field({
    type: Career,
    nullable: true,
    description: 'The requested career. Null if none was requested or no career matches.',
    resolve: ({ subject }) => subject.career,
  }),
  fields: t.field({
    type: [ProgramField],
    complexity: IN_PAGE,
    description: 'The fields of study that are listed, with the rows of the crosswalk that led to them.',
    resolve: ({ subject }) => [...subject.fields],
  }),
  fieldsExplanation: t.string({
    description: 'How the query led to the fields of study, or why it leads to none.',
    resolve: ({ subject }) => subject.explanation,
  }),
  leftOut: t.field({
    type: [ProgramsLeftOut],
    complexity: IN_PAGE,
    description: 'What was left out and why, with numbers.',
    resolve: ({ leftOut }) => [...leftOut],
  }),
  explanation: t.exposeString('explanation', {
    nullable: true,
    description: 'Why there are no programs. Null if there are any.',
  }),
  treatment: t.exposeString('treatment', {
    description: 'What the list contains, how it is sorted, and what its figures do not say.',
  }),
}));

const NearZip = builder.inputType('NearZip', {
  description: 'A ZIP code and the distance around it.',
  fields: (t) => ({
    code: t.string({
      required: true,
      description:
        'The ZIP code, such as `32801`. If its location is not known, that of the institutions with this ZIP code is used, or else that of the ZIP code with the nearest number. `place` says which.',
    }),
    miles: t.int({
      required: true,
      defaultValue: 25,
      description: `The largest great-circle distance in miles, from 1 to ${MAX_MILES}.`,
    }),
  }),
});

const NearBy = builder.inputType('NearBy', {
  description: 'Where to look for programs. Provide exactly one field.',
  isOneOf: true,
  fields: (t) => ({
    zip: t.field({
      type: NearZip,
      description: 'Around a ZIP code. Returns a `NOT_AVAILABLE_YET` error if no locations of ZIP codes are loaded.',
    }),
    area: t.field({
      type: AreaBy,
      description:
        'In an area, without distances. The nation and nonmetropolitan areas return a `BAD_USER_INPUT` error.',
    }),
  }),
});

const ProgramOrderField = enumOf('ProgramOrderField', 'The value to sort programs by.', PROGRAM_ORDERS);

const ProgramOrder = builder.inputType('ProgramOrder', {
  description:
    'How to sort programs. Those without a value come last in either direction. Ties are sorted by distance, then by name of the institution, CIP code, and award level.',
  fields: (t) => ({
    field: t.field({ type: ProgramOrderField, required: true, description: 'The value to sort by.' }),
    direction: t.field({
      type: OrderDirection,
      required: true,
      defaultValue: 'ASC',
      description: 'The sort direction.',
    }),
  }),
});

/** The location of a ZIP code may be that of another one that begins alike. */
const LIST_COST = 320;

builder.queryField('programs', (t) =>
  t.field({
    type: ProgramConnection,
    complexity: (args) => {
      const { multiplier } = pageCost(args);
      return { field: LIST_COST + multiplier, multiplier };
    },
    description:
      'Lists programs of education near a place that may prepare for a career or occupation, or are in a field of study, nearest first unless `orderBy` is provided; with the earnings and debt of their graduates. Returns a `NOT_AVAILABLE_YET` error if no data on programs is loaded. An unknown place, career, or field returns an empty list with an explanation.',
    args: {
      near: t.arg({ type: NearBy, required: true, description: 'Where to look.' }),
      career: t.arg.string({
        description:
          'A career, as `career` accepts it: the fields of study of its primary occupation. Provide exactly one of `career`, `occupation`, and `cip`.',
      }),
      occupation: t.arg.string({
        description:
          'A SOC or O*NET-SOC code, such as `29-1141`: the fields of study that the crosswalk of CIP and SOC names.',
      }),
      cip: t.arg.string({
        description: 'A CIP code of six digits, such as `51.3801`, or of four, such as `51.38`, for all fields in it.',
      }),
      levels: t.arg({ type: [AwardLevel], description: 'Include only these award levels.' }),
      control: t.arg({
        type: [InstitutionControl],
        description: 'Include only institutions under this control.',
      }),
      orderBy: t.arg({ type: ProgramOrder, description: 'How to sort the list.' }),
      ...pageArguments,
    },
    resolve: (_, { first, after, last, before, ...query }, context) =>
      resolvePrograms(context, query, { first, after, last, before }),
  }),
);
