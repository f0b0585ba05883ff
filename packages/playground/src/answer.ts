import { formatError, formatResult } from '@graphiql/toolkit';
import type { Question } from './link.ts';

export const ENDPOINT = './graphql';
export const ACCEPT = 'application/graphql-response+json, application/json';

/** The service's answer to a question as the response pane shows it: formatted JSON, also where no answer came. */
export async function answerTo({ query, variables, operationName }: Question): Promise<string> {
  try {
    const response = await fetch(ENDPOINT, {
      method: 'POST',
      headers: { accept: ACCEPT, 'content-type': 'application/json' },
      body: JSON.stringify({ query, operationName, variables: variables ? JSON.parse(variables) : undefined }),
    });
    return formatResult(await response.json());
  } catch (error) {
    return formatError(error instanceof Error ? error : new Error(String(error)));
  }
}
