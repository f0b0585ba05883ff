import { JOB_TITLE_KINDS, wordsOf } from '@careergraph/domain';
import { builder } from '../../builder.js';
import type { TitleRow } from '../../onet/pages.js';
import type { InRelease } from '../../onet/place.js';
import { type JobTitles, jobTitlesOf } from '../../onet/titles.js';
import { connectionOf, pageArguments, pageCost } from '../connection.js';
import { JobTitleKind } from '../enums.js';
import { releaseKeyOf } from '../figure-arguments.js';
import { Provenance } from '../provenance.js';
import { Occupation } from '../refs.js';
import { OnetContent, onetArguments } from './content.js';

const JobTitle = builder.prismaObject('OccupationTitle', {
  name: 'JobTitle',
  description: 'A title that people in an occupation have.',
  fields: (t) => ({
    title: t.exposeString('title', { description: 'The title.' }),
    shortTitle: t.exposeString('shortTitle', {
      nullable: true,
      description: 'The same in short, e.g. an acronym; null where O*NET gives none.',
    }),
    kind: t.expose('kind', {
      type: JobTitleKind,
      description: 'Which publication has it.',
    }),
    sources: t.exposeStringList('sources', {
      description:
        "Codes of O*NET's sources of an alternate title, e.g. `08`; `illustrative` for an illustrative example of SOC.",
    }),
    shownInMyNextMove: t.exposeBoolean('shownInMyNextMove', {
      nullable: true,
      description: "Whether O*NET's site My Next Move shows it; null for all but reported titles.",
    }),
    provenance: t.field({
      type: Provenance,
      description: 'Where it came from, with the text that must be shown with it.',
      resolve: (parent) => parent,
    }),
  }),
});

const JobTitleConnection = connectionOf<InRelease<TitleRow>, JobTitles>('JobTitle', JobTitle, 'job titles', [
  OnetContent,
]);

builder.objectField(Occupation, 'alternateTitles', (t) =>
  t.field({
    type: JobTitleConnection,
    complexity: pageCost,
    description: 'Job titles that belong to it: those of SOC, then those of O*NET, in the order of the publications.',
    args: {
      kind: t.arg({ type: [JobTitleKind], description: 'Only these kinds; all where it is not given.' }),
      ...onetArguments,
      ...pageArguments,
    },
    resolve: (occupation, { kind, asOf, ...page }, context) =>
      jobTitlesOf(
        context,
        occupation,
        {
          kinds: wordsOf(JOB_TITLE_KINDS).filter((known) => kind == null || kind.includes(known)),
          asOf: releaseKeyOf(asOf),
        },
        page,
      ),
  }),
);
