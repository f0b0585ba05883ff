/**
 * About what a value takes in memory: texts with two bytes a character, a slot for each property or element.
 *
 * @param isShared what belongs to someone else, and is not counted
 */
export function sizeOf(value: unknown, isShared: (object: object) => boolean = () => false): number {
  if (typeof value === 'string') return 24 + 2 * value.length;
  if (typeof value !== 'object' || value === null || isShared(value)) return 0;
  const parts = value instanceof Map ? [...value].flat() : Object.values(value);
  return parts.reduce((sum: number, part) => sum + 8 + sizeOf(part, isShared), 32);
}
