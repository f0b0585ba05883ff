// node packages/content/scripts/write-starter.mjs <head.yaml> <workbook.xlsx>
// Writes the CSV file beside a head in packages/guides/starter: the rows that an import of the workbook loads, with the
// figures as published; of the SOC, the titles that the figures beside it need. Needs the build.
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { hybridsOf } from '@careergraph/domain';
import { oewsImporter, projectionsImporter, socImporter } from '@careergraph/sources';
import { parse } from 'yaml';
import {
  DASH,
  PROJECTION_FIGURES,
  PROJECTION_KINDS,
  topCodedMedian,
  WAGE_FIGURES,
  WAGE_MARKERS,
} from '../dist/starter/columns.js';
import { starterProjectionSchema, starterTitleSchema, starterWageSchema } from '../dist/starter/schema.js';

const [headPath, workbook] = process.argv.slice(2);
if (!headPath?.endsWith('.yaml') || !workbook) {
  fail('usage: node packages/content/scripts/write-starter.mjs <head.yaml> <workbook.xlsx>', 2);
}
const head = parse(await readFile(headPath, 'utf8'));
const sha256 = createHash('sha256')
  .update(await readFile(workbook))
  .digest('hex');
if (sha256 !== head.file?.sha256)
  fail(`${headPath}: file.sha256 is ${head.file?.sha256}, but ${workbook} has ${sha256}.`);

const kinds = {
  [oewsImporter.source.id]: {
    importer: oewsImporter,
    role: 'national',
    schema: starterWageSchema,
    table: 'WageEstimate',
    cells: wageCells,
  },
  [projectionsImporter.source.id]: {
    importer: projectionsImporter,
    role: 'national',
    schema: starterProjectionSchema,
    table: 'Projection',
    cells: projectionCells,
  },
  [socImporter.source.id]: {
    importer: socImporter,
    role: 'structure',
    schema: starterTitleSchema,
    table: 'FileOccupation',
    cells: ({ row, code, title, parentCode }) => ({ row, code, title, parent: parentCode }),
  },
};
const kind = kinds[head.source];
if (!kind) fail(`${headPath}: source is ${head.source}; expected one of ${Object.keys(kinds).join(', ')}.`);

const needed = kind.importer === socImporter ? await titlesNeeded(dirname(headPath)) : null;
const rows = { FileOccupation: [], [kind.table]: [] };
const file = { path: resolve(workbook), name: basename(workbook), sha256, archive: null };
await kind.importer.load(
  { file, release: head.release, role: kind.role },
  {
    add: (table, row) => {
      rows[table].push(row);
    },
    fault: ({ sheet, row, column, message }) => fail(`${workbook}, ${sheet}, row ${row}, ${column}: ${message}`),
    progress: () => {},
  },
);
const occupations = new Map(rows.FileOccupation.map((occupation) => [occupation.code, occupation]));
const columns = Object.keys(kind.schema.shape);
const lines = rows[kind.table]
  .filter(({ code, level }) => needed === null || (level === 'DETAILED' && needed.has(code)))
  .map((row) => {
    if (row.sheet !== head.file.sheet)
      fail(`${headPath}: file.sheet is ${head.file.sheet}, but the rows are in ${row.sheet}.`);
    const cells = kind.cells(row, occupations.get(row.occupationCode));
    return columns.map((column) => quoted(cells[column])).join();
  });
const csvPath = headPath.replace(/\.yaml$/, '.csv');
await writeFile(csvPath, `${[columns.join(), ...lines].join('\n')}\n`);
console.log(`${csvPath}: ${lines.length} rows.`);

/**
 * The occupations that the starter figures have only together with others, and those that only the projections have, whose
 * titles are in sentence case.
 */
async function titlesNeeded(folder) {
  const heads = (await readdir(folder)).filter((name) => /^(oews|projections)-.*\.yaml$/.test(name));
  const lists = await Promise.all(
    heads.map(async (name) => {
      const { release } = parse(await readFile(join(folder, name), 'utf8'));
      const csv = await readFile(join(folder, name.replace(/\.yaml$/, '.csv')), 'utf8');
      const codes = csv.split('\n').map((line) => line.split(',')[1]);
      return { release, codes: new Set(codes), isOfWages: name.startsWith('oews-') };
    }),
  );
  const codesOf = (lists) => lists.flatMap(({ codes }) => [...codes]);
  const withWages = new Set(codesOf(lists.filter(({ isOfWages }) => isOfWages)));
  return new Set([
    ...lists.flatMap(({ release, codes }) => [...hybridsOf(release, codes).keys()]),
    ...codesOf(lists).filter((code) => !withWages.has(code)),
  ]);
}

function wageCells(wage, { title, level }) {
  const markers = Object.fromEntries(Object.entries(WAGE_MARKERS).map(([printed, marker]) => [marker, printed]));
  return {
    row: wage.row,
    code: wage.occupationCode,
    title,
    level: level.toLowerCase(),
    ...figures(WAGE_FIGURES, wage, (marker) => markers[marker]),
    only: wage.annualOnly ? 'ANNUAL' : wage.hourlyOnly ? 'HOURLY' : '',
  };
}

function projectionCells(projection, { title, parentCode }) {
  const topCode = head.topCode && topCodedMedian(head.topCode.annualUsd);
  return {
    row: projection.row,
    code: projection.occupationCode,
    title,
    parent: parentCode ?? '',
    type: Object.keys(PROJECTION_KINDS).find((type) => PROJECTION_KINDS[type] === projection.kind),
    ...figures(PROJECTION_FIGURES, projection, (marker) => (marker === 'TOP_CODED' ? topCode : DASH)),
    entryEducation: projection.entryEducation ?? DASH,
    workExperience: projection.workExperience ?? DASH,
    onTheJobTraining: projection.onTheJobTraining ?? DASH,
  };
}

function figures(columns, row, printedOf) {
  return Object.fromEntries(
    Object.entries(columns).map(([column, { value, marker, perUnit }]) => [
      column,
      row[value] === null ? printedOf(row[marker]) : row[value] / perUnit,
    ]),
  );
}

function quoted(cell) {
  return /[",\n]/.test(cell) ? `"${String(cell).replaceAll('"', '""')}"` : cell;
}

function fail(message, code = 1) {
  console.error(message);
  process.exit(code);
}
