import { lexicographicSortSchema, printSchema } from 'graphql';
import { builder } from '../builder.js';
import './source.js';
import './area.js';
import './occupation.js';
import './occupations.js';
import './onet/index.js';
import './credential.js';
import './career.js';
import './career-claims.js';
import './career-figures.js';
import './career-handbook.js';
import './career-origins.js';
import './career-ratings.js';
import './careers.js';
import './comparison.js';
import './institution.js';
import './program.js';
import './programs.js';
import './search.js';

export const schema = builder.toSchema();

/** The contract as committed in schema/schema.graphql: sorted, with every description. */
export function printContract(): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}
