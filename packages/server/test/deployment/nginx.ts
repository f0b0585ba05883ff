import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { Agent, request } from 'node:https';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { freePort } from '../start/free-port.js';

const nginx = programAt('nginx', ['/usr/sbin/nginx']);
const openssl = programAt('openssl', ['/usr/bin/openssl']);

export const haveNginx = nginx !== undefined && openssl !== undefined;
/** Ends the name of a test that needs nginx. With CI=true it runs, and fails without it. */
export const nginxSkipped = haveNginx ? '' : ' (skipped: no nginx and openssl)';

function programAt(name: string, places: readonly string[]): string | undefined {
  const inPath = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name));
  return [...places, ...inPath].find((path) => existsSync(path));
}

export interface NginxProxy {
  /** Where nginx answers by TLS, and where it sends those on who come without. */
  readonly port: number;
  readonly plainPort: number;
  stop(): Promise<void>;
}

/** Starts nginx with the file that operators copy; only its ports and folders are those of the test. */
export async function startNginx(servers: readonly [number, number]): Promise<NginxProxy> {
  const folder = await mkdtemp(join(tmpdir(), 'careergraph-nginx-'));
  const [port, plainPort] = [await freePort(), await freePort()];
  const [certificate, key] = [join(folder, 'certificate.pem'), join(folder, 'key.pem')];
  const subject = ['-subj', '/CN=careers.example', '-days', '2', '-nodes', '-newkey', 'rsa:2048'];
  execFileSync(openssl as string, ['req', '-x509', ...subject, '-keyout', key, '-out', certificate], { stdio: 'pipe' });
  const site = await readFile(new URL('../../../../deploy/nginx.conf', import.meta.url), 'utf8');
  const changes: readonly [string, string][] = [
    ['127.0.0.1:4001', `127.0.0.1:${servers[0]}`],
    ['127.0.0.1:4002', `127.0.0.1:${servers[1]}`],
    ['listen 80;', `listen 127.0.0.1:${plainPort};`],
    ['listen 443 ssl', `listen 127.0.0.1:${port} ssl`],
    ['/etc/ssl/careergraph/fullchain.pem', certificate],
    ['/etc/ssl/careergraph/privkey.pem', key],
    ['/var/cache/nginx/careergraph', join(folder, 'cache')],
  ];
  for (const [from] of changes) {
    if (!site.includes(from))
      throw new Error(`deploy/nginx.conf does not hold ${from}: this test must be brought up to date.`);
  }
  const changed = changes.reduce((text, [from, to]) => text.replace(from, to), site);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  await mkdir(join(folder, 'temporary'));
  // Root's nginx hands its work to a user who may not enter the folder of the test.
  const user = process.getuid?.() === 0 ? 'user root;' : '';
  const paths = temporary.map((name) => `${name}_temp_path ${join(folder, 'temporary', name)};`).join(' ');
  await writeFile(
    join(folder, 'nginx.conf'),
    `${user} pid ${folder}/pid; error_log ${folder}/error.log; daemon off; worker_processes 1;
     events { worker_connections 512; }
     http { access_log off; types { } ${paths}\n${changed}\n}`,
  );
  const child = spawn(nginx as string, ['-p', folder, '-c', join(folder, 'nginx.conf')], { stdio: 'pipe' });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const stop = async () => {
    child.kill('SIGQUIT');
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  // The monitor's path answers as soon as nginx listens, with 502 or 503 until a server is there.
  for (;;) {
    if (child.exitCode !== null) throw new Error(`nginx ended with ${child.exitCode}: ${said}`);
    const isListening = await ask(port, '/careers-api/ready').then(
      () => true,
      () => false,
    );
    if (isListening) return { port, plainPort, stop };
  }
}

export interface Reply {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Buffer;
}

/** Asks nginx by TLS, whose certificate is nobody's. */
export function ask(
  port: number,
  path: string,
  {
    body,
    headers = {},
    agent = false,
  }: { body?: string; headers?: Record<string, string>; agent?: Agent | false } = {},
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    request(
      {
        host: '127.0.0.1',
        port,
        path,
        agent,
        method: body === undefined ? 'GET' : 'POST',
        headers: {
          host: 'careers.example',
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        rejectUnauthorized: false,
      },
      (response) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.on('error', reject);
        response.on('end', () =>
          resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(pieces) }),
        );
      },
    )
      .on('error', reject)
      .end(body);
  });
}

/** A client of its own that keeps a connection. */
export function keepingAgent(): Agent {
  return new Agent({ keepAlive: true, maxSockets: 1, rejectUnauthorized: false });
}
