import type { TestApi } from '@careergraph/testkit';
import { ask, type Json } from '../support/ask.js';

/** The value of a field of an occupation. */
export async function fieldOf(api: TestApi, code: string, field: string): Promise<Json> {
  const data = await ask<{ occupation: Record<string, Json> }>(
    api,
    `query ($code: String!) { occupation(code: $code) { found: ${field} } }`,
    { code },
  );
  return data.occupation.found as Json;
}
