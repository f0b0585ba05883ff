import { describe, expect, it } from 'vitest';
import { changed, type Edition, loadFile, OLD, RENAMED } from './fixture.js';

const rowsOf = async (name: string, edition: Edition, files = OLD, release = '29.3') => {
  const { rows, faults } = await loadFile(name, files[name] ?? [], edition, release);
  expect(faults).toEqual([]);
  return rows;
};

describe.each(['txt', 'xlsx'] as const)('rows of the edition in .%s', (edition) => {
  it('are occupations below their SOC occupation', async () => {
    const [manager, , acute] = await rowsOf('Occupation Data', edition);
    expect(manager).toEqual({
      code: '11-9111.00',
      title: 'Medical and Health Services Managers',
      level: 'ONET',
      parentCode: '11-9111',
      definition: 'Made-up description of managers.',
      sheet: 'Occupation Data',
      row: 2,
    });
    expect(acute).toMatchObject({ code: '29-1141.01', level: 'ONET', parentCode: '29-1141' });
  });

  it('are titles with their sources', async () => {
    const common = { sheet: 'Alternate Titles', kind: 'ALTERNATE', shownInMyNextMove: null };
    expect(await rowsOf('Alternate Titles', edition)).toEqual([
      {
        ...common,
        row: 2,
        occupationCode: '11-9111.00',
        title: 'Medical Office Manager',
        shortTitle: null,
        sources: ['09'],
      },
      {
        ...common,
        row: 3,
        occupationCode: '29-1141.00',
        title: 'Staff Nurse (SN)',
        shortTitle: 'SN',
        sources: ['02', '10'],
      },
    ]);
    expect(await rowsOf('Sample of Reported Titles', edition)).toMatchObject([
      { kind: 'REPORTED', title: 'Charge Nurse', sources: [], shownInMyNextMove: true },
      { kind: 'REPORTED', title: 'Ward "B" Nurse', sources: [], shownInMyNextMove: false },
    ]);
  });

  it('are tasks, with null where the publication has nothing', async () => {
    expect(await rowsOf('Task Statements', edition)).toMatchObject([
      {
        taskId: 46,
        task: 'Made-up task.',
        type: 'Core',
        incumbentsResponding: 28,
        date: '2022-08',
        domainSource: 'Occupational Expert',
      },
      { taskId: 99, task: 'Another made-up task.', type: null, incumbentsResponding: null, date: '2020-11' },
    ]);
  });

  it('are ratings in hundredths with their statistics and flags, suppressed ones too', async () => {
    const common = {
      occupationCode: '11-9111.00',
      category: null,
      date: '2022-08',
      domainSource: 'Analyst',
      sampleSize: 8,
    };
    expect(await rowsOf('Skills', edition)).toEqual([
      {
        ...common,
        sheet: 'Skills',
        row: 2,
        elementId: '2.A.1.a',
        scaleId: 'IM',
        valueHundredths: 400,
        standardErrorTenThousandths: 0,
        lowerTenThousandths: 40000,
        upperTenThousandths: 40000,
        recommendSuppress: false,
        notRelevant: null,
      },
      {
        ...common,
        sheet: 'Skills',
        row: 3,
        elementId: '2.A.1.a',
        scaleId: 'LV',
        valueHundredths: 412,
        standardErrorTenThousandths: 1250,
        lowerTenThousandths: 38800,
        upperTenThousandths: 43700,
        recommendSuppress: true,
        notRelevant: false,
      },
      {
        ...common,
        sheet: 'Skills',
        row: 4,
        elementId: '2.B.3.e',
        scaleId: 'LV',
        valueHundredths: 138,
        standardErrorTenThousandths: 3750,
        lowerTenThousandths: 6400,
        upperTenThousandths: 21125,
        recommendSuppress: false,
        notRelevant: true,
      },
    ]);
  });

  it('are percentages of categories, work styles and interests with their high points', async () => {
    expect(await rowsOf('Education, Training, and Experience', edition)).toMatchObject([
      { scaleId: 'RL', category: 1, valueHundredths: 4643, sampleSize: 28, recommendSuppress: null, notRelevant: null },
      { scaleId: 'RL', category: 2, valueHundredths: 5357, lowerTenThousandths: 6307, upperTenThousandths: 255524 },
      { scaleId: 'RW', category: 1, valueHundredths: 10000 },
    ]);
    expect(await rowsOf('Work Styles', edition)).toMatchObject([
      { scaleId: 'IM', valueHundredths: 481, sampleSize: 27 },
    ]);
    expect(await rowsOf('Interests', edition)).toMatchObject([
      { elementId: '1.B.1.e', scaleId: 'OI', valueHundredths: 565, sampleSize: null, date: '2023-11' },
      { elementId: '1.B.1.g', scaleId: 'IH', valueHundredths: 500 },
    ]);
  });

  it('are technology, job zones and related occupations', async () => {
    expect(await rowsOf('Technology Skills', edition)).toEqual([
      {
        sheet: 'Technology Skills',
        row: 2,
        occupationCode: '11-9111.00',
        example: 'Microsoft Excel',
        commodityCode: 43232110,
        commodityTitle: 'Spreadsheet software',
        elementId: null,
        hot: true,
        inDemand: false,
      },
    ]);
    expect(await rowsOf('Job Zones', edition)).toMatchObject([{ jobZone: 4, date: '2022-08' }, { jobZone: 3 }]);
    expect(await rowsOf('Related Occupations', edition)).toMatchObject([
      { occupationCode: '29-1141.00', relatedCode: '29-1141.01', tier: 'Primary-Short', index: 1 },
      { occupationCode: '29-1141.00', relatedCode: '11-9111.00', tier: 'Supplemental', index: 2 },
    ]);
  });

  it('have an apostrophe where a name of software has a character reference', async () => {
    const rows = changed(OLD['Technology Skills'] ?? [], 2, 'Example', 'Tradesman&apos;s Software');
    expect(await rowsOf('Technology Skills', edition, { 'Technology Skills': rows })).toMatchObject([
      { example: "Tradesman's Software" },
    ]);
  });

  it('are the references', async () => {
    const elements = await rowsOf('Content Model Reference', edition);
    expect(elements[0]).toEqual({ row: 2, elementId: '2', name: 'Worker Requirements', description: null });
    expect((await rowsOf('Scales Reference', edition))[1]).toEqual({
      row: 3,
      scaleId: 'LV',
      name: 'Level',
      minimum: 0,
      maximum: 7,
    });
    expect((await rowsOf('Education, Training, and Experience Categories', edition))[1]).toEqual({
      row: 3,
      elementId: '2.D.1',
      scaleId: 'RL',
      category: 2,
      description: 'A degree',
    });
    expect((await rowsOf('Job Zone Reference', edition))[1]).toEqual({
      row: 3,
      jobZone: 4,
      name: 'Zone Four',
      experience: 'Much',
      education: 'A college',
      jobTraining: 'Years',
      svpRange: '(7.0 to < 8.0)',
    });
  });

  it('are the same of 30.3, with an element in place of a commodity and impacts below zero', async () => {
    const later = (name: string) => rowsOf(name, edition, RENAMED, '30.3');
    expect(await later('Software Skills')).toMatchObject([
      {
        example: 'Microsoft Excel',
        commodityCode: null,
        commodityTitle: null,
        elementId: '2.E.5.b',
        hot: true,
        inDemand: false,
      },
    ]);
    expect(await later('Work Styles')).toMatchObject([
      { scaleId: 'WI', valueHundredths: -142, sampleSize: null, recommendSuppress: null, date: '2025-12' },
    ]);
    expect(await later('Job Titles')).toMatchObject([{ kind: 'ALTERNATE', title: 'Medical Office Manager' }]);
    expect(await later('Transferable Skills')).toMatchObject([{ elementId: '2.B.3.e', valueHundredths: 138 }]);
    expect(await later('Education')).toMatchObject([{ category: 1, valueHundredths: 4643 }, { category: 2 }]);
  });
});
