import {
  type Answer,
  type CareerGraphError,
  cite,
  createClient,
  type DataOf,
  formatWage,
  salaryInArea,
  type YearlyWageFragment,
} from '@careergraph/sdk';
import { useEffect, useState } from 'react';

const client = createClient({ endpoint: import.meta.env.VITE_CAREERGRAPH_ENDPOINT ?? '/graphql' });

type Shown = Answer<DataOf<typeof salaryInArea>> | { readonly error: CareerGraphError } | undefined;

/** What a career pays in a state, with the figure's source beside it. */
export function Pay({ slug }: { slug: string }) {
  const [state, setState] = useState('');
  const [shown, setShown] = useState<Shown>();

  useEffect(() => {
    if (state.length === 1) return;
    const leaves = new AbortController();
    client
      .request(salaryInArea, { slug, ...(state && { area: { state } }) }, { signal: leaves.signal })
      .then(setShown, (error) => leaves.signal.aborted || setShown({ error }));
    return () => leaves.abort();
  }, [slug, state]);

  return (
    <main>
      <label>
        State <input value={state} maxLength={2} placeholder="FL" onChange={({ target }) => setState(target.value)} />
      </label>
      <Salary shown={shown} />
    </main>
  );
}

function Salary({ shown }: { shown: Shown }) {
  if (!shown) return <p>…</p>;
  if ('error' in shown) return <p role="alert">{shown.error.errors[0]?.message ?? shown.error.message}</p>;
  const { career } = shown.data;
  if (!career) return <p>There is no such career.</p>;
  const { title, salary } = career;
  if (!salary) return <p>{shown.errors?.[0]?.message ?? `No wage is published for ${title} there.`}</p>;
  return (
    <section>
      <h1>
        {title} in {salary.area.name}
      </h1>
      <p id="median">
        <strong>{formatWage(salary.median)}</strong> a year, {formatWage(salary.hourlyMedian, { per: 'HOUR' })} an hour
      </p>
      <p>{remark(salary.median)}</p>
      {salary.resolution.exact || <p>{salary.resolution.explanation}</p>}
      <small>{cite(salary.provenance)}</small>
    </section>
  );
}

/** The compiler asks for every status; a status that a newer server adds ends in the default branch. */
function remark(wage: YearlyWageFragment): string {
  switch (wage.status) {
    case 'PUBLISHED':
    case 'DERIVED':
      return `That is ${formatWage({ ...wage, amount: wage.amount / 12 }, { per: 'MONTH' })} a month.`;
    case 'TOP_CODED':
      return 'The publisher gives no higher figure than that.';
    case 'SUPPRESSED':
    case 'NOT_PUBLISHED':
      return wage.reason ?? '';
    default:
      return '';
  }
}
