import { code, inSome, optional, text } from '@careergraph/extract';
import { afterAll, describe, expect, it } from 'vitest';
import { defineFile } from '../../src/define/define-file.js';
import { defineSource } from '../../src/define/define-source.js';
import { headerWith } from '../../src/define/find.js';
import { type Grid, loaded, TestFiles } from '../places/files.js';

const files = new TestFiles();
afterAll(() => files.remove());

/** Areas with everything that a file kind can have: lines above and below, a key of two fields, memory, an end. */
const areas = defineSource({
  name: 'areas',
  source: { id: 'test-areas', kind: 'AGENCY', name: 'Areas', publisher: 'A test', licence: 'None' },
  summary: 'areas',
  releaseKey: { pattern: /^\d{4}$/, example: '2024' },
  releaseHelp: 'Ask its publisher.',
  filesHelp: 'Give areas.xlsx.',
  isAccompanying: (name) => name === 'legend.txt',
  statedRelease: async (all) =>
    all.flatMap(({ archive }) => (archive ? [{ by: archive, release: archive.slice(0, 4) }] : [])),
  format: 1,
  describe: (release) => ({ label: release, citation: release, url: null, topCode: null }),
  files: [
    defineFile({
      what: 'the list of areas',
      role: async (file) => ((await file.first())?.state === undefined ? 'nation' : 'states'),
      find: headerWith(['Code', 'Name']),
      statedRelease: ({ above }) =>
        above.flatMap(({ cells }) => [{ by: 'its title', release: String(cells[0]).slice(-4) }]),
      layouts: [
        { name: 'with states', columns: { code: ['Code'], name: ['Name'], state: ['State'] }, ignored: ['Id'] },
        { name: 'without', columns: { code: ['Code'], name: ['Name', 'Title'] } },
      ],
      preamble: [/^Areas, \d{4}$/],
      notes: [/^Note:/],
      lastNote: /^Source:/,
      emptyText: 'n/a',
      cells: { code: code(2, 'code'), name: text, state: inSome(optional(text), 'US') },
      key: ['code', 'state'],
      memory: ({ layout, role }) => ({ layout: layout.name, role, names: [] as string[] }),
      row({ code: area, name, state }, out, { names }) {
        names.push(name);
        if (name === 'Bad') return out.fault('name', 'is bad.');
        out.add('FileArea', { code: area, kind: 'STATE', name, parentCode: state });
      },
      end(out, { layout, role, names }) {
        out.add('FileArea', { code: `${layout}, ${role}`, kind: 'NATION', name: names.join(' + '), parentCode: null });
      },
    }),
  ],
  audits: [],
  comparisons: [],
});

const load = async (content: string | Grid, release: string | null = null, name = 'areas.xlsx') =>
  loaded(areas, await files.make(name, content, 'Areas'), release);

const TITLE = ['Areas, 2024'];
const END: Grid = [['Note: a test.'], ['Source: a test.']];

describe('a file', () => {
  it('is read below its header, in its layout, with what is known at the end', async () => {
    const { part, rows, faults } = await load([TITLE, ['Code', 'Name'], ['01', 'A'], [2, ' B '], ...END]);
    expect(faults).toEqual([]);
    expect(part).toMatchObject({ release: '2024', role: 'nation' });
    expect(rows.FileArea?.map(({ code: area, name, parentCode }) => [area, name, parentCode])).toEqual([
      ['01', 'A', 'US'],
      ['02', 'B', 'US'],
      ['without, nation', 'A + B', null],
    ]);
  });

  it('has empty cells where the text edition says so', async () => {
    const { rows } = await load('Code,Name,State,Id\n01,A,n/a,7\nSource: x,,,\n', '2024', 'areas.csv');
    expect(rows.FileArea?.[0]).toMatchObject({ code: '01', parentCode: null });
  });

  it('reports a line that is not known, a cell outside, a repeated key, a fault of a row, and a missing end', async () => {
    const { faults, rows } = await load([
      ['Other title 2024'],
      ['Code', 'Name', 'State', null, 'Id'],
      ['01', 'A', 'OH'],
      ['01', 'B', 'OH'],
      ['01', 'C', 'FL'],
      ['02', 'Bad', 'FL'],
      ['02', 'D', 'FL', 'x'],
      ['03', 'E', 'FL', null, 1, 2],
      ['Continued'],
    ]);
    expect(faults).toEqual([
      'areas.xlsx, sheet "Areas", row 1, column A = "Other title 2024": is not a line that is known above the header.',
      'areas.xlsx, sheet "Areas", row 4, Code = "01": is a duplicate of row 3: 01, OH.',
      'areas.xlsx, sheet "Areas", row 6, Name = "Bad": is bad.',
      'areas.xlsx, sheet "Areas", row 7, column D = "x": is in a column without a header.',
      'areas.xlsx, sheet "Areas", row 8, column F = 2: is in a column without a header.',
      'areas.xlsx, sheet "Areas", row 9, column A = "Continued": is neither a row of the table nor a note that is known.',
      'areas.xlsx, sheet "Areas", row 9: is the last row, and the note that ends the table is missing: the file was cut off. Download it again.',
    ]);
    expect(rows.FileArea?.map(({ name }) => name)).toEqual(['A', 'C', 'A + C + Bad']);
  });

  it.each<[string, Grid, string | null, string]>([
    ['no known header', [['Code', 'Population']], '2024', 'areas.xlsx is not the list of areas. It begins with'],
    ['another column', [['Code', 'Name', 'Size']], '2024', 'column C = "Size": is not a column'],
    ['a column twice', [['Code', 'Name', 'Title']], '2024', 'is a duplicate of column B.'],
    [
      'two releases',
      [TITLE, ['Code', 'Name']],
      '2023',
      'is of 2024 according to its title, but of 2023 according to --release',
    ],
    ['no release', [['Code', 'Name']], null, 'Add it, as in --release 2024. Ask its publisher.'],
  ])('is refused with %s', async (_, rows, release, message) => {
    await expect(load(rows, release)).rejects.toThrow(message);
  });

  it('is of the release that the files together state, and files that accompany it are left out', async () => {
    const list = await files.make('areas.csv', 'Code,Name\n01,A\nSource: x,\n');
    const legend = await files.make('legend.txt', 'Codes have two digits.');
    const parts = await areas.recognize([legend, { ...list, archive: '2022.zip' }], { release: null });
    expect(parts.map(({ file, release }) => [file.name, release])).toEqual([['areas.csv', '2022']]);
    await expect(areas.recognize([legend], { release: '2024' })).rejects.toThrow(
      'No file with data was given, only files that accompany it: legend.txt. Give areas.xlsx.',
    );
  });

  it('waits where the sink asks it to, and loses no row', async () => {
    const file = await files.make('areas.csv', 'Code,Name\n01,A\n02,B\nSource: x,\n');
    const [part] = await areas.recognize([file], { release: '2024' });
    const events: string[] = [];
    await areas.load(part as NonNullable<typeof part>, {
      add: async (_, row) => {
        events.push(`add ${'name' in row ? row.name : ''}`);
        await Promise.resolve();
        events.push('sent');
      },
      fault: () => {},
      remark: () => {},
      topCode: () => {},
      progress: (rows) => events.push(`read ${rows}`),
    });
    expect(events).toEqual(['add A', 'sent', 'add B', 'sent', 'add A + B', 'sent', 'read 3']);
  });
});
