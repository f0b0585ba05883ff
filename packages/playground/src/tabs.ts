import type { Example } from './examples.ts';
import type { Question } from './link.ts';

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

/** What the page opens with, and the question whose answer it shows without a click. */
export interface OpenPage {
  readonly tabs: OpeningTabs;
  readonly question: Question | null;
}

/**
 * Decides what the page opens with: the question of a link in a tab of its own, or else what GraphiQL restores. GraphiQL
 * restores the tabs of the last visit and then ignores its defaults, so new examples would never arrive. When they
 * changed, the stored tabs give way to the new examples, followed by every tab that the reader wrote or changed.
 */
export function openPage(examples: readonly Example[], shared: Question | null, storage: Storage): OpenPage {
  const fresh = examples.map(
    ({ query, variables }): Tab => (variables === undefined ? { query } : { query, variables }),
  );
  const [first] = fresh;
  if (first === undefined) throw new Error('schema/examples has no .graphql files: the page has nothing to open with.');

  const own = bringExamples(fresh, storage);
  if (own === null) {
    const restored = shared ?? restoredTab(storage);
    const isGiven = fresh.some((tab) => restored !== null && identity(tab) === identity(restored));
    // GraphiQL adds a tab for a question that none of the stored tabs has.
    return {
      tabs: { defaultTabs: fresh, ...(restored && initial(restored)) },
      question: isGiven ? restored : shared,
    };
  }
  const opening = shared ?? first;
  const defaultTabs = shared === null ? [...fresh, ...own] : [shared, ...fresh, ...own];
  return { tabs: { defaultTabs, ...initial(opening) }, question: opening };
}

/** The reader's own tabs where the examples changed since the last visit and GraphiQL must not restore; else `null`. */
function bringExamples(fresh: readonly Tab[], storage: Storage): Tab[] | null {
  const given = JSON.stringify(fresh.map(identity));
  const givenBefore = storage.getItem(GIVEN_KEY);
  const stored = storage.getItem(TABS_KEY);
  if (stored !== null && givenBefore === given) return null;

  const unchanged = new Set([...fresh.map(identity), ...readList(givenBefore, isString)]);
  const own = readList(stored, isTab).filter((tab) => tab.query.trim() !== '' && !unchanged.has(identity(tab)));
  for (const key of [TABS_KEY, ...EDITOR_KEYS]) storage.removeItem(key);
  storage.setItem(GIVEN_KEY, given);
  return own;
}

// Of the first default tab GraphiQL shows the query only: https://github.com/graphql/graphiql/issues/3392
function initial({ query, variables }: Question): OpeningTabs {
  return { initialQuery: query, initialVariables: variables ?? '' };
}

/** What the editors held at the end of the last visit; GraphiQL stores that after an edit, and the tabs always. */
function restoredTab(storage: Storage): Question | null {
  const [query, variables] = EDITOR_KEYS.map((key) => storage.getItem(key));
  if (query) return { query, ...(variables && { variables }) };
  const tabs = readList(storage.getItem(TABS_KEY), isTab);
  const tab = tabs[activeIndex(storage.getItem(TABS_KEY))];
  return tab ? { query: tab.query, ...(tab.variables && { variables: tab.variables }) } : null;
}

function activeIndex(json: string | null): number {
  try {
    const value: unknown = JSON.parse(json ?? '{}');
    return isRecord(value) && typeof value.activeTabIndex === 'number' ? value.activeTabIndex : 0;
  } catch {
    return 0;
  }
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
