import { type SpotValue, spotValues } from '@careergraph/releases';

function rating(
  role: string,
  [code, element, scale, category]: readonly [string, string, string, number | null],
  printed: number,
): SpotValue {
  return {
    role,
    subject: `${code}, ${element}, ${scale}${category === null ? '' : `, category ${category}`}`,
    query: `select sheet, "row", (value_hundredths / 100.0)::float8 as "Data Value" from onet_rating
            where file_id = $1 and occupation_code = '${code}' and element_id = '${element}' and scale_id = '${scale}'
              and category is not distinct from ${category}`,
    expected: { 'Data Value': printed },
  };
}

const IN_ALL: readonly SpotValue[] = [
  {
    role: 'occupation-data',
    subject: '11-9111.00',
    query: `select sheet, "row", title as "Title" from file_occupation where file_id = $1 and code = '11-9111.00'`,
    expected: { Title: 'Medical and Health Services Managers' },
  },
  {
    role: 'alternate-titles',
    subject: 'Medical Office Manager',
    query: `select min(sheet) as sheet, min("row") as "row", string_agg(occupation_code, ',') as "O*NET-SOC Code"
            from occupation_title where file_id = $1 and title = 'Medical Office Manager'`,
    expected: { 'O*NET-SOC Code': '11-9111.00' },
  },
  {
    role: 'job-zones',
    subject: '11-9111.00',
    query: `select sheet, "row", job_zone as "Job Zone" from onet_job_zone
            where file_id = $1 and occupation_code = '11-9111.00'`,
    expected: { 'Job Zone': 4 },
  },
  {
    role: 'related-occupations',
    subject: 'the first one of 11-9111.00',
    query: `select sheet, "row", related_code as "Related O*NET-SOC Code" from onet_related
            where file_id = $1 and occupation_code = '11-9111.00' and index = 1`,
    expected: { 'Related O*NET-SOC Code': '15-1211.01' },
  },
  rating('education-training-experience', ['11-9111.00', '2.D.1', 'RL', 6], 46.43),
];

/** Typed from the published files, by release. */
const VALUES: Readonly<Record<string, readonly SpotValue[]>> = {
  '29.0': IN_ALL,
  '29.3': [
    ...IN_ALL,
    rating('skills', ['11-9111.00', '2.A.1.a', 'LV', null], 4.12),
    rating('skills', ['11-9111.00', '2.B.3.e', 'IM', null], 2),
    rating('knowledge', ['11-9111.00', '2.C.1.a', 'IM', null], 4.68),
    rating('work-styles', ['11-9111.00', '1.C.5.c', 'IM', null], 4.81),
    rating('interests', ['11-9111.00', '1.B.1.e', 'OI', null], 5.65),
    rating('interests', ['11-9111.00', '1.B.1.g', 'IH', null], 5),
  ],
};

export const spotFacts = spotValues(
  {
    id: 'onet/spot-facts',
    level: 'MUST',
    title: 'Values that a person read in the published files are the same in the database.',
  },
  (release) => VALUES[release] ?? [],
);
