import { builder } from '../../builder.js';
import type { ElementShape, ScaleShape } from '../../onet/references.js';

export const OnetElement = builder.objectRef<ElementShape>('OnetElement').implement({
  description: "An element of O*NET's content model, such as a skill.",
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Its id in the content model, e.g. `2.A.1.a`.' }),
    name: t.exposeString('name', {
      nullable: true,
      description: "Its name; null where the release is loaded without O*NET's content model.",
    }),
    description: t.exposeString('description', { nullable: true, description: 'What it is, in the words of O*NET.' }),
  }),
});

export const OnetScale = builder.objectRef<ScaleShape>('OnetScale').implement({
  description: 'A scale on which O*NET rates elements.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Its id, e.g. `IM`.' }),
    name: t.exposeString('name', {
      nullable: true,
      description: "Its name, e.g. Importance; null where the release is loaded without O*NET's scales.",
    }),
    minimum: t.exposeInt('minimum', { nullable: true, description: 'The least value on it.' }),
    maximum: t.exposeInt('maximum', { nullable: true, description: 'The greatest value on it.' }),
  }),
});
