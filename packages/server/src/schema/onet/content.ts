import type { FieldMap } from '@pothos/core';
import { builder } from '../../builder.js';
import type { CareerEntry, OccupationCode, OccupationEntry } from '../../catalog/entries.js';
import type { Context } from '../../context.js';
import { type OnetContent as OnetContentShape, primaryOf } from '../../onet/place.js';
import { Career, Occupation } from '../refs.js';
import { Release } from '../source.js';

export const OnetContent = builder.interfaceRef<OnetContentShape>('OnetContent').implement({
  description: 'O*NET content about an occupation, with the attribution that must be displayed with it.',
  fields: (t) => ({
    release: t.expose('release', {
      type: Release,
      nullable: true,
      description: 'The O*NET release that was used. Null if none is available.',
    }),
    attribution: t.string({
      nullable: true,
      description:
        'The attribution that must be displayed with the content. O*NET is licensed under CC BY 4.0. Null if no O*NET release is available.',
      resolve: ({ release }, _, { catalog }) => release && catalog.sourceOf(release).attribution,
    }),
    onetCode: t.expose('onetCode', {
      type: Occupation,
      nullable: true,
      description:
        'The O*NET-SOC code that the content describes. For a SOC code, this is its `.00` code. Null if O*NET does not describe the occupation.',
    }),
    explanation: t.exposeString('explanation', {
      nullable: true,
      description:
        'Why the content describes a different code than the one requested, or an occupation that includes more than the career. Null if neither applies.',
    }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: 'Why there is no content. Null if there is content.',
    }),
  }),
});

/** Selects an O*NET release. */
export const onetArguments = builder.args((t) => ({
  asOf: t.string({
    description: 'The key of an O*NET release, such as `29.3`. Defaults to the newest release that has the table.',
  }),
}));

/** Includes ratings that are hidden by default. */
export const suppressedArgument = builder.args((t) => ({
  includeSuppressed: t.boolean({
    required: true,
    defaultValue: false,
    description:
      'If true, include ratings that O*NET recommends suppressing and ratings of elements that are not relevant.',
  }),
}));

/** The cost of a list that is not a connection, from its usual maximum number of entries. */
export function listCost(entries: number) {
  return { field: 1, multiplier: entries };
}

type Types = (typeof builder)['$inferSchemaTypes'];
type Parent = OccupationEntry | CareerEntry;

/** Adds fields to an occupation, and the same to a career, which answers them for its primary occupation. */
export function onOccupationAndCareer(
  fields: (t: PothosSchemaTypes.ObjectFieldBuilder<Types, Parent>, whose: string) => FieldMap,
): void {
  builder.objectFields(Occupation, (t) => fields(t, 'the occupation'));
  builder.objectFields(Career, (t) => fields(t, "the career's primary occupation"));
}

/** The occupation itself; of a career, the primary one, which may be in no loaded release. */
export function occupationOf(parent: Parent, { catalog }: Context): OccupationCode {
  return 'primary' in parent ? primaryOf(catalog, parent) : parent;
}
