import { builder } from '../../builder.js';
import { type JobZone as JobZoneShape, jobZoneOf } from '../../onet/job-zone.js';
import { type JobZoneName, jobZoneNameOf } from '../../onet/references.js';
import { releaseKeyOf } from '../figure-arguments.js';
import { Provenance } from '../provenance.js';
import { OnetContent, occupationOf, onetArguments, onOccupationAndCareer } from './content.js';

const TEXTS = {
  name: 'The name of the job zone. Example: "Job Zone Four: Considerable Preparation Needed". Null if the job zone reference of this release is not loaded.',
  experience:
    'The experience typically needed, as worded by O*NET. Null if the job zone reference of this release is not loaded.',
  education:
    'The education typically needed, as worded by O*NET. Null if the job zone reference of this release is not loaded.',
  jobTraining:
    'The on-the-job training typically needed, as worded by O*NET. Null if the job zone reference of this release is not loaded.',
  svpRange:
    'The range of Specific Vocational Preparation (SVP). Example: "(7.0 to < 8.0)". Null if the job zone reference of this release is not loaded.',
} as const satisfies Record<keyof JobZoneName, string>;

const JobZone = builder.prismaObject('OnetJobZone', {
  name: 'JobZone',
  description: 'The amount of preparation that an occupation needs.',
  fields: (t) => {
    const text = (key: keyof JobZoneName) =>
      t.string({
        nullable: true,
        description: TEXTS[key],
        resolve: async ({ jobZone, release }, _, context) =>
          (await jobZoneNameOf(context, release, jobZone))?.[key] ?? null,
      });
    return {
      number: t.exposeInt('jobZone', {
        description: 'The job zone, from 1 (little preparation) to 5 (extensive preparation).',
      }),
      name: text('name'),
      experience: text('experience'),
      education: text('education'),
      jobTraining: text('jobTraining'),
      svpRange: text('svpRange'),
      date: t.exposeString('date', {
        nullable: true,
        description: 'The year and month of the last update. Example: `2023-08`. Null if it is not published.',
      }),
      domainSource: t.exposeString('domainSource', {
        nullable: true,
        description: 'Who provided the value. Example: "Analyst". Null if it is not published.',
      }),
      provenance: t.field({
        type: Provenance,
        description: 'Where the value comes from.',
        resolve: (parent) => parent,
      }),
    };
  },
});

const OccupationJobZone = builder.objectRef<JobZoneShape>('OccupationJobZone').implement({
  interfaces: [OnetContent],
  description: 'The O*NET job zone of an occupation.',
  fields: (t) => ({
    zone: t.expose('zone', {
      type: JobZone,
      nullable: true,
      description: 'The job zone. Null if there is none; `reason` explains why.',
    }),
  }),
});

onOccupationAndCareer((t, whose) => ({
  jobZone: t.field({
    type: OccupationJobZone,
    description: `The amount of preparation ${whose} needs, as one of five job zones. From O*NET.`,
    args: onetArguments,
    resolve: (parent, { asOf }, context) => jobZoneOf(context, occupationOf(parent, context), releaseKeyOf(asOf)),
  }),
}));
