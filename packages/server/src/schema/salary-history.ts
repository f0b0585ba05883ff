import type { SeriesBreakKind as Kind } from '@careergraph/domain';
import { builder } from '../builder.js';
import type { SalaryBreak, SalaryHistoryShape, SalaryPoint } from '../figures/history.js';
import { SeriesBreakKind } from './enums.js';
import { Resolution } from './provenance.js';
import { Salary } from './salary.js';
import { Release } from './source.js';

const SeriesBreak = builder.objectRef<SalaryBreak>('SeriesBreak').implement({
  description: 'Why the figures before and after it do not compare.',
  fields: (t) => ({
    kind: t.field({ type: SeriesBreakKind, description: 'What changed.', resolve: ({ kind }): Kind => kind }),
    from: t.expose('from', { type: Release, description: 'Last release before it.' }),
    to: t.expose('to', { type: Release, description: 'First release after it.' }),
    explanation: t.exposeString('explanation', { description: 'What changed, in a sentence.' }),
  }),
});

const SalaryHistoryPoint = builder.objectRef<SalaryPoint>('SalaryHistoryPoint').implement({
  description: 'What one release says.',
  fields: (t) => ({
    release: t.expose('release', { type: Release, description: 'The release.' }),
    salary: t.expose('salary', {
      type: Salary,
      nullable: true,
      description: 'The wage estimate; null where the release has no row for it.',
    }),
    reason: t.exposeString('reason', {
      nullable: true,
      description: 'Why there is no wage estimate; null where there is one.',
    }),
    breaksBefore: t.field({
      type: [SeriesBreak],
      description: 'What happened between the point before and this one; empty where the two compare.',
      resolve: ({ breaksBefore }) => [...breaksBefore],
    }),
  }),
});

export const SalaryHistory = builder.objectRef<SalaryHistoryShape>('SalaryHistory').implement({
  description:
    'A wage in every official release that is loaded. OEWS is not a time series: mind the breaks between its points.',
  fields: (t) => ({
    resolution: t.expose('resolution', {
      type: Resolution,
      description: 'Which occupation and area all points are of, and why.',
    }),
    points: t.field({
      type: [SalaryHistoryPoint],
      description: 'One a release, the oldest first.',
      resolve: ({ points }) => [...points],
    }),
  }),
});
