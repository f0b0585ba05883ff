import { NetworkError, ServerError } from '../errors.js';

/** A complete response. */
export interface RawAnswer {
  /** HTTP status. */
  readonly status: number;
  readonly headers: Headers;
  /** Body of the response. */
  readonly text: string;
}

/**
 * Sends one request and reads the response.
 *
 * @throws NetworkError if there is no complete response; ServerError if the response is larger than `maxBytes`
 */
export async function send(
  fetch: (url: string, init: RequestInit) => Promise<Response>,
  url: string,
  init: RequestInit,
  maxBytes: number,
): Promise<RawAnswer> {
  try {
    const response = await fetch(url, init);
    return { status: response.status, headers: response.headers, text: await read(response, maxBytes) };
  } catch (error) {
    // Compared by name: a stub in the other module format has its own class.
    if (init.signal?.aborted || (error as Error).name === 'ServerError') throw error;
    // Some runtimes put the whole URL, with the variables, in their message, so it is left out.
    const { code, cause } = error as { code?: unknown; cause?: { code?: unknown } };
    const known = cause?.code ?? code;
    throw new NetworkError(`No complete answer${typeof known === 'string' ? ` (${known})` : ''}.`, 'NETWORK');
  }
}

async function read(response: Response, maxBytes: number): Promise<string> {
  if (!response.body) return '';
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (let bytes = 0; ; ) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.length;
    if (bytes > maxBytes) {
      reader.cancel().catch(() => {});
      throw new ServerError(`The answer is over ${maxBytes} bytes.`, 'BAD_ANSWER', response.status);
    }
    text += decoder.decode(value, { stream: true });
  }
}
