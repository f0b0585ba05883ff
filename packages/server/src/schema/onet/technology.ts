import { builder } from '../../builder.js';
import type { TechnologyRow } from '../../onet/loaders.js';
import type { InRelease } from '../../onet/place.js';
import { elementOf } from '../../onet/references.js';
import { pageOfTechnology, type Technologies } from '../../onet/technology.js';
import { connectionOf, pageArguments, pageCost } from '../connection.js';
import { releaseKeyOf } from '../figure-arguments.js';
import { Provenance } from '../provenance.js';
import { OnetContent, occupationOf, onetArguments, onOccupationAndCareer } from './content.js';
import { OnetElement } from './element.js';

const Technology = builder.prismaObject('OnetTechnology', {
  name: 'Technology',
  description: 'Software that workers in an occupation use.',
  fields: (t) => ({
    name: t.exposeString('example', { description: 'The name of a product or a type of product.' }),
    commodityCode: t.exposeInt('commodityCode', {
      nullable: true,
      description: 'The eight-digit UNSPSC code of the product type. Null since O*NET 30.3.',
    }),
    commodityTitle: t.exposeString('commodityTitle', {
      nullable: true,
      description: 'The title of the UNSPSC code. Null since O*NET 30.3.',
    }),
    element: t.field({
      type: OnetElement,
      nullable: true,
      description: 'The Content Model element of the product type. Null before O*NET 30.3.',
      resolve: ({ elementId, release }, _, context) =>
        elementId === null ? null : elementOf(context, release, elementId),
    }),
    hot: t.exposeBoolean('hot', {
      description: 'Whether the software is a "hot technology": many job postings across all occupations require it.',
    }),
    inDemand: t.exposeBoolean('inDemand', {
      nullable: true,
      description:
        'Whether many job postings for this occupation require the software. Null if the O*NET release does not have this column; `inDemandReason` explains why.',
    }),
    inDemandReason: t.string({
      nullable: true,
      description: 'Why `inDemand` is null. Null if it is not.',
      resolve: ({ inDemand, release }) =>
        inDemand === null ? `${release.label} has no "In Demand" column for software, so this is unknown.` : null,
    }),
    provenance: t.field({ type: Provenance, description: 'Where the row comes from.', resolve: (parent) => parent }),
  }),
});

const TechnologyConnection = connectionOf<InRelease<TechnologyRow>, Technologies>(
  'Technology',
  Technology,
  'technologies',
  [OnetContent],
);

onOccupationAndCareer((t, whose) => ({
  technology: t.field({
    type: TechnologyConnection,
    complexity: pageCost,
    description: `The software that workers in ${whose} use. First what many job postings for the occupation require (inDemand), then what many postings of all occupations require (hot), then the rest, in the order published. From O*NET.`,
    args: { ...onetArguments, ...pageArguments },
    resolve: (parent, { asOf, ...page }, context) =>
      pageOfTechnology(context, occupationOf(parent, context), releaseKeyOf(asOf), page),
  }),
}));
