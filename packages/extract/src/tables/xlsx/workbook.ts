import { posix } from 'node:path';
import { TableError } from '../errors.js';
import type { Sheet, Table } from '../table.js';
import { type Archive, type Member, openZip } from '../zip.js';
import { scan } from './scan.js';
import { readSheetRows } from './sheet-rows.js';
import { readSharedStrings } from './strings.js';

const AGAIN = 'Download it again.';

interface Relation {
  readonly type: string;
  readonly part: string;
}

/** Opens an Excel workbook (.xlsx). Its strings are read at the first row that is asked for, and kept until it is closed. */
export async function openWorkbook(path: string, file: string): Promise<Table> {
  const archive = await openZip(path, file);
  try {
    return await workbookOf(archive, file);
  } catch (error) {
    archive.close();
    throw error;
  }
}

async function workbookOf(archive: Archive, file: string): Promise<Table> {
  const members = new Map<string, Member>();
  for (const member of archive.members) {
    // Part names are compared without regard to case (ECMA-376, part 2).
    const key = member.path.toLowerCase();
    if (members.has(key)) throw new TableError({ file }, `has "${member.path}" twice. ${AGAIN}`);
    members.set(key, member);
  }
  const main = await mainPart(members, file);
  const relations = await relationsOf(main.path, members, file);
  const parts: { readonly name: string; readonly member: Member }[] = [];
  for (const { name, id } of await listedSheets(main, file)) {
    const relation = relations.get(id);
    const member = relation && members.get(relation.part.toLowerCase());
    if (member === undefined) {
      throw new TableError({ file, sheet: name }, `is listed, but the workbook does not hold it. ${AGAIN}`);
    }
    // A sheet that is only a chart has no rows; its parts are of another kind.
    if (relation?.type === 'worksheet') parts.push({ name, member });
  }
  if (parts.length === 0) throw new TableError({ file }, `is a workbook without sheets. ${AGAIN}`);

  const stringsPart = [...relations.values()].find(({ type }) => type === 'sharedStrings');
  const stringsMember = stringsPart && members.get(stringsPart.part.toLowerCase());
  if (stringsPart && !stringsMember) {
    throw new TableError({ file }, `lists shared strings (${stringsPart.part}), but does not hold them. ${AGAIN}`);
  }
  let strings: Promise<readonly string[]> | undefined;
  let closed = false;
  const sheets = parts.map(({ name, member }): Sheet => {
    let expected: number | null = null;
    return {
      name,
      get rowsExpected() {
        return expected;
      },
      async *rows() {
        if (closed) throw new Error(`${file} was closed before sheet "${name}" was read.`);
        strings ??= stringsMember ? readSharedStrings(stringsMember, file) : Promise.resolve([]);
        yield* readSheetRows(member, await strings, file, name, (rows) => {
          expected = rows;
        });
      },
    };
  });
  return {
    kind: 'xlsx',
    sheets,
    close: async () => {
      if (closed) return;
      closed = true;
      strings = undefined;
      archive.close();
    },
  };
}

async function mainPart(members: ReadonlyMap<string, Member>, file: string): Promise<Member> {
  const refuse = (found: string) => new TableError({ file }, found);
  if (members.has('xl/workbook.bin'))
    throw refuse('is a binary workbook (.xlsb). Save it as an Excel workbook (.xlsx).');
  if (!members.has('[content_types].xml')) {
    if (members.has('mimetype')) throw refuse('is an OpenDocument file. Save it as an Excel workbook (.xlsx).');
    throw refuse('is a zip archive, not a workbook. Unpack it and give the workbooks or text files in it.');
  }
  for (const { type, part } of (await relationsOf('', members, file)).values()) {
    const member = members.get(part.toLowerCase());
    if (type === 'officeDocument' && member && !/(^|\/)(word|ppt)\//.test(part)) return member;
  }
  throw refuse('is an Office file without a workbook in it. Save the table as an Excel workbook (.xlsx).');
}

/** The sheets in the order of their tabs, hidden ones included. */
async function listedSheets(main: Member, file: string): Promise<readonly { name: string; id: string }[]> {
  const sheets: { name: string; id: string }[] = [];
  const found = scan(
    main,
    {
      wantsText: () => false,
      open: (name, tag) => {
        if (name !== 'sheet') return;
        const [title, id] = [tag.attribute('name'), tag.attribute(':id')];
        if (title === undefined || id === undefined) {
          throw new TableError({ file }, `lists a sheet without a name or an id in ${main.path}. ${AGAIN}`);
        }
        sheets.push({ name: title, id });
      },
      close: () => {},
    },
    { file },
  );
  for await (const _ of found) {
    // Sheets are collected by the handler.
  }
  return sheets;
}

/** What a part refers to, by id; of the package itself where `part` is ''. */
async function relationsOf(
  part: string,
  members: ReadonlyMap<string, Member>,
  file: string,
): Promise<ReadonlyMap<string, Relation>> {
  const folder = posix.dirname(part);
  const path = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
  const member = members.get(path.toLowerCase());
  if (member === undefined) throw new TableError({ file }, `is a workbook without ${path}. ${AGAIN}`);
  const relations = new Map<string, Relation>();
  const found = scan(
    member,
    {
      wantsText: () => false,
      open: (name, tag) => {
        const [id, type, target] = [tag.attribute('Id'), tag.attribute('Type'), tag.attribute('Target')];
        if (name !== 'Relationship' || tag.attribute('TargetMode') === 'External') return;
        if (id === undefined || type === undefined || target === undefined) {
          throw new TableError({ file }, `has a relationship without id, type or target in ${path}. ${AGAIN}`);
        }
        const resolved = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
        relations.set(id, { type: type.slice(type.lastIndexOf('/') + 1), part: resolved });
      },
      close: () => {},
    },
    { file },
  );
  for await (const _ of found) {
    // Relations are collected by the handler.
  }
  return relations;
}
