import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const TEXTS = [
  'emt',
  'registered-nurse',
  'medical-office-manager',
  '29-1141',
  '11-9111',
  '29-1141.00',
  'US',
  'CA',
  'FL',
  'AK',
  '99501',
  '51.38',
];
const ODD_TEXTS = [...TEXTS, '', 'a', '%', 'x'.repeat(50), '2024-05', '33101', 'QXJlYTpVUw', '\u0000', "'"];
const ODD_NUMBERS = [0, -1, 1, 5, 100, 101, 2_147_483_647, 3_000_000_000];

export interface QueryOptions {
  /** Whether arguments may be such as are refused. */
  readonly odd: boolean;
}

/** A query that is valid in its form, of random fields of the schema. */
export function randomQuery(schema: GraphQLSchema, seed: number, { odd }: QueryOptions): string {
  const next = random(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)] as T;
  const root = schema.getQueryType();
  if (!root) throw new Error('The schema has no queries.');

  function value(type: GraphQLInputType, depth: number): string {
    if (isNonNullType(type)) return value(type.ofType, depth);
    if (isListType(type))
      return `[${Array.from({ length: Math.floor(next() * 3) }, () => value(type.ofType, depth)).join(', ')}]`;
    if (isEnumType(type)) return pick(type.getValues()).name;
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter((field) => isNonNullType(field.type) || next() < 0.3);
      const chosen = type.isOneOf ? [pick(Object.values(type.getFields()))] : fields;
      return `{ ${chosen.map((field) => `${field.name}: ${value(field.type, depth + 1)}`).join(', ')} }`;
    }
    if (type.name === 'Int') return String(odd ? pick(ODD_NUMBERS) : 1 + Math.floor(next() * 20));
    if (type.name === 'Boolean') return String(next() < 0.5);
    return JSON.stringify(pick(odd ? ODD_TEXTS : TEXTS));
  }

  function call(field: GraphQLField<unknown, unknown>): string {
    const given = field.args.filter(
      ({ name, type }) =>
        isNonNullType(type) || (name !== 'before' && name !== 'after' && name !== 'last' && next() < 0.4),
    );
    return given.length === 0
      ? field.name
      : `${field.name}(${given.map(({ name, type }) => `${name}: ${value(type, 0)}`).join(', ')})`;
  }

  function selection(type: GraphQLOutputType, depth: number): string {
    const named = getNamedType(type);
    if (!isCompositeType(named)) return '';
    if (!isObjectType(named)) return ' { __typename }';
    const fields = Object.values(named.getFields()).filter(
      (field) => depth > 0 || !isCompositeType(getNamedType(field.type)),
    );
    const count = 1 + Math.floor(next() * 4);
    const chosen = Array.from({ length: fields.length > 0 ? count : 0 }, (_, index) => {
      const field = pick(fields);
      return `f${index}: ${call(field)}${selection(field.type, depth - 1)}`;
    });
    return ` { __typename ${chosen.join(' ')} }`;
  }

  return `query${selection(root, 2 + Math.floor(next() * 5))}`;
}
