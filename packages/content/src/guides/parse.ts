import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import type { Fault } from '../faults.js';
import { type ContentFile, readYaml } from '../yaml-file.js';
import {
  type CareerFile,
  type CredentialsFile,
  careerSchema,
  credentialsSchema,
  type DocumentFile,
  documentSchema,
  type OrganizationsFile,
  organizationsSchema,
} from './schema.js';

/** All guide files. Each matches its schema; references between files are not checked yet. */
export interface GuideFiles {
  /** By slug, which is the file name. */
  readonly careers: ReadonlyMap<string, ContentFile<CareerFile>>;
  readonly documents: readonly ContentFile<DocumentFile>[];
  readonly credentials: ContentFile<CredentialsFile>;
  readonly organizations: ContentFile<OrganizationsFile>;
  /** Slugs of the careers and documents whose own faults are reported: references to them are not faults. */
  readonly unreadable: ReadonlySet<string>;
}

export interface ParsedGuides {
  /** Those without faults of their own; null if a file that all others refer to has one. */
  readonly guides: GuideFiles | null;
  readonly faults: readonly Fault[];
}

/** Reads every file, also where some have faults. */
export async function parseGuides(folder: string): Promise<ParsedGuides> {
  const faults: Fault[] = [];
  const one = async <S extends z.ZodType>(path: string, schema: S): Promise<ContentFile<z.infer<S>> | null> => {
    const result = await readYaml(folder, path, schema);
    if ('file' in result) return result;
    faults.push(...result);
    return null;
  };
  const all = async <S extends z.ZodType>(name: string, schema: S): Promise<ContentFile<z.infer<S>>[]> => {
    const entries = await readdir(join(folder, name)).catch(() => {
      faults.push({ file: name, line: null, message: 'this folder is missing' });
      return [];
    });
    const files: ContentFile<z.infer<S>>[] = [];
    for (const entry of entries.sort()) {
      if (!entry.endsWith('.yaml')) {
        if (!entry.startsWith('.'))
          faults.push({ file: `${name}/${entry}`, line: null, message: 'is not a .yaml file' });
        continue;
      }
      const file = await one(join(folder, name, entry), schema);
      if (file) files.push(file);
    }
    return files;
  };

  const careers = await all('careers', careerSchema);
  const documents = await all('documents', documentSchema);
  const credentials = await one(join(folder, 'credentials.yaml'), credentialsSchema);
  const organizations = await one(join(folder, 'organizations.yaml'), organizationsSchema);
  for (const { file } of careers) {
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slugOf(file))) {
      faults.push({
        file,
        line: null,
        message: 'the name of the file is the slug: small letters, digits, single hyphens',
      });
    }
  }
  if (!credentials || !organizations) return { guides: null, faults };
  const unreadable = new Set(faults.map(({ file }) => slugOf(file)));
  const bySlug = new Map(careers.map((file) => [slugOf(file.file), file]));
  return { guides: { careers: bySlug, documents, credentials, organizations, unreadable }, faults };
}

function slugOf(file: string): string {
  return basename(file, '.yaml');
}
