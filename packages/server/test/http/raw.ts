import type { Answer, TestApi } from '@careergraph/testkit';
import { onlyError } from '../support/ask.js';

export const JSON_TYPE = { 'content-type': 'application/json' };
export const RESPONSE_TYPE = { ...JSON_TYPE, accept: 'application/graphql-response+json' };

/** Requests as a client writes them, valid or not. */
export interface RawClient {
  send(path: string, init?: RequestInit): Promise<Response>;
  post(body: BodyInit | null, headers?: Record<string, string>): Promise<Response>;
  get(parameters: Record<string, string>): Promise<Response>;
}

export function rawClient(api: TestApi): RawClient {
  const send: RawClient['send'] = (path, init) => api.fetch(new Request(`http://localhost${path}`, init));
  return {
    send,
    post: (body, headers = RESPONSE_TYPE) => send('/graphql', { method: 'POST', headers, body }),
    get: (parameters) => send(`/graphql?${new URLSearchParams(parameters)}`),
  };
}

/** Status and code of a refusal, with its message. */
export async function refusalOf(response: Response): Promise<{ status: number; code: unknown; message: string }> {
  const { code, message } = onlyError((await response.json()) as Answer);
  return { status: response.status, code, message };
}
