import type { OccupationCode } from '../catalog/entries.js';
import type { Context } from '../context.js';
import { rowsAt, type TaskRow } from './loaders.js';
import { contentOf, type InRelease, locate, type OnetContent } from './place.js';

export interface Tasks extends OnetContent {
  readonly nodes: readonly InRelease<TaskRow>[];
}

/** The tasks of an occupation: core tasks first, each kind in the order published. */
export async function tasksOf(context: Context, occupation: OccupationCode, asOf: string | null): Promise<Tasks> {
  const place = locate(context.catalog, occupation, 'tasks', asOf);
  const tasks = await rowsAt(context.onet.tasks, place);
  return { ...contentOf(place, tasks.length), nodes: tasks.toSorted((a, b) => order(a) - order(b)) };
}

/** Null if O*NET does not say. */
export function taskKindOf({ type }: TaskRow): 'CORE' | 'SUPPLEMENTAL' | null {
  return type === null ? null : type === 'Core' ? 'CORE' : 'SUPPLEMENTAL';
}

function order(task: TaskRow): number {
  return ['CORE', 'SUPPLEMENTAL', null].indexOf(taskKindOf(task));
}
