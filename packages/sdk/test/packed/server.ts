import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createTestDatabase, endOf, environmentOf, spawnServer } from '@careergraph/testkit';

const QUESTION = `{
  career(slug: "medical-assistant") {
    salary { median { status amount display } p10: percentile(p: P10) { display } p90: percentile(p: P90) { display }
      provenance { citation } }
  }
  inFlorida: career(slug: "medical-office-manager") { salary(in: { state: "FL" }) { resolution { exact explanation } } }
  careers(first: 100, filter: { field: [NURSING, DENTAL] }) { nodes { slug } pageInfo { hasNextPage } }
}`;

/** What a plain `fetch` gets of that. */
export interface Plain {
  readonly career: {
    readonly salary: {
      readonly median: { readonly status: string; readonly amount: number; readonly display: string };
      readonly p10: { readonly display: string };
      readonly p90: { readonly display: string };
      readonly provenance: { readonly citation: string };
    };
  };
  readonly inFlorida: {
    readonly salary: { readonly resolution: { readonly exact: boolean; readonly explanation: string } };
  };
  readonly careers: {
    readonly nodes: readonly { readonly slug: string }[];
    readonly pageInfo: { readonly hasNextPage: boolean };
  };
}

/** The service as an operator starts it, with the repository's content. */
export interface RunningServer {
  readonly endpoint: string;
  /** The same questions without the SDK. */
  plain(): Promise<Plain>;
  stop(): Promise<void>;
}

/** @param origins sites whose pages may read the answers */
export async function startServer(origins?: string): Promise<RunningServer> {
  const database = await createTestDatabase('loaded');
  const server = spawnServer({
    ...environmentOf(database.location),
    ...(origins !== undefined && { CAREERGRAPH_CORS_ORIGINS: origins }),
  });
  const endpoint = new URL('/graphql', await server.url).href;
  return {
    endpoint,
    plain: async () => {
      const response = await fetch(endpoint, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: QUESTION }),
      });
      return ((await response.json()) as { data: Plain }).data;
    },
    stop: async () => {
      server.kill('SIGTERM');
      await endOf(server);
      await database.remove();
    },
  };
}

/** An address where somebody listened until now. */
export async function addressOfNobody(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}/graphql`;
}
