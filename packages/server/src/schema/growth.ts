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
  description: 'How a projected change compares with that of all occupations.',
  fields: (t) => ({
    label: t.expose('label', {
      type: OutlookLabel,
      nullable: true,
      description: 'Null where the percent is not published or the round has no known bounds.',
    }),
    rule: t.exposeString('rule', {
      description: 'The bounds of the label in this round, and what it was compared with.',
    }),
    allOccupations: t.expose('allOccupations', {
      type: Percent,
      description: 'Projected change of all occupations in the same release.',
    }),
  }),
});

const EMPLOYED = 'jobs of all workers, the self-employed included';

export const Growth = builder.prismaObject('Projection', {
  name: 'Growth',
  description:
    'Where the employment in an occupation is heading: one row of Employment Projections. Counts are published in thousands to one decimal and given here in persons.',
  fields: (t) => ({
    area: t.expose('area', { type: Area, description: 'The area whose figures these are.' }),
    occupation: t.expose('occupation', { type: Occupation, description: 'The occupation whose figures these are.' }),
    release: t.expose('release', { type: Release, description: 'The release that they stand in.' }),
    baseYear: t.exposeInt('baseYear', { description: 'Year that the projection starts from.' }),
    projectedYear: t.exposeInt('projectedYear', { description: 'Year that is projected.' }),
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
      description: 'Employment in the projected year.',
      resolve: ({ projectedEmploymentPersons, projectedEmploymentMarker }) => ({
        figure: figure(projectedEmploymentPersons, projectedEmploymentMarker),
        unit: EMPLOYED,
      }),
    }),
    change: t.field({
      type: Count,
      description: 'Projected minus base employment.',
      resolve: ({ changePersons, changeMarker }) => ({ figure: figure(changePersons, changeMarker), unit: EMPLOYED }),
    }),
    percent: t.field({
      type: Percent,
      description: 'The change in percent of the base employment.',
      resolve: ({ percentTenths, percentMarker }) => figure(percentTenths, percentMarker),
    }),
    annualOpenings: t.field({
      type: Count,
      description: 'Openings a year on average: growth and the replacement of those who leave. They are not new jobs.',
      resolve: ({ annualOpeningsPersons, annualOpeningsMarker }) => ({
        figure: figure(annualOpeningsPersons, annualOpeningsMarker),
        unit: 'openings a year, replacements included',
      }),
    }),
    kind: t.expose('kind', {
      type: ProjectionKind,
      description: 'Whether the row is an occupation or a sum of occupations.',
    }),
    selfEmployed: t.field({
      type: Percent,
      description: 'Share of the self-employed in the base year, percent.',
      resolve: ({ selfEmployedTenths, selfEmployedMarker }) => figure(selfEmployedTenths, selfEmployedMarker),
    }),
    medianWage: t.field({
      type: Wage,
      description:
        'National annual median as the projections print it, of the year before or at their base; of employees only. `salary` has the newest.',
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
      description: 'Year of that median.',
    }),
    entryEducation: t.exposeString('entryEducation', {
      nullable: true,
      description: 'Education typically needed for entry, in the words of the publication.',
    }),
    workExperience: t.exposeString('workExperience', {
      nullable: true,
      description: 'Work experience in a related occupation, in the words of the publication.',
    }),
    onTheJobTraining: t.exposeString('onTheJobTraining', {
      nullable: true,
      description: 'Training on the job to attain competency, in the words of the publication.',
    }),
    outlook: t.field({
      type: Outlook,
      description: 'The label of the change, its rule, and the figure that it was compared with.',
      resolve: async (growth, _, context) => {
        const all = await allOccupations(context, growth.release.id);
        return {
          ...outlookOf(growth.percentTenths, growth.release.key, all?.percentTenths ?? null),
          allOccupations: all ? figure(all.percentTenths, all.percentMarker) : figure(null, 'NOT_PUBLISHED'),
        };
      },
    }),
    resolution: t.expose('resolution', {
      type: Resolution,
      description: 'What was asked for, what was used, and why they differ.',
    }),
    provenance: t.field({
      type: Provenance,
      description: 'Where all figures of this object came from.',
      resolve: (growth) => growth,
    }),
  }),
});
