import type { Json } from './ask.js';

/**
 * The value at a path of an answer: names parted by dots, `[0]` for an entry of a list by its place, and
 * `[node.area.code=US-CA]` for the only entry with that value there.
 *
 * @throws Error naming the step that leads nowhere
 */
export function at(value: Json, path: string): Json {
  return stepsOf(path).reduce<Json>((place, step) => {
    const next = step.startsWith('[') ? entry(place, step.slice(1, -1)) : member(place, step);
    if (next === undefined) throw new Error(`${path}: nothing at ${step}`);
    return next;
  }, value);
}

function stepsOf(path: string): string[] {
  return path.match(/\[[^\]]*\]|[^.[\]]+/g) ?? [];
}

function member(value: Json, name: string): Json | undefined {
  if (Array.isArray(value) || typeof value !== 'object' || value === null) return undefined;
  return (value as { readonly [name: string]: Json })[name];
}

function entry(value: Json, selector: string): Json | undefined {
  if (!Array.isArray(value)) return undefined;
  const [, path, wanted] = /^([^=]+)=(.*)$/.exec(selector) ?? [];
  if (path === undefined) return value[Number(selector)];
  const found = (value as readonly Json[]).filter((item) => String(at(item, path)) === wanted);
  if (found.length > 1) throw new Error(`[${selector}] is ${found.length} entries.`);
  return found[0];
}
