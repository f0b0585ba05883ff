import { builder } from '../../builder.js';
import type { ElementShape, ScaleShape } from '../../onet/references.js';

export const OnetElement = builder.objectRef<ElementShape>('OnetElement').implement({
  description: 'An element of the O*NET Content Model, such as a skill.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'The element ID in the Content Model. Example: `2.A.1.a`.' }),
    name: t.exposeString('name', {
      nullable: true,
      description: 'The name of the element. Null if the Content Model of this release is not loaded.',
    }),
    description: t.exposeString('description', {
      nullable: true,
      description:
        'The description of the element, as worded by O*NET. Null if the Content Model of this release is not loaded.',
    }),
  }),
});

export const OnetScale = builder.objectRef<ScaleShape>('OnetScale').implement({
  description: 'A scale that O*NET uses to rate elements.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'The scale ID. Example: `IM`.' }),
    name: t.exposeString('name', {
      nullable: true,
      description: 'The name of the scale. Example: "Importance". Null if the scales of this release are not loaded.',
    }),
    minimum: t.exposeInt('minimum', {
      nullable: true,
      description: 'The lowest value on the scale. Null if the scales of this release are not loaded.',
    }),
    maximum: t.exposeInt('maximum', {
      nullable: true,
      description: 'The highest value on the scale. Null if the scales of this release are not loaded.',
    }),
  }),
});
