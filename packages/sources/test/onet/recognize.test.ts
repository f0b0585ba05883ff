import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zipOf } from '@careergraph/testkit/files';
import { describe, expect, it } from 'vitest';
import { newFolder, OLD, partsOf, RENAMED, textOf, writeEdition } from './fixture.js';

const occupations = textOf(OLD['Occupation Data'] ?? []);
const rolesOf = async (folder: string, release: string | null = null) =>
  (await partsOf(folder, release)).map(({ file, role, release: of }) => [file.name, role, of]);

describe('parts of a release', () => {
  it('are told by the names of the files up to 30.2', async () => {
    expect(await rolesOf(await writeEdition(OLD, 'xlsx', '29.3'))).toEqual([
      ['Alternate Titles.xlsx', 'alternate-titles', '29.3'],
      ['Content Model Reference.xlsx', 'content-model-reference', '29.3'],
      ['Education, Training, and Experience Categories.xlsx', 'ete-categories', '29.3'],
      ['Education, Training, and Experience.xlsx', 'education-training-experience', '29.3'],
      ['Interests.xlsx', 'interests', '29.3'],
      ['Job Zone Reference.xlsx', 'job-zone-reference', '29.3'],
      ['Job Zones.xlsx', 'job-zones', '29.3'],
      ['Knowledge.xlsx', 'knowledge', '29.3'],
      ['Occupation Data.xlsx', 'occupation-data', '29.3'],
      ['Related Occupations.xlsx', 'related-occupations', '29.3'],
      ['Sample of Reported Titles.xlsx', 'reported-titles', '29.3'],
      ['Scales Reference.xlsx', 'scales-reference', '29.3'],
      ['Skills.xlsx', 'skills', '29.3'],
      ['Task Statements.xlsx', 'task-statements', '29.3'],
      ['Technology Skills.xlsx', 'technology-skills', '29.3'],
      ['Work Styles.xlsx', 'work-styles', '29.3'],
    ]);
  });

  it('are told by the names of the files from 30.3 on', async () => {
    const roles = await rolesOf(await writeEdition(RENAMED, 'txt', '30.3'));
    expect(roles.filter(([, role]) => /skills|educ|train|interest|alternate/.test(role ?? ''))).toEqual([
      ['Career Interest Types.txt', 'interests', '30.3'],
      ['Education Categories.txt', 'education-categories', '30.3'],
      ['Education.txt', 'education', '30.3'],
      ['Essential Skills.txt', 'essential-skills', '30.3'],
      ['Job Titles.txt', 'alternate-titles', '30.3'],
      ['Software Skills.txt', 'technology-skills', '30.3'],
      ['Training and Experience Categories.txt', 'training-and-experience-categories', '30.3'],
      ['Training and Experience.txt', 'training-and-experience', '30.3'],
      ['Transferable Skills.txt', 'transferable-skills', '30.3'],
    ]);
  });

  it('leave out files that accompany the database', async () => {
    const folder = await writeEdition(
      { 'Occupation Data': OLD['Occupation Data'] ?? [], Abilities: [['x']] },
      'txt',
      '29.3',
    );
    expect(await rolesOf(folder)).toEqual([['Occupation Data.txt', 'occupation-data', '29.3']]);
  });

  it('are found in the published zip, whose name tells the release', async () => {
    const path = join(await newFolder(), 'db_29_3_text.zip');
    await writeFile(path, await zipOf({ 'db_29_3_text/Occupation Data.txt': occupations }));
    expect(await rolesOf(path)).toEqual([['Occupation Data.txt', 'occupation-data', '29.3']]);
  });

  it('are of the release that their folder is named after', async () => {
    const folder = await newFolder('db_30_1_text');
    await writeFile(join(folder, 'Occupation Data.txt'), occupations);
    expect(await rolesOf(folder)).toEqual([['Occupation Data.txt', 'occupation-data', '30.1']]);
  });

  it('may be one file with the release that the operator names', async () => {
    const path = join(await newFolder(), 'Occupation Data.txt');
    await writeFile(path, occupations);
    expect(await rolesOf(path, '29.0')).toEqual([['Occupation Data.txt', 'occupation-data', '29.0']]);
  });
});

describe('refused', () => {
  const refusal = async (folder: string, release: string | null = null) => {
    try {
      await partsOf(folder, release);
    } catch (error) {
      return (error as Error).message;
    }
    return 'not refused';
  };

  it('is a file without any word on its release', async () => {
    const path = join(await newFolder(), 'Occupation Data.txt');
    await writeFile(path, occupations);
    expect(await refusal(path)).toBe(
      'Occupation Data.txt does not say which release it is. Add it, as in --release 29.3. Or give the Read Me with the files: it has the number.',
    );
  });

  it('is a release other than the one that was asked for', async () => {
    expect(await refusal(await writeEdition(OLD, 'txt', '29.3'), '29.0')).toBe(
      'Alternate Titles.txt is of 29.3 according to Read Me.txt, but of 29.0 according to --release. Nothing was changed: find out which is right.',
    );
  });

  it('is a file of another source, by its name', async () => {
    const folder = await newFolder('db_29_3_text');
    await writeFile(join(folder, 'Occupation Data.txt'), occupations);
    await writeFile(join(folder, 'national_M2024_dl.csv'), 'AREA,OCC_CODE\n99,00-0000\n');
    expect(await refusal(folder)).toBe(
      'national_M2024_dl.csv is not a known file of the O*NET database. It seems to be wages (OEWS): import it with "oews".',
    );
  });

  it('is the CSV edition, by its name', async () => {
    const folder = await newFolder('db_30_3_csv');
    await writeFile(join(folder, 'job_titles.csv'), 'x');
    expect(await refusal(folder)).toMatch(
      /^job_titles.csv is not a known file of the O\*NET database\..* Give the Text or Excel edition/,
    );
  });

  it('is a file that only accompanies the database', async () => {
    expect(await refusal(await writeEdition({ Abilities: [['x']] }, 'txt', '29.3'))).toMatch(
      /^No file with data was given, only files that accompany it: Abilities.txt, Read Me.txt\. Give the Text/,
    );
  });

  it.each([
    ['Skills', '30.3', 'Skills.txt is a file of releases before 30.3, and this is release 30.3.'],
    ['Software Skills', '30.2', 'Software Skills.txt is a file of releases from 30.3 on, and this is release 30.2.'],
  ])('is %s in %s', async (name, release, message) => {
    expect(await refusal(await writeEdition({ [name]: [['x']] }, 'txt', release))).toContain(message);
  });

  it("is another publisher's Read Me", async () => {
    const folder = await writeEdition(OLD, 'txt', '29.3');
    await writeFile(join(folder, 'Read Me.txt'), 'Welcome!');
    expect(await refusal(folder)).toMatch(/^Read Me.txt does not begin with "O\*NET … Database"/);
  });

  it('is a release of a form that is not known', async () => {
    expect(await refusal(await writeEdition(OLD, 'txt', '5.1'))).toBe(
      'Alternate Titles.txt is of 5.1 according to Read Me.txt, which is not a release of this source, such as 29.3.',
    );
  });
});
