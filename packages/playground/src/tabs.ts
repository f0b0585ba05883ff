import type { Example } from './examples.ts';

interface Tab {
  readonly query: string;
  readonly variables?: string;
}

/** The properties of `<GraphiQL>` that decide which tabs it opens with. */
export interface OpeningTabs {
  defaultTabs?: Tab[];
  initialQuery?: string;
  initialVariables?: string;
}

// GraphiQL's own names (@graphiql/react, STORAGE_KEY): the tabs, and what the editors of the active one hold.
const TABS_KEY = 'graphiql:tabState';
const EDITOR_KEYS = ['graphiql:query', 'graphiql:variables', 'graphiql:headers'];
// The examples this browser was given last: says whether they changed since, and which tabs the reader left as they were.
const GIVEN_KEY = 'careergraph:examples';

/**
 * Decides what GraphiQL opens with. GraphiQL restores the tabs of the last visit and then ignores its defaults, so new
 * examples would never arrive. When they changed, the stored tabs give way to the new examples, followed by every tab
 * that the reader wrote or changed; when they did not, GraphiQL restores what it stored.
 */
export function openingTabs(examples: readonly Example[], storage: Storage): OpeningTabs {
  const fresh = examples.map(
    ({ query, variables }): Tab => (variables === undefined ? { query } : { query, variables }),
  );
  const first = fresh[0];
  if (first === undefined) return {};

  const given = JSON.stringify(fresh.map(identity));
  const givenBefore = storage.getItem(GIVEN_KEY);
  const stored = storage.getItem(TABS_KEY);
  if (stored !== null && givenBefore === given) return { defaultTabs: fresh };

  const unchanged = new Set([...fresh.map(identity), ...readList(givenBefore, isString)]);
  const own = readList(stored, isTab).filter((tab) => tab.query.trim() !== '' && !unchanged.has(identity(tab)));
  for (const key of [TABS_KEY, ...EDITOR_KEYS]) storage.removeItem(key);
  storage.setItem(GIVEN_KEY, given);
  return {
    defaultTabs: [...fresh, ...own],
    // Of the first default tab GraphiQL shows the query only: https://github.com/graphql/graphiql/issues/3392
    initialQuery: first.query,
    initialVariables: first.variables ?? '',
  };
}

function identity({ query, variables }: Tab): string {
  return `${query.trim()}\n${(variables ?? '').trim()}`;
}

/** The items of a stored list or of GraphiQL's `{ tabs: […] }`; storage that is not ours to trust counts as empty. */
function readList<T>(json: string | null, isItem: (value: unknown) => value is T): T[] {
  try {
    const value: unknown = JSON.parse(json ?? '[]');
    const list = isRecord(value) ? value.tabs : value;
    return Array.isArray(list) ? list.filter(isItem) : [];
  } catch {
    return [];
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}

function isTab(value: unknown): value is Tab {
  return isRecord(value) && isString(value.query) && (value.variables == null || isString(value.variables));
}
