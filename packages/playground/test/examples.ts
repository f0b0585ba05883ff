import { readdirSync, readFileSync } from 'node:fs';
import { Kind, parse } from 'graphql';

const FOLDER = new URL('../../../schema/examples/', import.meta.url);

/** The operation's name in each file of `schema/examples`, by the file's name without its ending. */
export function exampleOperations(): Map<string, string> {
  const operations = new Map<string, string>();
  for (const file of readdirSync(FOLDER)) {
    if (!file.endsWith('.graphql')) continue;
    const { definitions } = parse(readFileSync(new URL(file, FOLDER), 'utf8'));
    const names = definitions.flatMap((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION && definition.name ? [definition.name.value] : [],
    );
    const [name, ...others] = names;
    if (name === undefined || others.length > 0) {
      throw new Error(
        `schema/examples/${file} has ${names.length} named operations (${names.join(', ')}); a tab shows one.`,
      );
    }
    operations.set(file.slice(0, -'.graphql'.length), name);
  }
  if (operations.size === 0) throw new Error(`${FOLDER.href} has no .graphql files; the playground would be empty.`);
  return operations;
}
