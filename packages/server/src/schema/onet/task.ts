import { builder } from '../../builder.js';
import { type Tasks, taskKindOf, tasksOf } from '../../onet/tasks.js';
import { TaskKind } from '../enums.js';
import { releaseKeyOf } from '../figure-arguments.js';
import { Provenance } from '../provenance.js';
import { Occupation } from '../refs.js';
import { listCost, OnetContent, onetArguments } from './content.js';

const Task = builder.prismaObject('OnetTask', {
  name: 'Task',
  description: 'A task that workers in an occupation perform.',
  fields: (t) => ({
    key: t.exposeInt('taskId', { description: 'The O*NET task ID.' }),
    text: t.exposeString('task', { description: 'The task statement, as worded by O*NET.' }),
    kind: t.field({
      type: TaskKind,
      nullable: true,
      description: 'Whether the task is core or supplemental. Null if O*NET does not say.',
      resolve: taskKindOf,
    }),
    incumbentsResponding: t.exposeInt('incumbentsResponding', {
      nullable: true,
      description: 'The number of workers who rated the task. Null if it is not published.',
    }),
    date: t.exposeString('date', {
      nullable: true,
      description: 'The year and month of the last update. Example: `2023-08`. Null if it is not published.',
    }),
    domainSource: t.exposeString('domainSource', {
      nullable: true,
      description:
        'Who provided the task. Examples: "Incumbent", "Analyst", "Occupational Expert". Null if it is not published.',
    }),
    provenance: t.field({ type: Provenance, description: 'Where the task comes from.', resolve: (parent) => parent }),
  }),
});

const OccupationTasks = builder.objectRef<Tasks>('OccupationTasks').implement({
  interfaces: [OnetContent],
  description: 'The tasks that workers in an occupation perform.',
  fields: (t) => ({
    nodes: t.field({
      type: [Task],
      complexity: listCost(60),
      description: 'The tasks: core tasks first, each kind in the order published. At most 100.',
      resolve: ({ nodes }) => nodes.slice(0, 100),
    }),
  }),
});

builder.objectField(Occupation, 'tasks', (t) =>
  t.field({
    type: OccupationTasks,
    description: 'The tasks that workers in the occupation perform. From O*NET.',
    args: onetArguments,
    resolve: (occupation, { asOf }, context) => tasksOf(context, occupation, releaseKeyOf(asOf)),
  }),
);
