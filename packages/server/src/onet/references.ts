import type { ReleaseEntry } from '../catalog/entries.js';
import type { Context } from '../context.js';

/** An element of the content model; its name is null if the release is loaded without that table. */
export interface ElementShape {
  readonly key: string;
  readonly name: string | null;
  readonly description: string | null;
}

export interface ScaleShape {
  readonly key: string;
  readonly name: string | null;
  readonly minimum: number | null;
  readonly maximum: number | null;
}

export interface JobZoneName {
  readonly name: string;
  readonly experience: string;
  readonly education: string;
  readonly jobTraining: string;
  readonly svpRange: string;
}

export async function elementOf(context: Context, release: ReleaseEntry, key: string): Promise<ElementShape> {
  const names = await table(context, release, 'content-model-reference', async (fileId) => {
    const rows = await context.prisma.onetElement.findMany({ where: { fileId } });
    return new Map(rows.map((row) => [row.elementId, row]));
  });
  const { name = null, description = null } = names?.get(key) ?? {};
  return { key, name, description };
}

export async function scaleOf(context: Context, release: ReleaseEntry, key: string): Promise<ScaleShape> {
  const scales = await table(context, release, 'scales-reference', async (fileId) => {
    const rows = await context.prisma.onetScale.findMany({ where: { fileId } });
    return new Map(rows.map((row) => [row.scaleId, row]));
  });
  const { name = null, minimum = null, maximum = null } = scales?.get(key) ?? {};
  return { key, name, minimum, maximum };
}

/** What a category of an element on a scale means; null if the release is loaded without that table. */
export async function categoryOf(
  context: Context,
  release: ReleaseEntry,
  { elementId, scaleId, category }: { readonly elementId: string; readonly scaleId: string; readonly category: number },
): Promise<string | null> {
  const roles = ['ete-categories', 'education-categories', 'training-and-experience-categories'];
  const files = context.catalog.fileIdsOf(release, roles);
  const categories = await context.catalog.once(`onet categories ${files}`, async () => {
    const rows = await context.prisma.onetCategory.findMany({ where: { fileId: { in: files } } });
    return new Map(rows.map((row) => [`${row.elementId} ${row.scaleId} ${row.category}`, row.description]));
  });
  return categories.get(`${elementId} ${scaleId} ${category}`) ?? null;
}

export async function jobZoneNameOf(
  context: Context,
  release: ReleaseEntry,
  jobZone: number,
): Promise<JobZoneName | null> {
  const zones = await table(context, release, 'job-zone-reference', async (fileId) => {
    const rows = await context.prisma.onetJobZoneName.findMany({ where: { fileId } });
    return new Map(rows.map((row) => [row.jobZone, row]));
  });
  return zones?.get(jobZone) ?? null;
}

/** A whole reference table of a release, read once per catalog: it has a few hundred rows. */
async function table<T>(
  { catalog }: Context,
  release: ReleaseEntry,
  role: string,
  read: (fileId: number) => Promise<T>,
): Promise<T | null> {
  const [fileId] = catalog.fileIdsOf(release, [role]);
  return fileId === undefined ? null : catalog.once(`onet ${role} ${fileId}`, () => read(fileId));
}
