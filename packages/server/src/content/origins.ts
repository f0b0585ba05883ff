import type { CareerEntry, ReleaseEntry } from '../catalog/entries.js';
import type { Context } from '../context.js';
import { rowsAt } from '../onet/loaders.js';
import { locate } from '../onet/place.js';
import type { CareerDocument } from './loaders.js';

/** The sections of a career, by the field of a guide that has them. */
export const CAREER_SECTIONS = {
  DESCRIPTION: 'The description of the work.',
  DUTIES: 'The typical duties.',
  STEPS: 'The steps toward entering the career.',
  EDUCATION: 'The education that the career requires.',
  CURRICULUM: 'The subject areas of a typical program.',
  LICENSING: 'Whether a license is required.',
  SKILLS: 'The personal skills.',
  NETWORKING: 'Ways to meet people in the field.',
  RESOURCES: 'Further reading.',
  FAQS: 'Frequently asked questions.',
  RELATED: 'Related careers.',
} as const;
export type CareerSectionName = keyof typeof CAREER_SECTIONS;

export const ORIGIN_SCOPES = {
  SAME: 'The section describes just this career.',
  BROADER: 'The section describes the occupation that the career is a part of.',
} as const;
export type OriginScope = keyof typeof ORIGIN_SCOPES;

export interface SectionOrigin {
  readonly section: CareerSectionName;
  readonly release: ReleaseEntry;
  readonly scope: OriginScope;
  readonly explanation: string;
}

/** A section and its source. */
interface Section<T> {
  readonly content: T;
  readonly origin: SectionOrigin;
}

const GUIDE_SECTIONS = {
  DUTIES: ({ duties }) => duties.length > 0,
  STEPS: ({ steps }) => steps.length > 0,
  EDUCATION: ({ education }) => education !== undefined,
  CURRICULUM: ({ curriculum }) => curriculum.length > 0,
  LICENSING: ({ licensing }) => licensing.length > 0,
  SKILLS: ({ personalSkills }) => personalSkills.length > 0,
  NETWORKING: ({ networking }) => networking.length > 0,
  RESOURCES: ({ resources }) => resources.length > 0,
  FAQS: ({ faqs }) => faqs.length > 0,
} as const satisfies Partial<Record<CareerSectionName, (document: CareerDocument) => boolean>>;

/** Where each section that the career has comes from, in the order of the sections. */
export async function originsOf(context: Context, career: CareerEntry): Promise<readonly SectionOrigin[]> {
  const document = await context.content.careerDocuments.load(career.slug);
  const fromGuide = (Object.keys(GUIDE_SECTIONS) as (keyof typeof GUIDE_SECTIONS)[])
    .filter((section) => GUIDE_SECTIONS[section](document))
    .map((section) => guideOrigin(context, section));
  const description = await descriptionOf(context, career);
  const related = await relatedOf(context, career);
  return [description?.origin, ...fromGuide, related?.origin].filter((origin) => origin !== undefined);
}

/** The guide's description; otherwise the definition of the primary occupation. */
export async function descriptionOf(context: Context, career: CareerEntry): Promise<Section<string> | null> {
  const { catalog, content } = context;
  const { description } = await content.careerDocuments.load(career.slug);
  if (description !== undefined) return { content: description, origin: guideOrigin(context, 'DESCRIPTION') };
  const code = career.primary;
  const { definition } =
    [code, `${code}.00`].map((each) => catalog.occupation(each)).find((each) => each?.definition) ?? {};
  if (!definition) return null;
  const release = catalog.releaseOf(definition);
  const explanation = `The definition of ${code} in ${release.label}.`;
  return { content: definition.text, origin: { section: 'DESCRIPTION', release, scope: scopeOf(career), explanation } };
}

/** The guide's related careers; otherwise those of the occupations that O*NET relates to the primary one. */
export async function relatedOf(
  context: Context,
  career: CareerEntry,
): Promise<Section<readonly CareerEntry[]> | null> {
  const { catalog, onet } = context;
  if (career.related.length > 0) {
    const content = career.related.map((careerSlug) => catalog.careerOf({ careerSlug }));
    return { content, origin: guideOrigin(context, 'RELATED') };
  }
  const occupation = catalog.occupation(career.primary);
  if (occupation === null) return null;
  const place = locate(catalog, occupation, 'related', null);
  const rows = (await rowsAt(onet.related, place)).toSorted((a, b) => a.index - b.index);
  const careers = rows.map(({ relatedCode }) => catalog.careerNamed(relatedCode)).filter((found) => found !== null);
  const content = [...new Set(careers)].filter(({ slug }) => slug !== career.slug);
  if (place.release === null || content.length === 0) return null;
  const explanation = `The occupations that ${place.release.label} relates to ${place.onetCode?.code}.`;
  return { content, origin: { section: 'RELATED', release: place.release, scope: scopeOf(career), explanation } };
}

function scopeOf({ isPrimary }: CareerEntry): OriginScope {
  return isPrimary ? 'SAME' : 'BROADER';
}

function guideOrigin({ catalog }: Context, section: CareerSectionName): SectionOrigin {
  const release = catalog.releaseOf({ releaseId: catalog.guidesReleaseId });
  return { section, release, scope: 'SAME', explanation: 'From the guide to this career.' };
}
