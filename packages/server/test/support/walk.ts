import type { TestApi } from '@careergraph/testkit';
import { expect } from 'vitest';
import { type Json, type List, page } from './ask.js';

/** More than any list of the tests has pages: a walk that goes in circles ends in a failure. */
const MOST_PAGES = 1_000;

export interface Walk {
  readonly keys: readonly Json[];
  readonly cursors: readonly string[];
}

/** Reads a list from one end to the other, checking each page against what is known of the list. */
export async function walk(
  api: TestApi,
  list: List,
  size: number,
  direction: 'forward' | 'backward',
  total: number,
): Promise<Walk> {
  const keys: Json[] = [];
  const cursors: string[] = [];
  const forward = direction === 'forward';
  let cursor: string | null = null;
  for (let read = 0; read < MOST_PAGES; read += 1) {
    const { edges, nodes, pageInfo, totalCount } = await page(
      api,
      list,
      forward ? { first: size, after: cursor } : { last: size, before: cursor },
    );
    const left = total - keys.length;
    expect(totalCount).toBe(total);
    expect(edges).toHaveLength(Math.min(size, left));
    expect(nodes).toEqual(edges.map(({ node }) => node));
    expect(pageInfo).toEqual({
      hasNextPage: forward ? left > size : cursor !== null,
      hasPreviousPage: forward ? cursor !== null : left > size,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    });
    const place = forward ? keys.length : 0;
    keys.splice(place, 0, ...edges.map(({ node }) => node));
    cursors.splice(place, 0, ...edges.map((edge) => edge.cursor));
    if (forward ? !pageInfo.hasNextPage : !pageInfo.hasPreviousPage) return { keys, cursors };
    cursor = forward ? pageInfo.endCursor : pageInfo.startCursor;
  }
  throw new Error(`${list.name}: ${MOST_PAGES} pages of ${size} did not reach the end.`);
}
