import { JOB_TITLE_KINDS, wordsOf } from '@careergraph/domain';
import { builder } from '../../builder.js';
import type { CareerEntry } from '../../catalog/entries.js';
import type { Context } from '../../context.js';
import { namedCode } from '../../figures/wording.js';
import type { TitleRow } from '../../onet/loaders.js';
import type { InRelease } from '../../onet/place.js';
import { pageOfJobTitles } from '../../onet/titles.js';
import { connectionOf, pageArguments, pageCost } from '../connection.js';
import { JobTitleKind } from '../enums.js';
import { releaseKeyOf } from '../figure-arguments.js';
import { Provenance } from '../provenance.js';
import { OnetContent, occupationOf, onetArguments, onOccupationAndCareer } from './content.js';

const JobTitle = builder.prismaObject('OccupationTitle', {
  name: 'JobTitle',
  description: 'A job title used in an occupation.',
  fields: (t) => ({
    title: t.exposeString('title', { description: 'The title.' }),
    shortTitle: t.exposeString('shortTitle', {
      nullable: true,
      description: 'A short form of the title, such as an acronym. Null if O*NET gives none.',
    }),
    kind: t.expose('kind', {
      type: JobTitleKind,
      description: 'The publication that lists the title.',
    }),
    sources: t.exposeStringList('sources', {
      description:
        'The O*NET source codes of an alternate title, such as `08`. For a SOC illustrative example, `illustrative`.',
    }),
    shownInMyNextMove: t.exposeBoolean('shownInMyNextMove', {
      nullable: true,
      description: 'Whether the O*NET site My Next Move displays the title. Null unless the title is a reported title.',
    }),
    provenance: t.field({
      type: Provenance,
      description: 'Where the title comes from, including any required attribution.',
      resolve: (parent) => parent,
    }),
  }),
});

type JobTitlePage = Awaited<ReturnType<typeof pageOfJobTitles>>;

const JobTitleConnection = connectionOf<InRelease<TitleRow>, JobTitlePage>('JobTitle', JobTitle, 'job titles', [
  OnetContent,
]);

function ofMore({ title, primary }: CareerEntry, { catalog }: Context): string {
  return `These are the job titles of ${namedCode(catalog, primary)}, which includes more than the career "${title}".`;
}

onOccupationAndCareer((t, whose) => ({
  alternateTitles: t.field({
    type: JobTitleConnection,
    complexity: pageCost,
    description: `The job titles of ${whose}: SOC titles first, then O*NET titles, each in the order published. A title that several publications list appears once, from the first of them. Those of a career leave out the career's own title.`,
    args: {
      kind: t.arg({ type: [JobTitleKind], description: 'Include only titles of these types. Defaults to all types.' }),
      ...onetArguments,
      ...pageArguments,
    },
    resolve: async (parent, { kind, asOf, ...page }, context) => {
      const titles = await pageOfJobTitles(
        context,
        occupationOf(parent, context),
        {
          kinds: wordsOf(JOB_TITLE_KINDS).filter((known) => kind == null || kind.includes(known)),
          asOf: releaseKeyOf(asOf),
          except: 'primary' in parent ? parent.title : null,
        },
        page,
      );
      const { explanation, edges } = titles;
      const isOfMore = 'primary' in parent && parent.hasGuide && !parent.isPrimary && edges.length > 0;
      return isOfMore ? { ...titles, explanation: [ofMore(parent, context), explanation].join(' ').trim() } : titles;
    },
  }),
}));
