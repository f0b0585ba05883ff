import { type Figure, figure, type Outlook as OutlookShape, outlookOf } from '@careergraph/domain';
import { builder } from '../builder.js';
import { allOccupations } from '../figures/growth.js';
import { andThen } from '../maybe-promise.js';
import { Area } from './area.js';
import { OutlookLabel, ProjectionKind } from './enums.js';
import { Count, Percent, Wage } from './figures.js';
import { Provenance, provenanceOf, Resolution } from './provenance.js';
import { Occupation } from './refs.js';
import { Release } from './source.js';

export const Outlook = builder.objectRef<OutlookShape & { readonly allOccupations: Figure }>('Outlook').implement({
  description: 'How a projected employment change compares with the average for all occupations.',
  fields: (t) => ({
    label: t.expose('label', {
      type: OutlookLabel,
      nullable: true,
      description:
        'The outlook label. Null if the percent change is not published or the label ranges of this round are not known.',
    }),
    rule: t.exposeString('rule', {
      description: 'The range of the label in this round of projections, and the figure it was compared with.',
    }),
    allOccupations: t.expose('allOccupations', {
      type: Percent,
      description: 'The projected employment change for all occupations in the same release.',
    }),
  }),
});

const EMPLOYED = 'jobs, including self-employed workers';

export const Growth = builder.prismaObject('Projection', {
  name: 'Growth',
  description:
    'The projected employment change of an occupation: one row of Employment Projections. Counts are in persons; the source publishes thousands to one decimal place.',
  fields: (t) => ({
    area: t.expose('area', { type: Area, description: 'The area that the figures describe.' }),
    occupation: t.expose('occupation', { type: Occupation, description: 'The occupation that the figures describe.' }),
    release: t.expose('release', { type: Release, description: 'The release that the figures come from.' }),
    baseYear: t.int({
      description: 'The first year of the projection. Example: 2024.',
      resolve: ({ row }) => row.baseYear,
    }),
    projectedYear: t.int({
      description: 'The last year of the projection. Example: 2034.',
      resolve: ({ row }) => row.projectedYear,
    }),
    baseEmployment: t.field({
      type: Count,
      description: 'Employment in the base year.',
      resolve: ({ row: { baseEmploymentPersons, baseEmploymentMarker } }) => ({
        figure: figure(baseEmploymentPersons, baseEmploymentMarker),
        unit: EMPLOYED,
      }),
    }),
    projectedEmployment: t.field({
      type: Count,
      description: 'Projected employment in the projected year.',
      resolve: ({ row: { projectedEmploymentPersons, projectedEmploymentMarker } }) => ({
        figure: figure(projectedEmploymentPersons, projectedEmploymentMarker),
        unit: EMPLOYED,
      }),
    }),
    change: t.field({
      type: Count,
      description: 'The projected change in employment: projected employment minus base employment.',
      resolve: ({ row: { changePersons, changeMarker } }) => ({
        figure: figure(changePersons, changeMarker),
        unit: EMPLOYED,
      }),
    }),
    percent: t.field({
      type: Percent,
      description: 'The projected change as a percentage of base employment.',
      resolve: ({ row: { percentTenths, percentMarker } }) => figure(percentTenths, percentMarker),
    }),
    annualOpenings: t.field({
      type: Count,
      description:
        'The average number of job openings per year. Includes openings to replace workers who leave, so these are not all new jobs.',
      resolve: ({ row: { annualOpeningsPersons, annualOpeningsMarker } }) => ({
        figure: figure(annualOpeningsPersons, annualOpeningsMarker),
        unit: 'openings per year, including replacements for workers who leave',
      }),
    }),
    kind: t.field({
      type: ProjectionKind,
      description: 'Whether the row describes one occupation or a total for a group.',
      resolve: ({ row }) => row.kind,
    }),
    selfEmployed: t.field({
      type: Percent,
      description: 'The percentage of workers who were self-employed in the base year.',
      resolve: ({ row: { selfEmployedTenths, selfEmployedMarker } }) => figure(selfEmployedTenths, selfEmployedMarker),
    }),
    medianWage: t.field({
      type: Wage,
      description:
        'The national median annual wage printed in the projections. It covers employees only and may be older than the wage in `salary`.',
      resolve: ({ row: { medianAnnualUsd, medianAnnualMarker }, release }) => ({
        annualUsd: figure(medianAnnualUsd, medianAnnualMarker),
        hourlyCents: figure(null, 'NOT_PUBLISHED'),
        topCode:
          release.topCodeAnnualUsd === null || release.topCodeHourlyCents === null
            ? null
            : { annualUsd: release.topCodeAnnualUsd, hourlyCents: release.topCodeHourlyCents },
        only: 'ANNUAL' as const,
      }),
    }),
    medianWageYear: t.int({
      nullable: true,
      description: 'The year of `medianWage`. Null if it is not published.',
      resolve: ({ row }) => row.medianYear,
    }),
    entryEducation: t.string({
      nullable: true,
      description: 'The education typically needed for entry, as worded by the publisher. Null if it is not published.',
      resolve: ({ row }) => row.entryEducation,
    }),
    workExperience: t.string({
      nullable: true,
      description:
        'The work experience in a related occupation typically needed, as worded by the publisher. Null if it is not published.',
      resolve: ({ row }) => row.workExperience,
    }),
    onTheJobTraining: t.string({
      nullable: true,
      description:
        'The on-the-job training typically needed to become competent, as worded by the publisher. Null if it is not published.',
      resolve: ({ row }) => row.onTheJobTraining,
    }),
    outlook: t.field({
      type: Outlook,
      description: 'How the projected change compares with the average for all occupations.',
      resolve: ({ row, release }, _, context) =>
        andThen(allOccupations(context, release), (all) => ({
          ...outlookOf(row.percentTenths, release.key, all?.percentTenths ?? null),
          allOccupations: all ? figure(all.percentTenths, all.percentMarker) : figure(null, 'NOT_PUBLISHED'),
        })),
    }),
    resolution: t.expose('resolution', {
      type: Resolution,
      description: 'How the answer relates to the request: what was requested, what was used, and why they differ.',
    }),
    provenance: t.field({
      type: Provenance,
      description: 'Where the figures come from.',
      resolve: provenanceOf,
    }),
  }),
});
