import { builder } from '../builder.js';
import {
  lookUpOccupation,
  type OccupationLookup as OccupationLookupShape,
  type Successor,
} from '../classification/lookup.js';
import { findOccupations } from '../onet/search.js';
import { listName, pageOfItems } from '../paging/connection.js';
import { connectionOf, pageArguments, pageCost } from './connection.js';
import { CodeEdition, OccupationLevel } from './enums.js';
import { occupationOf } from './figure-arguments.js';
import { Occupation } from './refs.js';

const OccupationConnection = connectionOf('Occupation', Occupation, 'occupations');

const OccupationFilter = builder.inputType('OccupationFilter', {
  description: 'Filters occupations. An occupation must match every field that is provided.',
  fields: (t) => ({
    text: t.string({
      description: 'Text contained in the title. The search ignores case and treats the text literally.',
    }),
    titles: t.boolean({
      description:
        'If true, `text` also searches SOC and O*NET job titles. Job titles of an O*NET code that ends in `.00` also match its SOC code. Returns a `NOT_AVAILABLE_YET` error if no job titles are loaded.',
    }),
    level: t.field({ type: OccupationLevel, description: 'Include only occupations at this level.' }),
    under: t.string({ description: 'Include only occupations within this code. Example: `11-0000`.' }),
    jobZone: t.int({
      description:
        'Include only occupations in this O*NET job zone, from 1 to 5. A SOC code uses the job zone of its `.00` code. Returns a `NOT_AVAILABLE_YET` error if O*NET is not loaded.',
    }),
    hasWages: t.boolean({
      description:
        'If true, include only occupations with their own row in an OEWS release that is used by default. If false, include only the others.',
    }),
    hasProjections: t.boolean({
      description:
        'If true, include only occupations with their own row in projections that answer by default. If false, include only the others.',
    }),
    careers: t.boolean({
      description: 'If true, include only occupations that a career uses. If false, include only the others.',
    }),
  }),
});

const OccupationSuccessor = builder.objectRef<Successor>('OccupationSuccessor').implement({
  description: 'An occupation of the SOC 2018 that has workers of an occupation of an earlier edition.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'The SOC 2018 code. Example: `15-1252`.' }),
    title: t.exposeString('title', { description: 'The title in the crosswalk.' }),
    occupation: t.field({
      type: Occupation,
      nullable: true,
      description: 'The occupation. Null if no loaded file lists it.',
      resolve: ({ code }, _, { catalog }) => catalog.occupation(code),
    }),
  }),
});

const OccupationLookup = builder.objectRef<OccupationLookupShape>('OccupationLookup').implement({
  description: 'What an occupation code stands for, including codes of earlier editions of the classification.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'The requested code.' }),
    occupation: t.expose('occupation', {
      type: Occupation,
      nullable: true,
      description: 'The occupation. Null if no loaded file lists the code.',
    }),
    edition: t.expose('edition', {
      type: CodeEdition,
      nullable: true,
      description: 'The classification that the code belongs to. Null if no loaded classification or crosswalk has it.',
    }),
    successors: t.field({
      type: [OccupationSuccessor],
      description:
        'For a code of the SOC 2010, or an O*NET-SOC code below one: the occupations of the SOC 2018 that have its workers now, sorted by code. Empty for other codes, and if no crosswalk is loaded.',
      resolve: ({ successors }) => [...successors],
    }),
    explanation: t.exposeString('explanation', {
      nullable: true,
      description:
        'Why there is no occupation, which codes replaced it, or which code it is published under. Null for an occupation that is published under its own code.',
    }),
  }),
});

builder.queryFields((t) => ({
  occupation: t.field({
    type: Occupation,
    nullable: true,
    description:
      'Looks up an occupation by its code. Null if no occupation matches. A malformed code returns a `BAD_USER_INPUT` error. An O*NET-SOC code returns a `NOT_AVAILABLE_YET` error if O*NET is not loaded.',
    args: {
      code: t.arg.string({
        required: true,
        description: 'The SOC code, such as `11-9111`, or O*NET-SOC code, such as `11-9111.00`.',
      }),
    },
    resolve: (_, { code }, context) => occupationOf(context, code, 'code'),
  }),
  occupationLookup: t.field({
    type: OccupationLookup,
    description:
      'Looks up an occupation code of any edition, and explains it. A malformed code returns a `BAD_USER_INPUT` error.',
    args: {
      code: t.arg.string({
        required: true,
        description: 'The SOC code, such as `15-1132`, or O*NET-SOC code, such as `15-1132.00`.',
      }),
    },
    resolve: (_, { code }, context) => lookUpOccupation(context, code, 'code'),
  }),
  occupations: t.field({
    type: OccupationConnection,
    complexity: pageCost,
    description: 'Lists the occupations in the releases on this server, sorted by code.',
    args: { filter: t.arg({ type: OccupationFilter, description: 'Which occupations to include.' }), ...pageArguments },
    resolve: async (_, { filter, ...page }, context) =>
      pageOfItems(
        page,
        listName('occupations', filter ?? null),
        await findOccupations(context, filter ?? {}),
        ({ code }) => code,
      ),
  }),
}));
