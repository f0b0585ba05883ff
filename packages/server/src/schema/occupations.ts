import { isOccupationCode, parseOccupationCode } from '@careergraph/domain';
import { builder } from '../builder.js';
import type { OccupationEntry } from '../catalog/entries.js';
import { lookUpOccupation, type OccupationLookup as OccupationLookupShape } from '../classification/lookup.js';
import { parseArgument } from '../errors.js';
import { findOccupations } from '../onet/search.js';
import { type Connection, listName, pageOfItems } from '../paging/connection.js';
import { connectionOf, pageArguments, pageCost, TEXT_SEARCH_COST } from './connection.js';
import { CodeEdition, OccupationLevel } from './enums.js';
import { occupationOf } from './figure-arguments.js';
import { OccupationSuccessor } from './occupation-successor.js';
import { Occupation } from './refs.js';

interface OccupationsShape extends Connection<OccupationEntry> {
  /** The text of the filter, if it is an occupation code. */
  readonly code: string | null;
}

const OccupationConnection = connectionOf<OccupationEntry, OccupationsShape>('Occupation', Occupation, 'occupations');

const OccupationFilter = builder.inputType('OccupationFilter', {
  description: 'Filters occupations. An occupation must match every field that is provided.',
  fields: (t) => ({
    text: t.string({
      description:
        'Text contained in the title, or the start of the code. The search ignores case and treats the text literally.',
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
      description: 'The classification that the code belongs to. Null if the loaded files do not tell.',
    }),
    successors: t.field({
      type: [OccupationSuccessor],
      description:
        'For a code of the SOC 2010, or an O*NET-SOC code that is not in the loaded O*NET: the occupations of the SOC 2018 that have its workers now, sorted by code. Empty for other codes, and if no crosswalk is loaded.',
      resolve: ({ successors }) => [...successors],
    }),
    explanation: t.exposeString('explanation', {
      nullable: true,
      description:
        'Why there is no occupation, which codes replaced it, or which code it is published under. Null for an occupation that is published under its own code.',
    }),
  }),
});

builder.objectField(OccupationConnection, 'codeLookup', (t) =>
  t.field({
    type: OccupationLookup,
    nullable: true,
    description:
      'If the `text` of the filter is an occupation code: what the code stands for, with its edition and successors. Null for other text.',
    resolve: ({ code }, _, context) => (code === null ? null : lookUpOccupation(context, code)),
  }),
);

/** Of titles, SQL reads tens of thousands and gives up to 2,000 codes; the other filters give a row for each occupation. */
const TITLE_SEARCH_COST = 4_000;

function filterCost({ text, titles }: typeof OccupationFilter.$inferInput): number {
  if (text == null) return 1;
  return titles ? TITLE_SEARCH_COST : TEXT_SEARCH_COST;
}

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
    resolve: (_, { code }, context) =>
      lookUpOccupation(
        context,
        parseArgument('code', () => parseOccupationCode(code)),
      ),
  }),
  occupations: t.field({
    type: OccupationConnection,
    complexity: ({ filter, ...page }) => ({ ...pageCost(page), field: filterCost(filter ?? {}) }),
    description: 'Lists the occupations in the releases on this server, sorted by code.',
    args: { filter: t.arg({ type: OccupationFilter, description: 'Which occupations to include.' }), ...pageArguments },
    resolve: async (_, { filter, ...page }, context) => ({
      ...(await pageOfItems(
        page,
        listName('occupations', filter ?? null),
        await findOccupations(context, filter ?? {}),
        ({ code }) => code,
      )),
      code: isOccupationCode(filter?.text) ? filter.text : null,
    }),
  }),
}));
