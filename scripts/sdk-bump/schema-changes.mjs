import { diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';

/**
 * What has changed in the contract. What inspector calls dangerous (an enum value, an optional argument, another default)
 * is no break here: schema/POLICY.md promises no closed enums, and our types have a value for those to come.
 *
 * @returns {Promise<{ step: 'major' | 'minor' | 'patch', message: string }[]>}
 */
export async function schemaChanges(before, after) {
  const changes = await diff(buildSchema(before), buildSchema(after));
  const newTypes = new Set(changes.filter(({ type }) => type === 'TYPE_ADDED').map(({ path }) => path));
  const told = changes.filter(
    ({ type, criticality, path }) =>
      criticality.level === 'BREAKING' ||
      // Fields of a new type come with it, and a deprecation says itself that it uses @deprecated.
      (!type.startsWith('DIRECTIVE_USAGE_') && (type === 'TYPE_ADDED' || !newTypes.has(path?.split('.')[0]))),
  );
  return told.map(({ type, criticality, message }) => ({ step: stepOf(type, criticality.level), message }));
}

function stepOf(type, level) {
  if (level === 'BREAKING') return 'major';
  return level === 'NON_BREAKING' && type.includes('DESCRIPTION') ? 'patch' : 'minor';
}
