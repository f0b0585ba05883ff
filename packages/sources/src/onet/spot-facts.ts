import type { Audit } from '@careergraph/releases';

/** Facts typed from the published files, by release: an import that has others has read them wrongly. */
interface SpotFact {
  readonly role: string;
  readonly what: string;
  /** Query of one value, of the file $1. */
  readonly query: string;
  readonly expected: string;
}

const rating = (
  role: string,
  [code, element, scale, category]: readonly [string, string, string, number | null],
  expected: string,
): SpotFact => ({
  role,
  what: `${code}, ${element}, ${scale}${category === null ? '' : `, category ${category}`}`,
  query: `select value_hundredths::text as value from onet_rating
          where file_id = $1 and occupation_code = '${code}' and element_id = '${element}' and scale_id = '${scale}'
            and category is not distinct from ${category}`,
  expected,
});
const one = (role: string, what: string, query: string, expected: string): SpotFact => ({
  role,
  what,
  query,
  expected,
});

const TITLE = one(
  'occupation-data',
  'title of 11-9111.00',
  `select title as value from file_occupation where file_id = $1 and code = '11-9111.00'`,
  'Medical and Health Services Managers',
);
const OFFICE_MANAGER = one(
  'alternate-titles',
  'occupation of Medical Office Manager',
  `select string_agg(occupation_code, ',') as value from occupation_title
   where file_id = $1 and title = 'Medical Office Manager'`,
  '11-9111.00',
);
const JOB_ZONE = one(
  'job-zones',
  'job zone of 11-9111.00',
  `select job_zone::text as value from onet_job_zone where file_id = $1 and occupation_code = '11-9111.00'`,
  '4',
);
const NEAREST = one(
  'related-occupations',
  'nearest to 11-9111.00',
  `select related_code as value from onet_related where file_id = $1 and occupation_code = '11-9111.00' and index = 1`,
  '15-1211.01',
);
const BACHELORS = rating('education-training-experience', ['11-9111.00', '2.D.1', 'RL', 6], '4643');

const FACTS: Readonly<Record<string, readonly SpotFact[]>> = {
  '29.0': [TITLE, OFFICE_MANAGER, JOB_ZONE, NEAREST, BACHELORS],
  '29.3': [
    TITLE,
    OFFICE_MANAGER,
    JOB_ZONE,
    NEAREST,
    BACHELORS,
    rating('skills', ['11-9111.00', '2.A.1.a', 'LV', null], '412'),
    rating('skills', ['11-9111.00', '2.B.3.e', 'IM', null], '200'),
    rating('knowledge', ['11-9111.00', '2.C.1.a', 'IM', null], '468'),
    rating('work-styles', ['11-9111.00', '1.C.5.c', 'IM', null], '481'),
    rating('interests', ['11-9111.00', '1.B.1.e', 'OI', null], '565'),
    rating('interests', ['11-9111.00', '1.B.1.g', 'IH', null], '500'),
  ],
};

export const spotFacts: Audit = {
  id: 'onet/spot-facts',
  level: 'MUST',
  title: 'Some values are those that were read in the published files by a person.',
  run: async ({ sql, release, roles }) => {
    const facts = FACTS[release];
    if (!facts) return { skipped: `No values of ${release} are typed into onet/spot-facts.ts.` };
    const examples: string[] = [];
    let checked = 0;
    for (const { role, what, query, expected } of facts) {
      const file = roles.get(role);
      if (file === undefined) continue;
      checked += 1;
      const [found] = await sql.query<{ value: string | null }>(query, [file]);
      const value = found ? found.value : null;
      if (value !== expected) examples.push(`${role}, ${what}: ${value ?? 'nothing'} instead of ${expected}.`);
    }
    return { checked, failures: examples.length, examples };
  },
};
