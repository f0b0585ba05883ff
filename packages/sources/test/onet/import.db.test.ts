import { type OpenDatabase, openDatabase } from '@careergraph/db';
import type { AuditEntry } from '@careergraph/domain';
import { type ImportResult, importParts } from '@careergraph/releases';
import { createTestDatabase, type TestDatabase } from '@careergraph/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onetImporter } from '../../src/onet/index.js';
import { type Cells, changed, type Edition, type Files, OLD, partsOf, RENAMED, writeEdition } from './fixture.js';

let made: TestDatabase;
let database: OpenDatabase;
beforeAll(async () => {
  made = await createTestDatabase('migrated');
  database = await openDatabase(made.location);
});
afterAll(async () => {
  await database.close();
  await made.remove();
});

const query = <Row extends object>(sql: string, parameters: readonly unknown[] = []) =>
  database.session((session) => session.query<Row>(sql, parameters));

async function importFiles(files: Files, release: string, edition: Edition = 'txt'): Promise<ImportResult> {
  const parts = await partsOf(await writeEdition(files, edition, release));
  return importParts(database, onetImporter, parts, { cause: 'a test', url: null });
}

const TABLES = [
  'source',
  'release',
  'file',
  'activation',
  'file_occupation',
  'occupation_title',
  'onet_task',
  'onet_rating',
  'onet_technology',
  'onet_job_zone',
  'onet_related',
  'onet_element',
  'onet_scale',
  'onet_category',
  'onet_job_zone_name',
];
const counts = async () => {
  const each = TABLES.map((table) => `select '${table}' as name, count(*)::int as rows from ${table}`);
  const rows = await query<{ name: string; rows: number }>(each.join(' union all '));
  return Object.fromEntries(rows.map(({ name, rows: count }) => [name, count]));
};
const outcomes = ({ audit }: ImportResult) =>
  Object.fromEntries((audit?.audits ?? []).map((entry: AuditEntry) => [entry.id, entry.outcome]));
const refusal = async (work: Promise<unknown>) => {
  try {
    await work;
  } catch (error) {
    return (error as Error).message;
  }
  return 'not refused';
};
const rowsOf = (name: string) => OLD[name] as readonly Cells[];

describe('importing a release', () => {
  it('writes its rows, passes its audits and lets it answer', async () => {
    const result = await importFiles(OLD, '28.3');
    expect(result).toMatchObject({
      source: 'onet',
      release: '28.3',
      label: 'O*NET 28.3 Database',
      outcome: 'IMPORTED',
      status: 'ACTIVE',
    });
    expect(outcomes(result)).toEqual({
      'onet/occupation-data': 'PASSED',
      'onet/codes-known': 'PASSED',
      'onet/parents-are-soc': 'SKIPPED',
      'onet/one-job-zone': 'PASSED',
      'onet/scales-known': 'PASSED',
      'onet/scale-bounds': 'PASSED',
      'onet/elements-known': 'PASSED',
      'onet/categories-known': 'PASSED',
      'onet/category-sums': 'PASSED',
      'onet/spot-facts': 'SKIPPED',
      'onet/parts-kept': 'SKIPPED',
      'onet/row-count': 'SKIPPED',
      'onet/coverage': 'SKIPPED',
    });
    expect(await counts()).toMatchObject({
      source: 1,
      release: 1,
      file: 16,
      file_occupation: 3,
      occupation_title: 4,
      onet_task: 2,
      onet_rating: 10,
      onet_technology: 1,
      onet_job_zone: 2,
      onet_related: 2,
      onet_element: 10,
      onet_scale: 6,
      onet_category: 3,
      onet_job_zone_name: 2,
    });
    expect(
      await query(
        `select element_id, scale_id, category, value_hundredths, lower_ten_thousandths, recommend_suppress, not_relevant, date
         from onet_rating join file on file.id = file_id where role = 'skills' order by row`,
      ),
    ).toEqual([
      {
        element_id: '2.A.1.a',
        scale_id: 'IM',
        category: null,
        value_hundredths: 400,
        lower_ten_thousandths: 40000,
        recommend_suppress: false,
        not_relevant: null,
        date: '2022-08',
      },
      {
        element_id: '2.A.1.a',
        scale_id: 'LV',
        category: null,
        value_hundredths: 412,
        lower_ten_thousandths: 38800,
        recommend_suppress: true,
        not_relevant: false,
        date: '2022-08',
      },
      {
        element_id: '2.B.3.e',
        scale_id: 'LV',
        category: null,
        value_hundredths: 138,
        lower_ten_thousandths: 6400,
        recommend_suppress: false,
        not_relevant: true,
        date: '2022-08',
      },
    ]);
    expect(
      await query(`select kind::text, title, short_title, sources from occupation_title order by kind, title`),
    ).toEqual([
      { kind: 'ALTERNATE', title: 'Medical Office Manager', short_title: null, sources: ['09'] },
      { kind: 'ALTERNATE', title: 'Staff Nurse (SN)', short_title: 'SN', sources: ['02', '10'] },
      { kind: 'REPORTED', title: 'Charge Nurse', short_title: null, sources: [] },
      { kind: 'REPORTED', title: 'Ward "B" Nurse', short_title: null, sources: [] },
    ]);
    expect(await query(`select licence, attribution from source where id = 'onet'`)).toEqual([
      {
        licence: 'CC BY 4.0',
        attribution:
          'This page includes information from the O*NET Database by the U.S. Department of Labor, Employment and Training Administration (USDOL/ETA). Used under the CC BY 4.0 license. O*NET® is a trademark of USDOL/ETA.',
      },
    ]);
  });

  it('twice changes nothing', async () => {
    const before = await counts();
    expect((await importFiles(OLD, '28.3')).outcome).toBe('UNCHANGED');
    expect(await counts()).toEqual(before);
  });

  it('from 30.3 on compares with the one before by subject, whatever the files are called', async () => {
    const result = await importFiles(RENAMED, '30.3', 'xlsx');
    expect(result.status).toBe('ACTIVE');
    const rowCount = result.audit?.audits.find(({ id }) => id === 'onet/row-count');
    expect(rowCount).toMatchObject({
      outcome: 'FAILED',
      failures: 2,
      examples: ['Job Titles.xlsx: has 1 rows, and 2 in 28.3.', 'Scales Reference.xlsx: has 7 rows, and 6 in 28.3.'],
    });
    const coverage = result.audit?.audits.find(({ id }) => id === 'onet/coverage');
    expect(coverage).toMatchObject({
      outcome: 'FAILED',
      examples: ['Job Titles.xlsx: has no 29-1141.00, which 28.3 has.'],
    });
    expect(
      await query(
        `select commodity_code, commodity_title, element_id from onet_technology where element_id is not null`,
      ),
    ).toEqual([{ commodity_code: null, commodity_title: null, element_id: '2.E.5.b' }]);
    expect(await query(`select value_hundredths from onet_rating where scale_id = 'WI'`)).toEqual([
      { value_hundredths: -142 },
    ]);
  });

  it('may come in parts, once Occupation Data is there', async () => {
    const { 'Occupation Data': occupations = [], 'Job Zones': zones = [] } = OLD;
    expect(await refusal(importFiles({ 'Job Zones': zones }, '27.0'))).toContain('onet/occupation-data');
    expect(outcomes(await importFiles({ 'Occupation Data': occupations }, '27.0'))).toMatchObject({
      'onet/one-job-zone': 'SKIPPED',
      'onet/scale-bounds': 'SKIPPED',
    });
    expect(outcomes(await importFiles({ 'Job Zones': zones }, '27.0'))).toMatchObject({
      'onet/codes-known': 'PASSED',
      'onet/one-job-zone': 'PASSED',
    });
  });
});

describe('refused, with every table as it was, is a release', () => {
  const withRows = (name: string, rows: readonly Cells[]): Files => ({ ...OLD, [name]: rows });

  it.each<[string, Files, string]>([
    [
      'whose rating is of an occupation that is not in Occupation Data',
      withRows('Skills', changed(rowsOf('Skills'), 3, 'O*NET-SOC Code', '11-9199.00')),
      'onet/codes-known: Every code in every table is in Occupation Data. (1 failures)\n' +
        '    Skills.txt, sheet "Skills", row 3, O*NET-SOC Code = "11-9199.00": is not in Occupation Data.',
    ],
    [
      'whose related occupation is not in Occupation Data',
      withRows(
        'Related Occupations',
        changed(rowsOf('Related Occupations'), 2, 'Related O*NET-SOC Code', '11-9199.00'),
      ),
      'Related Occupations.txt, sheet "Related Occupations", row 2, Related O*NET-SOC Code = "11-9199.00": is not in Occupation Data.',
    ],
    [
      'whose rating is out of the bounds of its scale',
      withRows('Skills', changed(rowsOf('Skills'), 2, 'Data Value', 5.5)),
      'Skills.txt, sheet "Skills", row 2, Data Value = "5.50": is not from 1 to 5, the bounds of IM.',
    ],
    [
      'whose rating is on an unknown scale',
      withRows('Skills', changed(rowsOf('Skills'), 2, 'Scale ID', 'XX')),
      'Skills.txt, sheet "Skills", row 2, Scale ID = "XX": is not in the Scales Reference.',
    ],
    [
      'whose rating is of an unknown element',
      withRows('Skills', changed(rowsOf('Skills'), 2, 'Element ID', '9.A')),
      'Skills.txt, sheet "Skills", row 2, Element ID = "9.A": is not in the Content Model Reference.',
    ],
    [
      'whose category has no description',
      withRows(
        'Education, Training, and Experience',
        changed(rowsOf('Education, Training, and Experience'), 3, 'Category', 9),
      ),
      'row 3, Category = 9: has no description for 2.D.1 on the scale RL.',
    ],
    [
      'whose job zone has no meaning',
      withRows('Job Zones', changed(rowsOf('Job Zones'), 2, 'Job Zone', 5)),
      'Job Zones.txt, sheet "Job Zones", row 2, Job Zone = 5: is not in the Job Zone Reference.',
    ],
    [
      'with an unknown marker in its last file',
      withRows('Work Styles', changed(rowsOf('Work Styles'), 2, 'Data Value', '#')),
      'Work Styles.txt, row 2, Data Value = "#": is not a number with up to two decimal places.',
    ],
    [
      'with a file of a header alone',
      withRows('Skills', rowsOf('Skills').slice(0, 1)),
      'Skills.txt has no rows of data',
    ],
    [
      'with an unknown column',
      withRows(
        'Job Zones',
        rowsOf('Job Zones').map((cells, index) => [...cells, index === 0 ? 'Mood' : 'good']),
      ),
      'Job Zones.txt, row 1, column E = "Mood": is not a column that this importer knows.',
    ],
  ])('%s', async (_what, files, message) => {
    const before = await counts();
    expect(await refusal(importFiles(files, '28.2'))).toContain(message);
    expect(await counts()).toEqual(before);
  });

  it('whose files are others under a known number', async () => {
    const before = await counts();
    const files = withRows('Job Zones', changed(rowsOf('Job Zones'), 2, 'Job Zone', 3));
    expect(await refusal(importFiles(files, '28.3'))).toContain(
      'Job Zones.txt is not the file that onet/28.3 was loaded from',
    );
    expect(await counts()).toEqual(before);
  });

  it('whose code is below none of the SOC, once the SOC is loaded', async () => {
    await loadSoc(['11-9111', '29-1141']);
    expect(outcomes(await importFiles(OLD, '28.1'))).toMatchObject({ 'onet/parents-are-soc': 'PASSED' });
    const before = await counts();
    const files = withRows('Occupation Data', [...rowsOf('Occupation Data'), ['29-9999.01', 'Healers', 'Made up.']]);
    expect(await refusal(importFiles(files, '28.0'))).toContain(
      'Occupation Data.txt, sheet "Occupation Data", row 5, O*NET-SOC Code = "29-9999.01": is below 29-9999, which is not a detailed occupation of the SOC.',
    );
    expect(await counts()).toEqual(before);
  });

  it('but sums of percentages that are off are only reported', async () => {
    const files = withRows(
      'Education, Training, and Experience',
      changed(rowsOf('Education, Training, and Experience'), 3, 'Data Value', 53),
    );
    const result = await importFiles(files, '27.3');
    expect(result.status).toBe('SUPERSEDED');
    expect(result.audit?.audits.find(({ id }) => id === 'onet/category-sums')).toMatchObject({
      level: 'SHOULD',
      outcome: 'FAILED',
      failures: 1,
      examples: [
        'Education, Training, and Experience.txt, sheet "Education, Training, and Experience", row 2, Data Value = "99.43": is the sum of 11-9111.00, 2.D.1, RL.',
      ],
    });
  });
});

/** The SOC as its importer would leave it, as far as the audit looks at it. */
async function loadSoc(codes: readonly string[]): Promise<void> {
  await database.session(async (session) => {
    await session.query(
      `insert into source (id, kind, name, publisher, licence) values ('bls-soc', 'AGENCY', 'SOC', 'BLS', 'US public domain')`,
    );
    const [file] = await session.query<{ id: number }>(
      `insert into file (source_id, release_key, role, name, sha256, edition, content_sha256, rows)
       values ('bls-soc', '2018', 'structure', 'soc.xlsx', 'x', 'published', 'x', 2) returning id`,
    );
    const [release] = await session.query<{ id: number }>(
      `insert into release (source_id, key, revision, label, status, citation, content_sha256, audit)
       values ('bls-soc', '2018', 1, 'SOC 2018', 'ACTIVE', 'SOC', 'x', '{}') returning id`,
    );
    await session.query('insert into release_file (release_id, file_id) values ($1, $2)', [release?.id, file?.id]);
    for (const code of codes) {
      await session.query(
        `insert into file_occupation (file_id, code, title, level, sheet, row) values ($1, $2, $2, 'DETAILED', 'soc', 1)`,
        [file?.id, code],
      );
    }
  });
}
