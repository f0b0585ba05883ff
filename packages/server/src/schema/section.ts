import type { CareerEntry } from '../catalog/entries.js';
import { type CareerSectionName, type Content, contentOf } from '../content/sections/read.js';
import type { Context } from '../context.js';
import { andThen, type MaybePromise } from '../maybe-promise.js';

type ListName = {
  [Name in CareerSectionName]: Content<Name> extends readonly unknown[] ? Name : never;
}[CareerSectionName];

type Entry<Name extends ListName> = Content<Name> extends readonly (infer T)[] ? T : never;

/** The entries of a section; none if no source has it. */
export function list<Name extends ListName>(
  context: Context,
  career: CareerEntry,
  name: Name,
): MaybePromise<readonly Entry<Name>[]> {
  return andThen(contentOf(context, career, name), (content) => (content ?? []) as readonly Entry<Name>[]);
}

/** A resolver of a section that is a list. */
export const sectionList =
  <Name extends ListName>(name: Name) =>
  (career: CareerEntry, _: unknown, context: Context) =>
    list(context, career, name);

/** A resolver of a section that is not a list: null if no source has it. */
export const section =
  <Name extends CareerSectionName>(name: Name) =>
  (career: CareerEntry, _: unknown, context: Context) =>
    contentOf(context, career, name);
