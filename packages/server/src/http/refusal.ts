import { apiError, type ErrorCode } from '../errors.js';
import type { Logger } from '../log.js';
import { type Handler, type HttpResponse, jsonResponse } from './handler.js';

/** Thrown by a stage that does not let a request pass. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: ErrorCode;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, message: string, code: ErrorCode = 'BAD_REQUEST', headers: Record<string, string> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

/** Answers with the refusal that a later stage throws; any other error is logged and answered with 500. */
export function answerErrors(logger: Logger, next: Handler): Handler {
  const refuse = (error: unknown): HttpResponse => {
    if (error instanceof Refusal) return toResponse(error);
    logger.error('a request failed', { stack: error instanceof Error ? error.stack : String(error) });
    return toResponse(new Refusal(500, 'Something went wrong on the server.', 'INTERNAL_SERVER_ERROR'));
  };
  return (request) => {
    try {
      const response = next(request);
      return response instanceof Promise ? response.catch(refuse) : response;
    } catch (error) {
      return refuse(error);
    }
  };
}

/** The response with a refusal. */
export function toResponse({ status, code, message, headers }: Refusal): HttpResponse {
  const response = jsonResponse(status, { errors: [apiError(code, message)] });
  return { ...response, headers: { ...response.headers, ...headers } };
}
