import { NetworkError, ServerError } from '../errors.js';

/** What came over the wire, read to its end. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/**
 * Sends one request and reads its answer.
 *
 * @throws NetworkError where there is none, or its end is missing; ServerError where it is larger than `maxBytes`
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
    // By name: a stub of the other module format has a class of its own.
    if (init.signal?.aborted || (error as Error).name === 'ServerError') throw error;
    // The runtime's own message is left out: in some it has the whole address with its variables.
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
