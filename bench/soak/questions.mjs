import { readFileSync } from 'node:fs';

const examples = new URL('../../schema/examples/', import.meta.url);

function example(name) {
  const query = readFileSync(new URL(`${name}.graphql`, examples), 'utf8');
  return { query, variables: JSON.parse(readFileSync(new URL(`${name}.variables.json`, examples), 'utf8')) };
}

const STATES = ['AL', 'AZ', 'CA', 'CO', 'FL', 'GA', 'IL', 'MA', 'MI', 'NY', 'OH', 'PA', 'TX', 'VA', 'WA'];
const page = example('career-page');
const lists = example('careers-list');

/** One kind of question each, with its share of the load and the statuses that are right for it. */
export const KINDS = [
  { name: 'kept', share: 50, right: [200], body: () => page },
  { name: 'short', share: 15, right: [200], body: () => example('growth') },
  { name: 'list', share: 10, right: [200], body: () => lists },
  {
    name: 'cold',
    share: 15,
    right: [200],
    // No answer is kept for a name that was never asked, but its document is new too.
    body: (count) => ({
      query: `{ q${count}: career(slug: "emt") { salary(in: { state: "${STATES[count % STATES.length]}" }) { median { amount } } } }`,
    }),
  },
  {
    name: 'cold page',
    share: 5,
    right: [200],
    body: (count) => ({ query: `${page.query}\n# ${count}`, variables: page.variables }),
  },
  { name: 'bad', share: 5, right: [400], body: (count) => ({ query: `{ career(slug: "emt") { wrong${count} } }` }) },
].map((kind) => ({ ...kind, body: fixed(kind.body) }));

/** The text of a body that is the same each time is made once. */
function fixed(body) {
  if (body.length > 0) return (count) => JSON.stringify(body(count));
  const text = JSON.stringify(body());
  return () => text;
}

/** The kinds in an order that mixes them by their shares. */
export function mixed() {
  const order = KINDS.flatMap((kind) => Array.from({ length: kind.share }, (_, at) => [(at + 0.5) / kind.share, kind]));
  return order.sort(([a], [b]) => a - b).map(([, kind]) => kind);
}
