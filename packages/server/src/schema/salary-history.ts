import type { SeriesBreakKind as Kind } from '@careergraph/domain';
import { builder } from '../builder.js';
import type { SalaryBreak, SalaryHistoryShape, SalaryPoint } from '../figures/history.js';
import { SeriesBreakKind } from './enums.js';
import { Resolution } from './provenance.js';
import { Salary } from './salary.js';
import { Release } from './source.js';

const SeriesBreak = builder.objectRef<SalaryBreak>('SeriesBreak').implement({
  description: 'A change between two releases that makes their figures not comparable.',
  fields: (t) => ({
    kind: t.field({ type: SeriesBreakKind, description: 'What changed.', resolve: ({ kind }): Kind => kind }),
    from: t.expose('from', { type: Release, description: 'The last release before the change.' }),
    to: t.expose('to', { type: Release, description: 'The first release after the change.' }),
    explanation: t.exposeString('explanation', { description: 'A plain-language explanation of the change.' }),
  }),
});

const SalaryHistoryPoint = builder.objectRef<SalaryPoint>('SalaryHistoryPoint').implement({
  description: 'The wage in one release.',
  fields: (t) => ({
    release: t.expose('release', { type: Release, description: 'The release.' }),
    salary: t.expose('salary', {
      type: Salary,
      nullable: true,
      description: 'The wage estimate. Null if the release does not include one; `reason` explains why.',
    }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: 'Why there is no wage estimate. Null if there is one.',
    }),
    breaksBefore: t.field({
      type: [SeriesBreak],
      description: 'The changes between the previous point and this one. Empty if the two points are comparable.',
      resolve: ({ breaksBefore }) => [...breaksBefore],
    }),
  }),
});

export const SalaryHistory = builder.objectRef<SalaryHistoryShape>('SalaryHistory').implement({
  description:
    'A wage in every loaded official release. OEWS is not a time series; check `breaksBefore` before comparing points.',
  fields: (t) => ({
    resolution: t.expose('resolution', {
      type: Resolution,
      description:
        'The occupation and area that the points describe, and why they were chosen. Points of releases that publish the occupation together with others say so in their own `resolution`.',
    }),
    points: t.field({
      type: [SalaryHistoryPoint],
      description: 'One point per release, oldest first.',
      resolve: ({ points }) => [...points],
    }),
  }),
});
