/**
 * What has changed in the API reports: names that can be imported, and their types. The types of what our operations
 * answer are among them.
 *
 * @param {Map<string, string>} before texts of the reports by their file names
 * @param {Map<string, string>} after
 * @returns {{ step: 'major' | 'minor', message: string }[]}
 */
export function apiChanges(before, after) {
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((file) => {
    const [old, now] = [declarationsOf(before.get(file)), declarationsOf(after.get(file))];
    const where = file.replace('.api.md', '');
    const entry = where === 'index' ? '@careergraph/sdk' : `@careergraph/sdk/${where}`;
    return [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((name) => {
      const [was, is] = [old.get(name), now.get(name)];
      const tell = (step, what) => [{ step, message: `\`${name}\` of ${entry} ${what}` }];
      if (was === undefined) return tell('minor', 'is new');
      if (is === undefined) return tell('major', 'is gone');
      if (was.join() === is.join()) return [];
      return isWithin(was, is) ? tell('minor', 'has grown') : tell('major', 'has changed');
    });
  });
}

/** The parts of each declaration: its members, parameters and words of string unions, without comments. */
function declarationsOf(report = '') {
  const [, code = ''] = /```ts\n([\s\S]*?)```/.exec(report) ?? [];
  const declarations = new Map();
  for (const block of code.split(/\n{2,}/)) {
    const text = block.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
    const [, name] = /^\s*(?:export )?(?:abstract )?(?:const|function|class|interface|type) (\w+)/.exec(text) ?? [];
    if (name === undefined) continue;
    const parts = text.split(/[;{}(),]|[|=]\s*(?=')/).map((part) => part.trim().replaceAll(/\s+/g, ' '));
    declarations.set(name, [...(declarations.get(name) ?? []), ...parts.filter(Boolean)]);
  }
  return declarations;
}

/** Whether all of `was` is still there, in its order. A type that is only wider, such as `| null`, is another part. */
function isWithin(was, is) {
  let found = 0;
  for (const part of is) if (part === was[found]) found += 1;
  return found === was.length;
}
