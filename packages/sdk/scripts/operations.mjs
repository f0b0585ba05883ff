// Reads operations/*.graphql. A file may begin with lines for the tools of this package, before an empty line:
//   # method: careerCredentials    the method of the career client, if not named after the operation
//   # data: programs              the answers are recorded with the programs of testkit's nursing-programs.ts loaded
//   # record: {"slug": "emt"}      variables to record an answer for (scripts/record.mjs), one line each
// The comment directly above the operation is its public description.
import { readdirSync, readFileSync } from 'node:fs';
import { buildSchema, getNamedType, isNonNullType, Kind, parse } from 'graphql';

const at = (path) => new URL(`../${path}`, import.meta.url);
const firstLower = (name) => name.charAt(0).toLowerCase() + name.slice(1);

/** All operations, sorted by method, with lists last. */
export function readOperations() {
  const schema = buildSchema(readFileSync(at('../../schema/schema.graphql'), 'utf8'));
  return readdirSync(at('operations'))
    .filter((file) => !file.endsWith('.fragment.graphql'))
    .map((file) => readOperation(file, schema))
    .sort((a, b) => Boolean(a.list) - Boolean(b.list) || (a.method < b.method ? -1 : 1));
}

function readOperation(file, schema) {
  const text = readFileSync(at(`operations/${file}`), 'utf8');
  const [operation] = parse(text).definitions;
  const lines = text.slice(0, operation.loc.start).split('\n');
  const tagged = (tag) =>
    lines.filter((line) => line.startsWith(`# ${tag}: `)).map((line) => line.slice(tag.length + 4));
  const [header, description = header] = text.slice(0, operation.loc.start).split('\n\n');
  const constant = firstLower(operation.name.value);
  const variables = tagged('record').map((json) => JSON.parse(json));
  if (variables.length === 0)
    throw new Error(`operations/${file} has no line "# record: {…}": add variables to record.`);
  return {
    module: file.replace('.graphql', ''),
    constant,
    method: tagged('method')[0] ?? constant.replace(/List$/, ''),
    description: description
      .trim()
      .split('\n')
      .map((line) => line.replace(/^# ?/, '')),
    required: operation.variableDefinitions
      .filter(({ type, defaultValue }) => type.kind === Kind.NON_NULL_TYPE && !defaultValue)
      .map(({ variable }) => variable.name.value),
    variables,
    data: tagged('data')[0],
    list: operation.variableDefinitions.some(({ variable }) => variable.name.value === 'after')
      ? connectionPath(operation, schema)
      : undefined,
  };
}

/** The path to the selected connection, as an expression: `data.career?.claims`. */
function connectionPath({ selectionSet }, schema) {
  let expression = 'data';
  let parent = schema.getQueryType();
  let selection = selectionSet;
  let isNullable = false;
  while (!selection.selections.some(({ name }) => name.value === 'pageInfo')) {
    const [field, ...others] = selection.selections;
    if (field?.kind !== Kind.FIELD || others.length > 0) {
      throw new Error('An operation with $after must select one connection and nothing else.');
    }
    const { type } = parent.getFields()[field.name.value];
    expression += `${isNullable ? '?.' : '.'}${field.alias?.value ?? field.name.value}`;
    isNullable = !isNonNullType(type);
    parent = getNamedType(type);
    selection = field.selectionSet;
  }
  return expression;
}
