import { type Figure, figure, type Outlook as OutlookShape, outlookOf } from '@careergraph/domain';
import { builder } from '../builder.js';
import { allOccupations } from '../figures/growth.js';
import { Area } from './area.js';
import { OutlookLabel, ProjectionKind } from './enums.js';
import { Count, Percent, Wage } from './figures.js';
import { Provenance, Resolution } from './provenance.js';
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
    baseYear: t.exposeInt('baseYear', { description: 'The first year of the projection. Example: 2024.' }),
    projectedYear: t.exposeInt('projectedYear', { description: 'The last year of the projection. Example: 2034.' }),
    baseEmployment: t.field({
      type: Count,
      description: 'Employment in the base year.',
      resolve: ({ baseEmploymentPersons, baseEmploymentMarker }) => ({
        figure: figure(baseEmploymentPersons, baseEmploymentMarker),
        unit: EMPLOYED,
      }),
    }),
    projectedEmployment: t.field({
      type: Count,
      description: 'Projected employment in the projected year.',
      resolve: ({ projectedEmploymentPersons, projectedEmploymentMarker }) => ({
        figure: figure(projectedEmploymentPersons, projectedEmploymentMarker),
        unit: EMPLOYED,
      }),
    }),
    change: t.field({
      type: Count,
      description: 'The projected change in employment: projected employment minus base employment.',
      resolve: ({ changePersons, changeMarker }) => ({ figure: figure(changePersons, changeMarker), unit: EMPLOYED }),
    }),
    percent: t.field({
      type: Percent,
      description: 'The projected change as a percentage of base employment.',
      resolve: ({ percentTenths, percentMarker }) => figure(percentTenths, percentMarker),
    }),
    annualOpenings: t.field({
      type: Count,
      description:
        'The average number of job openings per year. Includes openings to replace workers who leave, so these are not all new jobs.',
      resolve: ({ annualOpeningsPersons, annualOpeningsMarker }) => ({
        figure: figure(annualOpeningsPersons, annualOpeningsMarker),
        unit: 'openings per year, including replacements for workers who leave',
      }),
    }),
    kind: t.expose('kind', {
      type: ProjectionKind,
      description: 'Whether the row describes one occupation or a total for a group.',
    }),
    selfEmployed: t.field({
      type: Percent,
      description: 'The percentage of workers who were self-employed in the base year.',
      resolve: ({ selfEmployedTenths, selfEmployedMarker }) => figure(selfEmployedTenths, selfEmployedMarker),
    }),
    medianWage: t.field({
      type: Wage,
      description:
        'The national median annual wage printed in the projections. It covers employees only and may be older than the wage in `salary`.',
      resolve: ({ medianAnnualUsd, medianAnnualMarker, release }) => ({
        annualUsd: figure(medianAnnualUsd, medianAnnualMarker),
        hourlyCents: figure(null, 'NOT_PUBLISHED'),
        topCode:
          release.topCodeAnnualUsd === null || release.topCodeHourlyCents === null
            ? null
            : { annualUsd: release.topCodeAnnualUsd, hourlyCents: release.topCodeHourlyCents },
        only: 'ANNUAL' as const,
      }),
    }),
    medianWageYear: t.exposeInt('medianYear', {
      nullable: true,
      description: 'The year of `medianWage`. Null if it is not published.',
    }),
    entryEducation: t.exposeString('entryEducation', {
      nullable: true,
      description: 'The education typically needed for entry, as worded by the publisher. Null if it is not published.',
    }),
    workExperience: t.exposeString('workExperience', {
      nullable: true,
      description:
        'The work experience in a related occupation typically needed, as worded by the publisher. Null if it is not published.',
    }),
    onTheJobTraining: t.exposeString('onTheJobTraining', {
      nullable: true,
      description:
        'The on-the-job training typically needed to become competent, as worded by the publisher. Null if it is not published.',
    }),
    outlook: t.field({
      type: Outlook,
      description: 'How the projected change compares with the average for all occupations.',
      resolve: async (growth, _, context) => {
        const all = await allOccupations(context, growth.release);
        return {
          ...outlookOf(growth.percentTenths, growth.release.key, all?.percentTenths ?? null),
          allOccupations: all ? figure(all.percentTenths, all.percentMarker) : figure(null, 'NOT_PUBLISHED'),
        };
      },
    }),
    resolution: t.expose('resolution', {
      type: Resolution,
      description: 'How the answer relates to the request: what was requested, what was used, and why they differ.',
    }),
    provenance: t.field({
      type: Provenance,
      description: 'Where the figures come from.',
      resolve: (growth) => growth,
    }),
  }),
});
