import { execFile } from 'node:child_process';
import { request } from 'node:http';
import { promisify } from 'node:util';
import type { DatabaseLocation } from '@careergraph/db';
import { careergraph, environmentOf } from '@careergraph/testkit';

/** What one run of `npm run keys` printed. */
export interface KeysRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command as an operator runs it. */
export async function keys(location: DatabaseLocation, ...args: string[]): Promise<KeysRun> {
  const env = { PATH: process.env.PATH, ...environmentOf(location) };
  return promisify(execFile)(process.execPath, [careergraph, 'keys', ...args], { env }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    ({ code, stdout, stderr }: KeysRun) => ({ code, stdout, stderr }),
  );
}

export async function keysJson<T>(location: DatabaseLocation, ...args: string[]): Promise<T> {
  const { code, stdout, stderr } = await keys(location, ...args, '--json');
  if (code !== 0) throw new Error(`npm run keys ended with ${code}: ${stderr}`);
  return JSON.parse(stdout) as T;
}

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: {
    readonly data?: unknown;
    readonly errors?: readonly { message: string; extensions: { code: string } }[];
  };
}

/** Posts a query over a socket of its own; unlike fetch, with any header. */
export function ask(url: string, query: string, headers: Record<string, string> = {}): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const body = JSON.stringify({ query });
    const sent = request(
      new URL('graphql', url),
      {
        method: 'POST',
        agent: false,
        headers: { 'content-type': 'application/json', 'content-length': body.length, ...headers },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk;
        });
        response.once('end', () =>
          resolve({ status: response.statusCode as number, headers: response.headers, body: JSON.parse(text) }),
        );
      },
    );
    sent.once('error', reject);
    sent.end(body);
  });
}

export function codeOf({ body }: Reply): string | undefined {
  return body.errors?.[0]?.extensions.code;
}

/** Asks until the answer is as it should be: servers learn of a changed key a little later. */
export async function askUntil(isRight: (reply: Reply) => boolean, again: () => Promise<Reply>): Promise<Reply> {
  for (;;) {
    const reply = await again();
    if (isRight(reply)) return reply;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
