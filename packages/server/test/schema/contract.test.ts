import { readdirSync, readFileSync } from 'node:fs';
import { jsonSchemas } from '@careergraph/content';
import { printContract } from '@careergraph/server';
import {
  buildASTSchema,
  buildSchema,
  type GraphQLArgument,
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedDirective,
  isSpecifiedScalarType,
  Kind,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { describe, expect, test } from 'vitest';

const ROOT = new URL('../../../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, ROOT), 'utf8');

/** The contract as clients get it: from its text. */
const schema = buildSchema(printContract());

const ownTypes = Object.values(schema.getTypeMap()).filter(
  (type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type),
);

test('schema/schema.graphql is what the code says, byte for byte', () => {
  expect(printContract()).toBe(read('schema/schema.graphql'));
});

/** Everything of a type that has a name, with its description. */
function named(type: GraphQLNamedType): { name: string; description: string | null | undefined }[] {
  const member = (name: string, { description }: { description?: string | null | undefined }) => ({
    name: `${type.name}.${name}`,
    description,
  });
  if (isObjectType(type) || isInterfaceType(type)) {
    return [
      type,
      ...Object.values(type.getFields()).flatMap((field) => [
        member(field.name, field),
        ...field.args.map((arg) => member(`${field.name}(${arg.name}:)`, arg)),
      ]),
    ];
  }
  if (isInputObjectType(type))
    return [type, ...Object.values(type.getFields()).map((field) => member(field.name, field))];
  if (isEnumType(type)) return [type, ...type.getValues().map((value) => member(value.name, value))];
  return [type];
}

test('everything that has a name has a description', () => {
  const directives = schema.getDirectives().filter((directive) => !isSpecifiedDirective(directive));
  const all = [...ownTypes.flatMap(named), ...directives];
  expect(all.length).toBeGreaterThan(400);
  expect(all.filter(({ description }) => !description?.trim()).map(({ name }) => name)).toEqual([]);
});

test('descriptions are sentences: a capital letter or a code first, a full stop last', () => {
  const wrong = ownTypes
    .flatMap(named)
    .filter(({ description }) => description && !/^([A-Z0-9`"'].*[.`"]|(true|false):.*\.)$/s.test(description))
    .map(({ name, description }) => `${name}: ${description}`);
  expect(wrong).toEqual([]);
});

describe('names of shared/design/API.md', () => {
  const PAGE = 'first: Int, after: String, last: Int, before: String';
  const FIGURE = 'in: AreaBy, occupation: String, asOf: String';
  /** The pieces of the design, put together; what they do not spell out is left to the contract. */
  const DESIGN = `
    type Query {
      node(id: ID!): Node
      nodes(ids: [ID!]!): [Node]!
      career(slug: String!): Career
      careers(filter: CareerFilter, orderBy: CareerOrder, ${PAGE}): CareerConnection!
      occupation(code: String!): Occupation
      occupations(filter: OccupationFilter, ${PAGE}): OccupationConnection!
      area(by: AreaBy!): Area
      areas(kind: AreaKind, ${PAGE}): AreaConnection!
      credential(slug: String!): Credential
      credentials(filter: CredentialFilter, ${PAGE}): CredentialConnection!
      sources: [Source!]!
      releases(source: String, active: Boolean): [Release!]!
    }
    input AreaBy { country: String, state: String, metro: String, zip: String, code: String }
    type Career implements Node {
      id: ID!
      slug: String!
      title: String!
      summary: String!
      highlights: CareerHighlights!
      occupations: [CareerOccupation!]!
      findings: [Finding!]!
      salary(${FIGURE}): Salary
      salaries(kind: AreaKind!, occupation: String, orderBy: SalaryOrder, asOf: String, ${PAGE}): SalaryConnection!
      growth(${FIGURE}): Growth
      claims(${PAGE}): ClaimConnection!
    }
    type Salary {
      area: Area!
      occupation: Occupation!
      release: Release!
      employment: Count!
      mean: Wage!
      median: Wage!
      percentile(p: WagePercentile!): Wage!
      resolution: Resolution!
      provenance: Provenance!
    }
    type Wage {
      amount(per: PayPeriod! = YEAR): Float
      status: FigureStatus!
      atLeast(per: PayPeriod! = YEAR): Float
      display(per: PayPeriod! = YEAR): String!
    }
    type Growth {
      baseYear: Int!
      projectedYear: Int!
      baseEmployment: Count!
      projectedEmployment: Count!
      change: Count!
      percent: Percent!
      annualOpenings: Count!
      outlook: Outlook!
      resolution: Resolution!
      provenance: Provenance!
    }
    enum WagePercentile { P10 P25 P50 P75 P90 }
    enum PayPeriod { YEAR MONTH HOUR }
    enum FigureStatus { PUBLISHED TOP_CODED SUPPRESSED NOT_PUBLISHED NOT_IN_FILE DERIVED }
    interface Node { id: ID! }
    ${['CareerFilter', 'CareerOrder', 'OccupationFilter', 'CredentialFilter', 'SalaryOrder'].map((name) => `input ${name} { _: Int }`).join('\n')}
    ${['CareerConnection', 'OccupationConnection', 'AreaConnection', 'CredentialConnection', 'SalaryConnection', 'ClaimConnection'].map((name) => `type ${name} { totalCount: Int! }`).join('\n')}
    ${['Occupation', 'Area', 'Credential', 'Source', 'Release', 'CareerHighlights', 'CareerOccupation', 'Finding', 'Count', 'Percent', 'Outlook', 'Resolution', 'Provenance'].map((name) => `type ${name} { _: Int }`).join('\n')}
    enum AreaKind { NATION STATE TERRITORY METRO NONMETRO }
  `;
  const design = buildASTSchema(parse(DESIGN));
  const signatures = (type: GraphQLNamedType | undefined): Map<string, string> => {
    const found = new Map<string, string>();
    const argument = ({ name, type: of, defaultValue }: GraphQLArgument) =>
      `${name}: ${of}${defaultValue === undefined ? '' : ` = ${defaultValue}`}`;
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields())) {
        found.set(`${type.name}.${field.name}`, String(field.type));
        for (const arg of field.args) found.set(`${type.name}.${field.name}(${arg.name}:)`, argument(arg));
      }
      for (const of of type.getInterfaces()) found.set(`${type.name} implements`, of.name);
    } else if (isInputObjectType(type)) {
      for (const field of Object.values(type.getFields())) found.set(`${type.name}.${field.name}`, String(field.type));
    } else if (isEnumType(type)) {
      for (const { name } of type.getValues()) found.set(`${type.name}.${name}`, name);
    }
    return found;
  };

  test('types, fields, arguments, defaults and nullability are those of the design', () => {
    const own = new Map(ownTypes.flatMap((type) => [...signatures(type)]));
    const missing = Object.values(design.getTypeMap())
      .filter((type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type))
      .flatMap((type) => [
        ...(schema.getType(type.name) ? [] : [`type ${type.name}`]),
        ...[...signatures(type)]
          .filter(([name]) => !name.endsWith('._'))
          .filter(([name, signature]) => own.get(name) !== signature)
          .map(([name, signature]) => `${name}: ${signature}, but it is ${own.get(name) ?? 'missing'}`),
      ]);
    expect(missing).toEqual([]);
  });

  test('AreaBy takes one key', () => {
    const areaBy = schema.getType('AreaBy');
    expect(isInputObjectType(areaBy) && areaBy.isOneOf).toBe(true);
  });

  test('the sections of a career are typed objects, never JSON', () => {
    const sections =
      'duties steps education curriculum credentials licensing personalSkills ratings faqs organizations resources networking related';
    const career = schema.getType('Career');
    const fields = isObjectType(career) ? career.getFields() : {};
    const types = sections.split(' ').map((name) => [name, String(fields[name]?.type)]);
    expect(types).toEqual([
      ['duties', '[GuideItem!]!'],
      ['steps', '[Step!]!'],
      ['education', 'Education'],
      ['curriculum', '[CurriculumArea!]!'],
      ['credentials', '[CareerCredential!]!'],
      ['licensing', '[Licensing!]!'],
      ['personalSkills', '[GuideItem!]!'],
      ['ratings', '[Rating!]!'],
      ['faqs', '[Faq!]!'],
      ['organizations', '[Organization!]!'],
      ['resources', '[Resource!]!'],
      ['networking', '[GuideItem!]!'],
      ['related', '[Career!]!'],
    ]);
    const scalars = ownTypes.filter(
      (type) => type.astNode?.kind === Kind.SCALAR_TYPE_DEFINITION || 'parseValue' in type,
    );
    expect(scalars.filter((type) => !isEnumType(type)).map(({ name }) => name)).toEqual(['DateTime']);
  });

  test('every connection is one of Relay, with totalCount', () => {
    const connections = ownTypes.filter(({ name }) => name.endsWith('Connection'));
    expect(connections.map(({ name }) => name).sort()).toEqual([
      'AreaConnection',
      'CareerConnection',
      'ClaimConnection',
      'CredentialConnection',
      'JobTitleConnection',
      'OccupationConnection',
      'ProgramConnection',
      'SalaryConnection',
      'SearchConnection',
      'TechnologyConnection',
    ]);
    for (const type of connections) {
      const node = type.name.slice(0, -'Connection'.length);
      const own = signatures(type);
      expect(own.get(`${type.name}.edges`)).toBe(`[${node}Edge!]!`);
      // What a search finds is of several types.
      const entry = node === 'Search' ? 'SearchResult' : node;
      expect(own.get(`${type.name}.nodes`)).toBe(`[${entry}!]!`);
      expect(own.get(`${type.name}.pageInfo`)).toBe('PageInfo!');
      expect(own.get(`${type.name}.totalCount`)).toBe('Int!');
      const edge = signatures(schema.getType(`${node}Edge`));
      expect(edge.get(`${node}Edge.cursor`)).toBe('String!');
      expect(edge.get(`${node}Edge.node`)).toBe(`${entry}!`);
    }
  });
});

test('packages/guides/schema holds what content makes of its schemas, and nothing else', () => {
  const folder = new URL('packages/guides/schema/', ROOT);
  const committed = Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]),
  );
  expect(committed).toEqual(jsonSchemas());
});

describe('schema/examples', () => {
  const files = readdirSync(new URL('schema/examples/', ROOT));
  const names = files.filter((name) => name.endsWith('.graphql')).map((name) => name.slice(0, -'.graphql'.length));

  test('each file is a query or its variables', () => {
    expect(files.toSorted()).toEqual(names.flatMap((name) => [`${name}.graphql`, `${name}.variables.json`]).toSorted());
  });

  test.each(names)('%s is one named operation that the contract takes, with its variables', (name) => {
    const document = parse(read(`schema/examples/${name}.graphql`));
    expect(validate(schema, document, specifiedRules)).toEqual([]);
    const operations = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
    expect(operations).toHaveLength(1);
    const [operation] = operations;
    if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`${name} has no operation.`);
    const pascal = name.replaceAll(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase());
    expect(operation.name?.value).toBe(pascal);
    const variables = JSON.parse(read(`schema/examples/${name}.variables.json`)) as Record<string, unknown>;
    const declared = (operation.variableDefinitions ?? []).map(({ variable }) => variable.name.value);
    expect(declared).toEqual(expect.arrayContaining(Object.keys(variables)));
    const required = (operation.variableDefinitions ?? []).filter(
      ({ type, defaultValue }) => type.kind === Kind.NON_NULL_TYPE && !defaultValue,
    );
    expect(Object.keys(variables)).toEqual(expect.arrayContaining(required.map(({ variable }) => variable.name.value)));
  });
});
