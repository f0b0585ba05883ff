import type { CipOccupation, CipTitle } from '@careergraph/db';
import { listed, parseCip, parseOccupationCode } from '@careergraph/domain';
import type { CareerEntry } from '../catalog/entries.js';
import type { Context } from '../context.js';
import { badInput, notAvailableYet, parseArgument } from '../errors.js';
import { careerByJobTitle } from '../onet/careers-by-job-title.js';
import type { Directory } from './directory.js';
import { type ProgramIndex, programIndexOf } from './program-index.js';

/** What a query wants to learn: exactly one of them. */
export interface Subject {
  readonly career?: string | null | undefined;
  readonly occupation?: string | null | undefined;
  readonly cip?: string | null | undefined;
}

/** A field of study that is searched, and the row that led to it. */
export interface FieldShape {
  readonly cipCode: string;
  readonly title: CipTitle | null;
  /** Null if the query names the field itself. */
  readonly crosswalk: CipOccupation | null;
}

/** The fields of study that a query leads to. */
export interface FieldsShape {
  readonly career: CareerEntry | null;
  readonly fields: readonly FieldShape[];
  /** How the query led to the fields, or why it leads to none. */
  readonly explanation: string;
}

/** Throws `BAD_USER_INPUT` unless the query has one subject, and its code is well-formed. */
export function assertSubject({ career, occupation, cip }: Subject): void {
  const given = [career, occupation, cip].filter((value) => value != null).length;
  if (given !== 1) {
    throw badInput('career', `provide exactly one of career, occupation, and cip; the query has ${given}.`);
  }
  if (cip != null) parseArgument('cip', () => parseCip(cip));
  if (occupation != null) parseArgument('occupation', () => parseOccupationCode(occupation));
}

/** @param subject one that {@link assertSubject} accepts */
export async function fieldsOf(context: Context, directory: Directory, subject: Subject): Promise<FieldsShape> {
  const { career, occupation, cip } = subject;
  if (cip != null) {
    return fieldsNamed(directory, await programIndexOf(context, directory), parseCip(cip));
  }
  if (occupation != null) {
    return { career: null, ...fieldsOfOccupation(context, directory, parseOccupationCode(occupation)) };
  }
  return fieldsOfCareer(context, directory, career ?? '');
}

/** Institutions report fields that the crosswalk does not have yet. */
function fieldsNamed({ titles }: Directory, index: ProgramIndex, cip: string): FieldsShape {
  const codes = [...new Set([...titles.keys(), ...index.keys()])].filter((code) => code.startsWith(cip)).sort();
  return {
    career: null,
    fields: codes.map((cipCode) => ({ cipCode, title: titles.get(cipCode) ?? null, crosswalk: null })),
    explanation:
      codes.length === 0
        ? `No loaded file has the field ${cip}.`
        : `The query names the field ${cip}${cip.length < 7 ? ', which has several parts' : ''}.`,
  };
}

async function fieldsOfCareer(context: Context, directory: Directory, name: string): Promise<FieldsShape> {
  const { catalog } = context;
  const career = catalog.careerNamed(name) ?? (await careerByJobTitle(context, name));
  if (career === null) {
    return { career, fields: [], explanation: `No career is named ${JSON.stringify(name.slice(0, 60))}.` };
  }
  const { fields, explanation } = fieldsOfOccupation(context, directory, career.primary);
  return {
    career,
    fields,
    explanation: `The primary occupation of the career ${career.title} is ${career.primary}. ${explanation}`,
  };
}

function fieldsOfOccupation({ catalog }: Context, directory: Directory, code: string) {
  const { files, ofOccupation, titles } = directory;
  if (files.crosswalk === null) {
    throw notAvailableYet(
      'occupation',
      code,
      'crosswalk of fields of study and occupations',
      'Ask for a field by its CIP code: cip: "51.3801".',
    );
  }
  const socCode = code.slice(0, 7);
  const codes = codesWith(directory, socCode, catalog.partsOf(socCode));
  const rows = codes.flatMap((each) => ofOccupation.get(each) ?? []);
  const matched = rows.filter((row): row is CipOccupation & { cipCode: string } => row.cipCode !== null);
  const fields = matched
    .filter(({ cipCode }, index) => matched.findIndex((row) => row.cipCode === cipCode) === index)
    .map((row) => ({ cipCode: row.cipCode, title: titles.get(row.cipCode) ?? null, crosswalk: row }));
  return { fields, explanation: explain({ code, socCode, codes, found: fields.length, isListed: rows.length > 0 }) };
}

/** The detailed occupations of the crosswalk that a code stands for: itself, the parts of a hybrid, or those of a broad one. */
function codesWith({ ofOccupation }: Directory, code: string, parts: readonly string[]): readonly string[] {
  if (ofOccupation.has(code)) return [code];
  if (parts.length > 0) return parts;
  return code.endsWith('0') ? [...ofOccupation.keys()].filter((each) => each.startsWith(code.slice(0, 6))).sort() : [];
}

interface Found {
  readonly code: string;
  readonly socCode: string;
  readonly codes: readonly string[];
  readonly found: number;
  readonly isListed: boolean;
}

function explain({ code, socCode, codes, found, isListed }: Found): string {
  const borrowed = code === socCode ? '' : `${code} borrows the fields of ${socCode}. `;
  const parts = codes.length === 1 && codes[0] === socCode ? '' : `${socCode} stands for ${listed(codes)}. `;
  if (found > 0)
    return `${borrowed}${codes.length > 0 ? parts : ''}The crosswalk of CIP and SOC names ${found} ${found === 1 ? 'field' : 'fields'}.`;
  if (isListed)
    return `${borrowed}The crosswalk of CIP and SOC has no match for ${socCode}: no field of study prepares for it in particular.`;
  return `${borrowed}The crosswalk of CIP and SOC does not list ${socCode}. It has detailed occupations only.`;
}
