import { builder } from '../../builder.js';
import type { TechnologyRow } from '../../onet/pages.js';
import type { InRelease } from '../../onet/place.js';
import { elementOf } from '../../onet/references.js';
import { type Technologies, technologyOf } from '../../onet/technology.js';
import { connectionOf, pageArguments, pageCost } from '../connection.js';
import { releaseKeyOf } from '../figure-arguments.js';
import { Provenance } from '../provenance.js';
import { Occupation } from '../refs.js';
import { OnetContent, onetArguments } from './content.js';
import { OnetElement } from './element.js';

const Technology = builder.prismaObject('OnetTechnology', {
  name: 'Technology',
  description: 'Software that people in an occupation use.',
  fields: (t) => ({
    name: t.exposeString('example', { description: 'A product, or a kind of product.' }),
    commodityCode: t.exposeInt('commodityCode', {
      nullable: true,
      description: 'UNSPSC code of its kind, eight digits; null since O*NET 30.3.',
    }),
    commodityTitle: t.exposeString('commodityTitle', {
      nullable: true,
      description: 'What the UNSPSC code means; null since O*NET 30.3.',
    }),
    element: t.field({
      type: OnetElement,
      nullable: true,
      description: 'Its kind in the content model, since O*NET 30.3; null before.',
      resolve: ({ elementId, release }, _, context) =>
        elementId === null ? null : elementOf(context, release, elementId),
    }),
    hot: t.exposeBoolean('hot', {
      description: 'Whether many job postings of all occupations ask for it ("hot technology").',
    }),
    inDemand: t.exposeBoolean('inDemand', {
      description: 'Whether many job postings of this occupation ask for it.',
    }),
    provenance: t.field({ type: Provenance, description: 'Where it came from.', resolve: (parent) => parent }),
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
