/** An example question: a file of `schema/examples`, with its variables if there are any beside it. */
export interface Example {
  /** The file's name without its ending, such as `career-page`. */
  readonly name: string;
  readonly query: string;
  /** JSON as written in `<name>.variables.json`. */
  readonly variables?: string;
}

// First a figure with its source on one screen; then in the order of "The questions" in the design of the API. A file
// that is not named here comes after these.
const ORDER = [
  'provenance',
  'career-page',
  'salary-in-area',
  'salaries-by-state',
  'top-states',
  'credentials',
  'growth',
  'findings',
  'salary-history',
  'occupation',
  'careers-list',
  'search',
  'compare',
  'programs-near',
];

const queries = import.meta.glob<string>('../../../schema/examples/*.graphql', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const variables = import.meta.glob<string>('../../../schema/examples/*.variables.json', {
  query: '?raw',
  import: 'default',
  eager: true,
});

function place(name: string): number {
  const index = ORDER.indexOf(name);
  return index === -1 ? ORDER.length : index;
}

/** Every example question, in the order in which their tabs stand. */
export const examples: readonly Example[] = Object.entries(queries)
  .map(([path, query]): Example => {
    const name = path.slice(path.lastIndexOf('/') + 1, -'.graphql'.length);
    const beside = variables[path.replace(/\.graphql$/, '.variables.json')];
    return beside === undefined ? { name, query } : { name, query, variables: beside };
  })
  .sort((a, b) => place(a.name) - place(b.name) || (a.name < b.name ? -1 : 1));
