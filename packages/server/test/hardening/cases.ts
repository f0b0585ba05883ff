import { createHash } from 'node:crypto';
import { getIntrospectionQuery } from 'graphql';
import { chunked, graphql, type Raw, request } from './socket.js';

/** A row of the table of what a hostile or broken client gets. */
export interface Case {
  readonly id: string;
  /** For readers of docs/hardening.md. */
  readonly what: string;
  readonly requests: readonly Raw[];
  /** Of each answer. */
  readonly status: number;
  readonly code?: string;
  /** What the message says: the limit and the value received. */
  readonly says?: readonly string[];
  readonly headers?: Readonly<Record<string, string | undefined>>;
  /** What each answer has beside its error. */
  readonly data?: unknown;
  /** Where there is no body to read. */
  readonly empty?: boolean;
}

const times = (count: number, field: string) => Array.from({ length: count }, (_, at) => `a${at}: ${field}`).join(' ');
const SEARCH = 'occupations(first: 1, filter: { text: "a", titles: true }) { totalCount }';
const FIRST = 'query ($first: Int) { areas(first: $first) { totalCount } }';
const DEAR = 'query ($first: Int) { careers(first: $first) { nodes { claims(first: 100) { nodes { key line } } } } }';
const TYPE = { 'content-type': 'application/json' };
const BODY = '{"query":"{ __typename }"}';
const id = (text: string) => Buffer.from(text).toString('base64url');
const node = (text: string) => graphql('query ($id: ID!) { node(id: $id) { id } }', { id: text });
const hashed = (text: string, query?: string) => {
  const sha256Hash = createHash('sha256').update(text).digest('hex');
  const extensions = { persistedQuery: { version: 1, sha256Hash } };
  return request({ body: JSON.stringify({ query, extensions }) });
};
const SEARCH_TEXT = 'query ($text: String) { careers(filter: { text: $text }) { totalCount } }';
const bad = (code: string, status = 400) => ({ status, code });
const BODY_100 = JSON.stringify({ query: '{ __typename }', padding: 'x'.repeat(100_000) });
const BIG = { ...bad('REQUEST_ENTITY_TOO_LARGE', 413), says: ['100000'] };

export const CASES: readonly Case[] = [
  {
    id: 'hardening/too-many-aliases',
    what: '16 aliases at the root, some in fragments, or of `__typename`',
    requests: [
      graphql(`{ ${times(16, 'sources { key }')} }`),
      graphql(`{ ${times(16, '__typename')} }`),
      graphql(
        `{ ...A ... { ${times(8, '__typename')} } } fragment A on Query { ${times(8, '__typename').replaceAll(/a(\d)/g, 'b$1')} }`,
      ),
    ],
    ...bad('TOO_MANY_ALIASES'),
    says: ['16', '15'],
  },
  {
    id: 'hardening/same-field',
    what: '500 times the same field',
    requests: [graphql(`{ ${'__typename '.repeat(500)} }`)],
    ...bad('QUERY_BREADTH'),
    says: ['500', '480'],
  },
  {
    id: 'hardening/breadth',
    what: 'more than 480 selected fields',
    requests: [graphql(`{ career(slug: "emt") { ${'title '.repeat(480)} } }`)],
    ...bad('QUERY_BREADTH'),
    says: ['481', '480'],
  },
  {
    id: 'hardening/too-many-tokens',
    what: 'more than 1,000 tokens',
    requests: [graphql(`{ ${'sources { key } '.repeat(250)} }`)],
    ...bad('TOO_MANY_TOKENS'),
    says: ['1002', '1000'],
  },
  {
    id: 'hardening/directives',
    what: 'thousands of directives',
    requests: [graphql(`{ __typename ${'@a'.repeat(3_000)} }`)],
    ...bad('TOO_MANY_TOKENS'),
    says: ['6003', '1000'],
  },
  {
    id: 'hardening/depth',
    what: 'deeper than 12',
    requests: [graphql(`{ area(by: { code: "US" }) ${'{ parent '.repeat(12)}{ code }${' }'.repeat(12)} }`)],
    ...bad('QUERY_DEPTH'),
    says: ['14', '12'],
  },
  {
    id: 'hardening/introspection-depth',
    what: 'introspection deeper than 20',
    requests: [graphql(`{ __type(name: "Career") { ${'ofType { '.repeat(20)} name ${'} '.repeat(20)} } }`)],
    ...bad('QUERY_DEPTH'),
    says: ['22', '20'],
  },
  {
    id: 'hardening/introspection',
    what: "GraphiQL's own question about the schema",
    requests: [graphql(getIntrospectionQuery({ inputValueDeprecation: true, schemaDescription: true }))],
    status: 200,
  },
  {
    id: 'hardening/nested-brackets',
    what: 'thousands of nested `[` or `{`',
    requests: ['[', '{', '{a(x:['].map((sign) => graphql(sign.repeat(900 / sign.length))),
    ...bad('GRAPHQL_PARSE_FAILED'),
  },
  {
    id: 'hardening/nested-brackets-20000',
    what: '20,000 nested `[` or `{`',
    requests: ['[', '{'].map((sign) => graphql(sign.repeat(20_000))),
    ...bad('GRAPHQL_PARSE_FAILED'),
  },
  {
    id: 'hardening/circular-fragments',
    what: 'circular fragments',
    requests: [graphql('{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }')],
    ...bad('GRAPHQL_VALIDATION_FAILED'),
  },
  {
    id: 'hardening/page-size',
    what: '`first` of 1,000,000,000 or -1; with `last`; a broken or foreign cursor',
    requests: [
      graphql('{ areas(first: 1000000000) { totalCount } }'),
      graphql(FIRST, { first: 1_000_000_000 }),
      graphql(FIRST, { first: -1 }),
      graphql('{ areas(first: 1, last: 1) { totalCount } }'),
      graphql('{ areas(after: "broken") { totalCount } }'),
      graphql('query ($after: String) { areas(after: $after) { totalCount } }', { after: id('["careers","emt"]') }),
    ],
    ...bad('BAD_USER_INPUT', 200),
  },
  {
    id: 'hardening/cost',
    what: 'a query whose cost is over the limit, also where cheap variables were sent before',
    requests: [graphql(DEAR, { first: 100 }), graphql(DEAR, { first: 99 })],
    ...bad('QUERY_COMPLEXITY'),
    says: ['20000'],
  },
  {
    id: 'hardening/global-id',
    what: 'a malformed global ID, or one of an unknown type',
    requests: [node('no id'), node(id('Nothing:1'))],
    ...bad('BAD_USER_INPUT', 200),
    data: { node: null },
  },
  {
    id: 'hardening/text',
    what: 'NUL, a lone surrogate, or invalid UTF-8 in a string',
    requests: [
      graphql(SEARCH_TEXT, { text: 'a\0b' }),
      request({ body: `{"query":${JSON.stringify(SEARCH_TEXT)},"variables":{"text":"\\ud800"}}` }),
      request({ body: Buffer.concat([Buffer.from('{"query":"{ a'), Buffer.from([0xff, 0xfe]), Buffer.from(' }"}')]) }),
    ],
    ...bad('BAD_USER_INPUT'),
  },
  {
    id: 'hardening/search-signs',
    what: '`%`, `_`, `\\`, and quotes in a search are literal',
    requests: ['%', '_', '\\', `'"`].map((text) => graphql(SEARCH_TEXT, { text })),
    status: 200,
    data: { careers: { totalCount: 0 } },
  },
  {
    id: 'hardening/extra-key',
    what: 'an unknown key in the body is ignored',
    requests: [request({ body: '{"query":"{ __typename }","unknown":1}' })],
    status: 200,
  },
  {
    id: 'hardening/body',
    what: 'a batch, an empty body, JSON cut off, no query, or a list of variables',
    requests: [`[${BODY}]`, '', '{"query":"{ __ty', '{}', '{"query":"{ __typename }","variables":[]}'].map((body) =>
      request({ body }),
    ),
    ...bad('BAD_REQUEST'),
  },
  {
    id: 'hardening/operation',
    what: 'two operations without a name, or an unknown name',
    requests: [{}, { operationName: 'C' }].map((named) =>
      graphql('query A { __typename } query B { a: __typename }', {}, named),
    ),
    ...bad('OPERATION_RESOLUTION_FAILURE'),
  },
  {
    id: 'hardening/subscription',
    what: 'a subscription or mutation',
    requests: [graphql('subscription { x }'), graphql('mutation { x }')],
    ...bad('GRAPHQL_VALIDATION_FAILED'),
  },
  {
    id: 'hardening/mutation-by-get',
    what: 'a mutation by GET',
    requests: [request({ method: 'GET', path: '/graphql?query=mutation%7Bx%7D' })],
    status: 405,
    headers: { allow: 'POST' },
  },
  {
    id: 'hardening/method',
    what: 'PUT or DELETE',
    requests: ['PUT', 'DELETE'].map((method) => request({ method, body: BODY })),
    ...bad('BAD_REQUEST', 405),
    headers: { allow: 'GET, HEAD, POST' },
  },
  {
    id: 'hardening/media-type',
    what: 'a POST as a form, plain text, or without a type',
    requests: ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain', undefined].map(
      (type) => request({ body: BODY, headers: type === undefined ? {} : { 'content-type': type } }),
    ),
    ...bad('BAD_REQUEST', 415),
    says: ['application/json'],
  },
  {
    id: 'hardening/accept',
    what: '`Accept: text/plain` alone',
    requests: [request({ body: BODY, headers: { ...TYPE, accept: 'text/plain' } })],
    ...bad('BAD_REQUEST', 406),
    says: ['text/plain', 'application/json'],
  },
  {
    id: 'hardening/foreign-origin',
    what: 'a page of another site',
    requests: [request({ body: BODY, headers: { ...TYPE, origin: 'https://elsewhere.example' } })],
    status: 200,
    headers: { 'access-control-allow-origin': undefined, vary: 'Origin, Accept, Accept-Encoding' },
  },
  { id: 'hardening/body-size', what: 'a body over 100 kB', requests: [request({ body: BODY_100 })], ...BIG },
  { id: 'hardening/chunked-body-size', what: 'the same in chunks', requests: [chunked(BODY_100)], ...BIG },
  {
    id: 'hardening/deep-json',
    what: 'JSON deeper than 64 levels',
    requests: [request({ body: `{"query":"{ __typename }","variables":{"a":${'['.repeat(100)}${']'.repeat(100)}}}` })],
    ...bad('REQUEST_ENTITY_TOO_LARGE', 413),
    says: ['64'],
  },
  {
    id: 'hardening/content-encoding',
    what: 'a compressed body, or an unknown `Content-Encoding`',
    requests: ['gzip', 'nope'].map((encoding) =>
      request({ body: BODY, headers: { ...TYPE, 'content-encoding': encoding } }),
    ),
    ...bad('BAD_REQUEST', 415),
  },
  {
    id: 'hardening/header-size',
    what: 'headers over 16 kB',
    requests: [request({ method: 'GET', headers: { 'x-long': 'x'.repeat(20_000) } })],
    ...bad('BAD_REQUEST', 431),
    says: ['16384'],
  },
  {
    id: 'hardening/slow-headers',
    what: 'headers that do not end within 10 s',
    requests: ['GET /graphql HTTP/1.1\r\nhost: localhost\r\nx-slow: '],
    ...bad('BAD_REQUEST', 408),
  },
  {
    id: 'hardening/slow-body',
    what: 'a body that does not end within 15 s',
    requests: [
      'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n{',
    ],
    ...bad('BAD_REQUEST', 408),
  },
  {
    id: 'hardening/no-http',
    what: 'bytes that are no HTTP request',
    requests: ['\x16\x03\x01 hello\r\n\r\n'],
    ...bad('BAD_REQUEST', 400),
  },
  {
    id: 'hardening/expect',
    what: '`Expect` with anything other than `100-continue`',
    requests: [
      request({ method: 'GET', path: '/health', headers: { expect: 'nonsense' } }),
      request({ body: BODY, headers: { ...TYPE, expect: '200-ok' } }),
    ],
    ...bad('BAD_REQUEST', 417),
    says: ['100-continue'],
  },
  {
    id: 'hardening/connect',
    what: 'CONNECT, as to a proxy',
    requests: ['CONNECT elsewhere.example:443 HTTP/1.1\r\nhost: elsewhere.example:443\r\n\r\n'],
    ...bad('BAD_REQUEST', 405),
    headers: { allow: 'GET, HEAD' },
  },
  {
    id: 'hardening/chunk-extensions',
    what: 'a chunk with extensions over 16 kB',
    requests: [
      `POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n1;${'x'.repeat(20_000)}\r\n{\r\n0\r\n\r\n`,
    ],
    ...bad('REQUEST_ENTITY_TOO_LARGE', 413),
  },
  {
    id: 'hardening/framing',
    what: 'a chunk whose size is not a number, headers that contradict each other, or the start of HTTP/2',
    requests: [
      'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n',
      'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-length: 3\r\ncontent-length: 4\r\n\r\n{}',
      'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-length: 3\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
      'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
    ],
    ...bad('BAD_REQUEST'),
  },
  {
    id: 'hardening/unknown-hash',
    what: 'an unknown persisted document',
    requests: [hashed('{ unknown: __typename }')],
    ...bad('PERSISTED_QUERY_NOT_FOUND', 404),
  },
  {
    id: 'hardening/other-hash',
    what: 'a hash that is not that of the document',
    requests: [hashed('{ one: __typename }', '{ other: __typename }')],
    ...bad('PERSISTED_QUERY_MISMATCH'),
  },
  {
    id: 'hardening/search-aliases',
    what: '45 aliases of a text search with totals',
    requests: [graphql(`{ ${times(45, SEARCH)} }`)],
    ...bad('TOO_MANY_ALIASES'),
    says: ['45', '15'],
  },
  {
    id: 'hardening/search-cost',
    what: '15 aliases of a text search with totals',
    requests: [graphql(`{ ${times(15, SEARCH)} }`)],
    ...bad('QUERY_COMPLEXITY'),
    says: ['20000'],
  },
  {
    id: 'hardening/head',
    what: 'HEAD',
    requests: [request({ method: 'HEAD', path: '/graphql?query=%7B__typename%7D' })],
    status: 200,
    empty: true,
  },
  {
    id: 'hardening/no-path',
    what: 'a path that does not exist',
    requests: [request({ method: 'GET', path: '/nope' })],
    ...bad('BAD_REQUEST', 404),
  },
];
