import { builder } from '../../builder.js';
import { rowsAt, type TaskRow } from '../../onet/loaders.js';
import { contentOf, type InRelease, locate, type OnetContent as OnetContentShape } from '../../onet/place.js';
import { TaskKind } from '../enums.js';
import { releaseKeyOf } from '../figure-arguments.js';
import { Provenance } from '../provenance.js';
import { Occupation } from '../refs.js';
import { listCost, OnetContent, onetArguments } from './content.js';

const Task = builder.prismaObject('OnetTask', {
  name: 'Task',
  description: 'Something that people in an occupation do.',
  fields: (t) => ({
    key: t.exposeInt('taskId', { description: 'Number of the task in O*NET.' }),
    text: t.exposeString('task', { description: 'What is done, in the words of O*NET.' }),
    kind: t.field({
      type: TaskKind,
      nullable: true,
      description: 'Core or supplemental; null where O*NET does not say.',
      resolve: kindOf,
    }),
    incumbentsResponding: t.exposeInt('incumbentsResponding', {
      nullable: true,
      description: 'How many people in the occupation were asked about it; null where that is not published.',
    }),
    date: t.exposeString('date', {
      nullable: true,
      description: 'Year and month in which it was last updated, e.g. `2023-08`.',
    }),
    domainSource: t.exposeString('domainSource', {
      nullable: true,
      description: 'Who gave it, e.g. Incumbent, Analyst, Occupational Expert.',
    }),
    provenance: t.field({ type: Provenance, description: 'Where it came from.', resolve: (parent) => parent }),
  }),
});

const OccupationTasks = builder
  .objectRef<OnetContentShape & { readonly nodes: readonly InRelease<TaskRow>[] }>('OccupationTasks')
  .implement({
    interfaces: [OnetContent],
    description: 'What people in an occupation do.',
    fields: (t) => ({
      nodes: t.field({
        type: [Task],
        complexity: listCost(60),
        description: 'Core tasks first, each kind in the order of the publication; at most 100.',
        resolve: ({ nodes }) => nodes.slice(0, 100),
      }),
    }),
  });

builder.objectField(Occupation, 'tasks', (t) =>
  t.field({
    type: OccupationTasks,
    description: 'What people in it do. Of O*NET.',
    args: onetArguments,
    resolve: async (occupation, { asOf }, context) => {
      const place = locate(context.catalog, occupation, 'tasks', releaseKeyOf(asOf));
      const tasks = await rowsAt(context.onet.tasks, place);
      return { ...contentOf(place, tasks.length), nodes: tasks.toSorted((a, b) => order(a) - order(b)) };
    },
  }),
);

function kindOf({ type }: TaskRow) {
  return type === null ? null : type === 'Core' ? ('CORE' as const) : ('SUPPLEMENTAL' as const);
}

function order(task: TaskRow): number {
  return ['CORE', 'SUPPLEMENTAL', null].indexOf(kindOf(task));
}
