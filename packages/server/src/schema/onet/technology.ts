import { builder } from '../../builder.js';
import type { TechnologyRow } from '../../onet/pages.js';
import type { InRelease } from '../../onet/place.js';
import { elementOf } from '../../onet/references.js';
import { type Technologies, technologyOf } from '../../onet/technology.js';
import { connectionOf, pageArguments, pageCost } from '../connection.js';
import { releaseKeyOf } from '../figure-arguments.js';
import { Provenance } from '../provenance.js';
import { Occupation } from '../refs.js';
import { OnetContent, onetArguments, provenanceOf } from './content.js';
import { OnetElement } from './element.js';

const Technology = builder.objectRef<InRelease<TechnologyRow>>('Technology').implement({
  description: 'Software that people in an occupation use.',
  fields: (t) => ({
    name: t.string({ description: 'A product, or a kind of product.', resolve: ({ row }) => row.example }),
    commodityCode: t.int({
      nullable: true,
      description: 'UNSPSC code of its kind, eight digits; null since O*NET 30.3.',
      resolve: ({ row }) => row.commodityCode,
    }),
    commodityTitle: t.string({
      nullable: true,
      description: 'What the UNSPSC code means; null since O*NET 30.3.',
      resolve: ({ row }) => row.commodityTitle,
    }),
    element: t.field({
      type: OnetElement,
      nullable: true,
      description: 'Its kind in the content model, since O*NET 30.3; null before.',
      resolve: ({ row, release }, _, context) =>
        row.elementId === null ? null : elementOf(context, release, row.elementId),
    }),
    hot: t.boolean({
      description: 'Whether many job postings of all occupations ask for it ("hot technology").',
      resolve: ({ row }) => row.hot,
    }),
    inDemand: t.boolean({
      description: 'Whether many job postings of this occupation ask for it.',
      resolve: ({ row }) => row.inDemand,
    }),
    provenance: t.field({ type: Provenance, description: 'Where it came from.', resolve: provenanceOf }),
  }),
});

const TechnologyConnection = connectionOf<InRelease<TechnologyRow>, Technologies>(
  'Technology',
  Technology,
  'technologies',
  [OnetContent],
);

builder.objectField(Occupation, 'technology', (t) =>
  t.field({
    type: TechnologyConnection,
    complexity: pageCost,
    description: 'Software that people in it use, in the order of the publication. Of O*NET.',
    args: { ...onetArguments, ...pageArguments },
    resolve: (occupation, { asOf, ...page }, context) => technologyOf(context, occupation, releaseKeyOf(asOf), page),
  }),
);
