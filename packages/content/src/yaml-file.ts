import { isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Fault } from './faults.js';
import { suggestion } from './nearest.js';
import { keysAt, messageOf } from './schema-messages.js';
import { readText } from './text-file.js';

/** A content file that matches its schema. */
export interface ContentFile<T> {
  /** Path below the guides folder, with forward slashes. */
  readonly file: string;
  readonly sha256: string;
  readonly value: T;
  /** Creates a fault at a path in the file, e.g. `at(['related', 3], 'is not a career')`. */
  at(path: readonly PropertyKey[], message: string): Fault;
}

/**
 * Reads a YAML file and validates it against its schema.
 *
 * @returns the file, or all faults with line and value
 */
export async function readYaml<S extends z.ZodType>(
  folder: string,
  path: string,
  schema: S,
): Promise<ContentFile<z.infer<S>> | readonly Fault[]> {
  const read = await readText(folder, path);
  if ('message' in read) return [read];
  const { file, sha256, text } = read;
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const broken = [...document.errors, ...document.warnings];
  if (broken.length > 0) {
    return broken.map((error) => ({
      file,
      line: lines.linePos(error.pos[0]).line,
      message: `is not valid YAML: ${error.message}`,
    }));
  }

  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length >= 0; length--) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  const lineOfKey = (path: readonly PropertyKey[], key: string): number => {
    const map = document.getIn(path, true);
    const pair = isMap(map)
      ? map.items.find((item) => isScalar(item.key) && String(item.key.value) === key)
      : undefined;
    return isNode(pair?.key) && pair.key.range ? lines.linePos(pair.key.range[0]).line : lineOf(path);
  };
  const at = (path: readonly PropertyKey[], message: string): Fault => ({ file, line: lineOf(path), message });

  let content: unknown;
  try {
    content = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    return [{ file, line: null, message: `is not valid YAML: ${(error as Error).message}` }];
  }
  const parsed = schema.safeParse(content);
  if (!parsed.success) {
    return parsed.error.issues.flatMap((issue) => {
      if (issue.code === 'unrecognized_keys') {
        const known = keysAt(schema, issue.path);
        return issue.keys.map((key) => ({
          file,
          line: lineOfKey(issue.path, key),
          message: `${nameOf([...issue.path, key])}: is not a known key${suggestion(key, known)}`,
        }));
      }
      const value = document.getIn(issue.path);
      const name = issue.path.length === 0 ? 'the file' : nameOf(issue.path);
      return [at(issue.path, `${name}: ${messageOf(issue, isNode(value) ? value.toJSON() : value)}`)];
    });
  }
  return { file, sha256, value: parsed.data, at };
}

/** `claims[3].value` */
export function nameOf(path: readonly PropertyKey[]): string {
  return path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : index === 0 ? String(part) : `.${String(part)}`))
    .join('');
}
