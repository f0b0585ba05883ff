import { builder } from '../../builder.js';
import { type JobZoneRow, rowsAt } from '../../onet/loaders.js';
import { contentOf, type InRelease, locate, type OnetContent as OnetContentShape } from '../../onet/place.js';
import { type JobZoneName, jobZoneNameOf } from '../../onet/references.js';
import { releaseKeyOf } from '../figure-arguments.js';
import { Provenance } from '../provenance.js';
import { Occupation } from '../refs.js';
import { OnetContent, onetArguments } from './content.js';

type JobZoneShape = InRelease<JobZoneRow>;

const TEXTS = {
  name: 'Its name, e.g. "Job Zone Four: Considerable Preparation Needed".',
  experience: 'Experience that is usual, in the words of O*NET.',
  education: 'Education that is usual, in the words of O*NET.',
  jobTraining: 'Training on the job that is usual, in the words of O*NET.',
  svpRange: 'Range of Specific Vocational Preparation, e.g. "(7.0 to < 8.0)".',
} as const satisfies Record<keyof JobZoneName, string>;

const JobZone = builder.prismaObject('OnetJobZone', {
  name: 'JobZone',
  description: 'How much preparation an occupation needs.',
  fields: (t) => {
    const text = (key: keyof JobZoneName) =>
      t.string({
        nullable: true,
        description: TEXTS[key],
        resolve: async ({ jobZone, release }, _, context) =>
          (await jobZoneNameOf(context, release, jobZone))?.[key] ?? null,
      });
    return {
      number: t.exposeInt('jobZone', { description: 'From 1, little, to 5, extensive.' }),
      name: text('name'),
      experience: text('experience'),
      education: text('education'),
      jobTraining: text('jobTraining'),
      svpRange: text('svpRange'),
      date: t.exposeString('date', {
        nullable: true,
        description: 'Year and month in which it was last updated, e.g. `2023-08`.',
      }),
      domainSource: t.exposeString('domainSource', {
        nullable: true,
        description: 'Who gave it, e.g. Analyst.',
      }),
      provenance: t.field({ type: Provenance, description: 'Where it came from.', resolve: (parent) => parent }),
    };
  },
});

const OccupationJobZone = builder
  .objectRef<OnetContentShape & { readonly zone: JobZoneShape | null }>('OccupationJobZone')
  .implement({
    interfaces: [OnetContent],
    description: 'The job zone of an occupation.',
    fields: (t) => ({
      zone: t.expose('zone', { type: JobZone, nullable: true, description: 'The zone; null where there is none.' }),
    }),
  });

builder.objectField(Occupation, 'jobZone', (t) =>
  t.field({
    type: OccupationJobZone,
    description: 'How much preparation it needs, in one of five zones. Of O*NET.',
    args: onetArguments,
    resolve: async (occupation, { asOf }, context) => {
      const place = locate(context.catalog, occupation, 'jobZone', releaseKeyOf(asOf));
      const [zone = null] = await rowsAt(context.onet.jobZones, place);
      return { ...contentOf(place, zone === null ? 0 : 1), zone };
    },
  }),
);
