/** A question as a link carries it. The variables are JSON, as their editor holds them. */
export interface Question {
  readonly query: string;
  readonly variables?: string;
  /** Which operation to run where the query has several. */
  readonly operationName?: string;
}

// Proxies refuse longer request lines: nginx reads 8 kB, and the path before the query counts too.
const LONGEST_LINK = 7_500;

/** The question in a page's address, or `null` where it has none. */
export function questionOf({ searchParams }: URL): Question | null {
  const query = searchParams.get('query');
  if (query === null || query.trim() === '') return null;
  const variables = searchParams.get('variables');
  const operationName = searchParams.get('operationName');
  return { query, ...(variables && { variables }), ...(operationName && { operationName }) };
}

/**
 * A link that opens the question on this page.
 *
 * @throws Error when the link would be longer than servers accept; its message says what to do.
 */
export function linkTo({ query, variables, operationName }: Question, page: URL): string {
  const link = new URL('.', page);
  link.searchParams.set('query', query);
  if (variables?.trim()) link.searchParams.set('variables', variables);
  if (operationName) link.searchParams.set('operationName', operationName);
  if (link.href.length > LONGEST_LINK) {
    throw new Error(
      `The link would have ${link.href.length.toLocaleString('en-US')} characters, more than the ` +
        `${LONGEST_LINK.toLocaleString('en-US')} that servers accept. Ask for less, or send the query as text.`,
    );
  }
  return link.href;
}
