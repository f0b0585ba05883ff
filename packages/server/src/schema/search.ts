import { builder } from '../builder.js';
import type { Context } from '../context.js';
import { badInput } from '../errors.js';
import { type Connection, listName, pageOfItems } from '../paging/connection.js';
import { programFound } from '../programs/programs.js';
import { type AnyHit, type AnyKind, searchAll } from '../search/all.js';
import type { Found } from '../search/documents.js';
import { SEARCH_REASONS } from '../search/reasons.js';
import { type Suggestion as SuggestionShape, suggest } from '../search/suggest.js';
import { Area } from './area.js';
import { IN_PAGE, pageArguments, pageCost } from './connection.js';
import { Credential } from './credential.js';
import { enumOf } from './enums.js';
import { Program } from './program.js';
import { Career, Occupation } from './refs.js';

const MAX_SUGGESTIONS = 10;

const SearchKind = enumOf<AnyKind>('SearchKind', 'The type of a search result.', {
  CAREER: 'A career.',
  OCCUPATION: 'An occupation of the SOC or O*NET.',
  CREDENTIAL: 'A credential.',
  PROGRAM: 'A program of education.',
  AREA: 'An area.',
});

const SearchReason = enumOf('SearchReason', 'Why a search found something.', SEARCH_REASONS);

const SearchResult = builder.unionType('SearchResult', {
  description: 'What a search can find.',
  types: [Career, Occupation, Credential, Program, Area],
  resolveType: (entry: object) => {
    if ('institution' in entry) return 'Program';
    if ('primary' in entry) return 'Career';
    if ('definition' in entry) return 'Occupation';
    return 'fips' in entry ? 'Area' : 'Credential';
  },
});

function nodeOf(found: Found) {
  switch (found.kind) {
    case 'CAREER':
      return found.career;
    case 'OCCUPATION':
      return found.occupation;
    case 'CREDENTIAL':
      return found.credential;
    case 'AREA':
      return found.area;
  }
}

const nodeOfHit = (hit: AnyHit, context: Context) =>
  hit.kind === 'PROGRAM' ? programFound(context, hit.program) : nodeOf(hit.found);

interface SearchShape extends Connection<AnyHit> {
  readonly explanation: string | null;
}

const SearchEdge = builder.objectRef<Connection<AnyHit>['edges'][number]>('SearchEdge').implement({
  description: 'A search result, with the reason why it was found.',
  fields: (t) => ({
    cursor: t.exposeString('cursor', {
      description: 'The position of the result in this list. Use it with `after` and `before`.',
    }),
    node: t.field({
      type: SearchResult,
      description: 'What was found.',
      resolve: ({ node }, _, context) => nodeOfHit(node, context),
    }),
    kind: t.field({ type: SearchKind, description: 'What type it is.', resolve: ({ node }) => node.kind }),
    score: t.float({
      description:
        'How well it matches, from 0 to 1. Scores of one search can be compared with each other, but not with those of other searches.',
      resolve: ({ node }) => Math.round(node.score * 1000) / 1000,
    }),
    reason: t.field({ type: SearchReason, description: 'Why it was found.', resolve: ({ node }) => node.reason }),
    matched: t.string({
      description:
        'The title that matches best. Its own title if only the description matches. Of a program, what the text names: the field of study, the institution, or both.',
      resolve: ({ node }) => node.matched,
    }),
    explanation: t.string({
      description: 'The reason as a sentence.',
      resolve: ({ node }) => node.explanation,
    }),
  }),
});

const SearchConnection = builder.objectRef<SearchShape>('SearchConnection').implement({
  description: 'A page of search results.',
  fields: (t) => ({
    edges: t.field({
      type: [SearchEdge],
      complexity: IN_PAGE,
      description: 'The results on the page, best first, each with its reason and cursor.',
      resolve: ({ edges }) => edges,
    }),
    nodes: t.field({
      type: [SearchResult],
      complexity: IN_PAGE,
      description: 'The results on the page, without reasons and cursors.',
      resolve: ({ edges }, _, context) => edges.map(({ node }) => nodeOfHit(node, context)),
    }),
    pageInfo: t.field({
      type: builder.pageInfoRef(),
      description: 'Information for fetching more pages.',
      resolve: ({ pageInfo }) => pageInfo,
    }),
    totalCount: t.int({
      description: 'The total number of results. At most 200.',
      resolve: (parent) => parent.totalCount(),
    }),
    explanation: t.exposeString('explanation', {
      nullable: true,
      description:
        'Why there are no results, or none of a requested kind because its data is not loaded. Null otherwise.',
    }),
  }),
});

const Suggestion = builder.objectRef<SuggestionShape>('Suggestion').implement({
  description: 'A title that completes what someone types.',
  fields: (t) => ({
    text: t.exposeString('text', { description: 'The title. Example: "Registered Nurse".' }),
    kind: t.field({ type: SearchKind, description: 'What has the title.', resolve: ({ found }) => found.kind }),
    node: t.field({
      type: SearchResult,
      description: 'What has the title. If several have it, the one with the most workers.',
      resolve: ({ found }) => nodeOf(found),
    }),
  }),
});

builder.queryFields((t) => ({
  search: t.field({
    type: SearchConnection,
    complexity: (args) => ({ ...pageCost(args), field: 100 }),
    description:
      'Finds what a text names: careers, occupations by any of their job titles, credentials, areas, and, if they are requested, programs of education, best match first. Misspellings, plurals, word order, abbreviations, accents, and words such as "senior" or "part time" are understood. An occupation appears once, with the title that matches best; if scores are equal, the one with more workers comes first. A program is found by its field of study, award level, institution, city, and state; if the text names no institution or place, only the largest program of each field and level is found.',
    args: {
      text: t.arg.string({
        required: true,
        description:
          'A title or a few words, such as `RN` or `Sr. Accountant`. Longer than 200 characters returns a `BAD_USER_INPUT` error.',
      }),
      kinds: t.arg({
        type: [SearchKind],
        description:
          'What to search. Defaults to everything but programs, which are found only if they are requested; a career that is the same as an occupation then appears as the occupation.',
      }),
      ...pageArguments,
    },
    resolve: async (_, { text, kinds, ...page }, context) => {
      const { hits, explanation } = await searchAll(context, text, kinds ?? null);
      return { ...pageOfItems(page, listName('search', text, kinds ?? null), hits, ({ key }) => key), explanation };
    },
  }),
  suggest: t.field({
    type: [Suggestion],
    complexity: ({ first }) => ({
      field: 20,
      multiplier: Math.min(Math.max(1, first ?? MAX_SUGGESTIONS), MAX_SUGGESTIONS),
    }),
    description:
      'Suggests titles as someone types: first those that begin with the text, then others that match it. Each career, occupation, credential, or area appears at most once.',
    args: {
      text: t.arg.string({
        required: true,
        description:
          'What was typed so far. No text returns no suggestions; longer than 200 characters returns a `BAD_USER_INPUT` error.',
      }),
      first: t.arg.int({ description: 'The number of suggestions, from 1 to 10. Defaults to 10.' }),
    },
    resolve: (_, { text, first }, context) => {
      const most = first ?? MAX_SUGGESTIONS;
      if (most < 1 || most > MAX_SUGGESTIONS) throw badInput('first', `${most} is not from 1 to ${MAX_SUGGESTIONS}.`);
      return suggest(context, text, most).then((suggestions) => [...suggestions]);
    },
  }),
}));
