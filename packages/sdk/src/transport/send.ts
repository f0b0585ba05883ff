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
 * Sends one request and reads the response. Redirects are refused, because they can lead to a server that the caller
 * does not trust.
 *
 * @throws NetworkError if there is no complete response; ServerError if the response is a redirect or larger than
 * `maxBytes`
 */
export async function send(
  fetch: (url: string, init: RequestInit) => Promise<Response>,
  url: string,
  init: RequestInit,
  maxBytes: number,
): Promise<RawAnswer> {
  const [origin = '', host] = /^https?:..([^/]*)/.exec(url) ?? [];
  try {
    const response = await fetch(url, { ...init, redirect: 'manual' });
    const { status, headers } = response;
    const refuse = (what: string) => new ServerError(`The answer ${what}.`, 'BAD_ANSWER', status);
    // A browser hides the status of a redirect, which is 0 then. React Native follows it all the same.
    const isRedirect = !status || (status > 300 && status < 400 && status !== 304);
    if (isRedirect || !(response.url || url).startsWith(origin)) {
      throw refuse('is a redirect; set endpoint to the address it leads to');
    }
    return { status, headers, text: await read(response, maxBytes, () => refuse(`is over ${maxBytes} bytes`)) };
  } catch (error) {
    // Compared by name: a stub in the other module format has its own class.
    if (init.signal?.aborted || (error as Error).name === 'ServerError') throw error;
    // Some runtimes put the whole URL, with the variables, in their message, so it is left out.
    const { name, code, cause } = error as { name?: string; code?: unknown; cause?: { code?: unknown } };
    const known = cause?.code ?? code;
    throw new NetworkError(`No complete answer from ${host} (${typeof known === 'string' ? known : name}).`, 'NETWORK');
  }
}

async function read(response: Response, maxBytes: number, tooLarge: () => Error): Promise<string> {
  // React Native has no streams.
  const reader = response.body?.getReader?.();
  if (!reader) {
    const text = await response.text();
    if (text.length > maxBytes) throw tooLarge();
    return text;
  }
  const decoder = new TextDecoder();
  let text = '';
  for (let bytes = 0; ; ) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.length;
    if (bytes > maxBytes) {
      reader.cancel().catch(() => {});
      throw tooLarge();
    }
    text += decoder.decode(value, { stream: true });
  }
}
