import { z } from 'zod';
import { careerSchema, credentialsSchema, documentSchema, organizationsSchema } from './guides/schema.js';

const SCHEMAS = {
  career: careerSchema,
  credentials: credentialsSchema,
  document: documentSchema,
  organizations: organizationsSchema,
};

/** JSON Schemas of the content files by file name. */
export function jsonSchemas(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(SCHEMAS).map(([name, schema]) => [
      `${name}.schema.json`,
      `${JSON.stringify(z.toJSONSchema(schema, { io: 'input', target: 'draft-7' }), null, 2)}\n`,
    ]),
  );
}
