import type { z } from 'zod';
import { excerpt } from './faults.js';
import { suggestion } from './nearest.js';

type Issue = z.core.$ZodIssue;

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'a map of keys and values',
  record: 'a map of keys and values',
  array: 'a list',
  null: 'empty',
};

/** What is wrong with a value, in our words: `must be a number (got "many")`. */
export function messageOf(issue: Issue, value: unknown): string {
  if (issue.code === 'invalid_union' && value !== undefined)
    return `has none of the forms that are allowed (got ${excerpt(value)})`;
  const what = requirementOf(issue, value);
  return value === undefined ? `is missing: it ${what}` : `${what} (got ${excerpt(value)})`;
}

function requirementOf(issue: Issue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${TYPES[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `must be ${oneOf(issue.values)}${typeof value === 'string' ? suggestion(value, issue.values.map(String)) : ''}`;
    case 'too_small':
      return issue.origin === 'string' && issue.minimum === 1
        ? 'must not be empty'
        : `must ${bound(issue.origin, issue.inclusive === false ? 'more than' : 'at least', issue.minimum)}`;
    case 'too_big':
      return `must ${bound(issue.origin, issue.inclusive === false ? 'less than' : 'at most', issue.maximum)}`;
    case 'not_multiple_of':
      return `must be a multiple of ${issue.divisor}`;
    case 'invalid_format':
      return isOwn(issue)
        ? `must be ${issue.message}`
        : `must be ${FORMATS[issue.format] ?? `of the form ${issue.format}`}`;
    default:
      return isOwn(issue) ? issue.message : 'is not valid';
  }
}

const FORMATS: Readonly<Record<string, string>> = {
  url: 'an address that begins with http:// or https://',
  date: 'a date, e.g. 2026-05-31',
  datetime: 'a time, e.g. 2026-05-31T12:00:00Z',
};

/** A schema that gives no message of its own gets one from Zod, which begins like this. */
const isOwn = ({ message }: Issue) => !/^(Invalid|Too |Unrecognized)/.test(message);

function oneOf(values: readonly unknown[]): string {
  return values.length === 1 ? String(values[0]) : `one of ${values.map(String).join(', ')}`;
}

function bound(origin: string, relation: string, limit: number | bigint): string {
  if (origin === 'string') return `have ${relation} ${limit} characters`;
  if (origin === 'array' || origin === 'set')
    return `have ${relation} ${limit} ${Number(limit) === 1 ? 'entry' : 'entries'}`;
  return `be ${relation} ${limit}`;
}

/** The keys that a schema knows at a path of a value. */
export function keysAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): readonly string[] {
  const { def } = schema._zod as unknown as { readonly def: Definition };
  const inner = def.innerType ?? def.in;
  if (inner) return keysAt(inner, path);
  if (def.options) return def.options.flatMap((option) => keysAt(option, path));
  const [key, ...rest] = path;
  if (key === undefined) return def.shape ? Object.keys(def.shape) : [];
  const next = def.shape?.[String(key)] ?? def.element ?? def.valueType;
  return next ? keysAt(next, rest) : [];
}

/** The parts of Zod's definitions that lead to other schemas. */
interface Definition {
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly element?: z.core.$ZodType;
  readonly valueType?: z.core.$ZodType;
  readonly innerType?: z.core.$ZodType;
  readonly in?: z.core.$ZodType;
  readonly options?: readonly z.core.$ZodType[];
}
