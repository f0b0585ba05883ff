// Each of these must not compile, for the reason whose number stands beside it.
import {
  careerPage,
  careersList,
  createCareerClient,
  createClient,
  type FigureStatus,
  formatWage,
  walk,
  type YearlyWageFragment,
} from '@careergraph/sdk';

const client = createClient({ endpoint: '/graphql' });
const careers = createCareerClient({ endpoint: '/graphql' });

export async function variables(): Promise<void> {
  // @ts-expect-error 2554: a variable is missing
  await client.request(careerPage);
  // @ts-expect-error 2345: the same
  await client.request(careerPage, {});
  // @ts-expect-error 2353: it has another name
  await client.request(careerPage, { slug: 'emt', areaCode: '06' });
  // @ts-expect-error 2322: it has another type
  await client.request(careerPage, { slug: 7 });
  // @ts-expect-error 2345: the larger client asks for the same
  await careers.careerPage({ area: { state: 'CA' } });
  // @ts-expect-error 2322: no such field of work
  await careers.careers({ filter: { field: ['WIZARDRY'] } });
  // @ts-expect-error 2561: misspelt
  walk(client, careersList, { first: 10, filtre: {} }, (data) => data.careers);
  // @ts-expect-error 2353: a walk has no end to begin from
  careers.careers.all({ last: 10 });
  // @ts-expect-error 2551: no such question
  await careers.carerPage({ slug: 'emt' });
}

export async function fields(): Promise<void> {
  const { data } = await client.request(careerPage, { slug: 'emt' });
  // @ts-expect-error 2551: misspelt
  data.career?.salary?.medain;
  // @ts-expect-error 18047: there may be no such career
  data.career.title;
  // @ts-expect-error 2540: answers are shared
  data.career = null;
}

export function figures(wage: YearlyWageFragment): unknown[] {
  return [
    // @ts-expect-error 18047: there may be no amount
    wage.amount.toFixed(),
    // @ts-expect-error 2367: misspelt
    wage.status === 'SUPRESSED',
    // @ts-expect-error 18047: a top-coded wage has a bound and no amount
    wage.status === 'TOP_CODED' && wage.amount.toFixed(),
    // @ts-expect-error 2345: a number is no figure
    formatWage(45_690),
  ];
}

export function missingBranch({ status }: YearlyWageFragment): string {
  switch (status) {
    case 'PUBLISHED':
    case 'DERIVED':
    case 'TOP_CODED':
    case 'NOT_PUBLISHED':
    case 'NOT_IN_FILE':
    case '%future added value':
      return 'shown';
    default:
      // @ts-expect-error 1360: SUPPRESSED has no branch
      return status satisfies never;
  }
}

export function misspeltBranch(status: FigureStatus): boolean {
  switch (status) {
    // @ts-expect-error 2678: misspelt
    case 'TOPCODED':
      return true;
    default:
      return false;
  }
}
