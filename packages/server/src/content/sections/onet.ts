import { JOB_TITLE_KINDS, listed, wordsOf } from '@careergraph/domain';
import type { Catalog } from '../../catalog/catalog.js';
import type { OccupationCode, ReleaseEntry } from '../../catalog/entries.js';
import type { Context } from '../../context.js';
import { named, namedCode } from '../../figures/wording.js';
import { type OnetContent, primaryOf } from '../../onet/place.js';
import { educationNeeded, type RatingsAsked } from '../../onet/ratings.js';
import { jobZoneNameOf } from '../../onet/references.js';
import { jobTitlesOf } from '../../onet/titles.js';
import { missing, type Origin, type Outcome, type Reader, type Subject, scopeOf, some } from './outcome.js';

/** What resolvers answer where a query names neither a release nor hidden ratings. */
export const DEFAULTS: RatingsAsked = { asOf: null, includeSuppressed: false };

/**
 * A reader of an O*NET table for the primary occupation of a career.
 *
 * @param what the content, in a sentence
 */
export function fromOnet<List extends OnetContent, T>(
  what: string,
  load: (context: Context, occupation: OccupationCode) => Promise<List>,
  read: (list: List, subject: Subject) => T | null | Promise<T | null>,
): Reader<T> {
  return async (subject) => {
    const { context, career } = subject;
    if (context.catalog.active('onet') === null) {
      return missing('O*NET has not been imported here.');
    }
    const list = await load(context, primaryOf(context.catalog, career));
    const { release, onetCode } = list;
    const content = await read(list, subject);
    if (content === null || release === null || onetCode === null) {
      return missing(list.reason ?? `${release?.label} has no ${what} that this server knows.`);
    }
    const explanation = `The ${what} for ${named(onetCode)}, from ${release.label}.`;
    return { content, origins: [{ release, scope: scopeOf(subject), explanation, url: onetPage(onetCode.code) }] };
  };
}

function onetPage(code: string): string {
  return `https://www.onetonline.org/link/summary/${code}`;
}

/** The element and the scale of the level of education that a job requires. */
const REQUIRED_EDUCATION = { elementId: '2.D.1', scaleId: 'RL' };

/**
 * The share of workers by level of education. None if O*NET recommends suppressing one of them: the others would mislead,
 * because the level that is not shown may be the most common.
 */
export async function educationShares(context: Context, occupation: OccupationCode) {
  const needs = await educationNeeded(context, occupation, { ...DEFAULTS, includeSuppressed: true });
  const { elementId, scaleId } = REQUIRED_EDUCATION;
  const required = needs.nodes.find((need) => need.elementId === elementId && need.scaleId === scaleId);
  const shares = required?.shares ?? [];
  const suppressed = shares.filter(({ recommendSuppress }) => recommendSuppress === true);
  if (suppressed.length === 0) return { ...needs, shares };
  const reason = `O*NET recommends not showing ${suppressed.length} of the ${shares.length} shares, and the others alone would mislead.`;
  return { ...needs, shares: [], reason };
}

/** What the job zone of the occupation says about education. */
export async function educationOfZone(
  { zone }: { readonly zone: { readonly jobZone: number; readonly release: Origin['release'] } | null },
  { context }: Subject,
): Promise<string | null> {
  return zone && ((await jobZoneNameOf(context, zone.release, zone.jobZone))?.education ?? null);
}

/** The releases that list job titles of the primary occupation, besides the title of the career. */
export const titles: Reader<readonly ReleaseEntry[]> = async (subject) => {
  const { context, career } = subject;
  const { nodes, reason } = await jobTitlesOf(context, primaryOf(context.catalog, career), {
    kinds: wordsOf(JOB_TITLE_KINDS),
    asOf: null,
    except: career.title,
  });
  const releases = some([...new Set(nodes.map(({ release }) => release))]);
  if (releases === null)
    return missing(reason ?? `The only job title of ${career.primary} is the title of the career.`);
  const occupation = namedCode(context.catalog, career.primary);
  const explanation = (release: ReleaseEntry) => `The job titles for ${occupation}, from ${release.label}.`;
  return {
    content: releases,
    origins: releases.map((release) => ({
      release,
      scope: scopeOf(subject),
      explanation: explanation(release),
      url: release.url,
    })),
  };
};

/** The definition of the primary occupation, by the SOC or by O*NET; of a hybrid, those of the occupations it combines. */
export const definition: Reader<string> = (subject) => {
  const { catalog } = subject.context;
  const code = subject.career.primary;
  const found = definitionOf(catalog, code);
  if (!found) return definitionsOfParts(subject);
  const release = catalog.releaseOf(found);
  const explanation = `The definition of ${namedCode(catalog, code)}, from ${release.label}.`;
  const url = release.sourceId === 'onet' ? onetPage(code.length === 7 ? `${code}.00` : code) : release.url;
  return { content: found.text, origins: [{ release, scope: scopeOf(subject), explanation, url }] };
};

function definitionOf(catalog: Catalog, code: string) {
  const defined = [code, `${code}.00`].map((each) => catalog.occupation(each)).find((each) => each?.definition);
  return defined?.definition ?? null;
}

/** Each definition with the title of its occupation. A hybrid with an undefined part has no description. */
function definitionsOfParts(subject: Subject): Outcome<string> {
  const { catalog } = subject.context;
  const code = subject.career.primary;
  const codes = catalog.partsOf(code);
  if (codes.length === 0) return missing(`No loaded release of the SOC or O*NET defines ${code}.`);
  const parts = codes.map((part) => ({
    occupation: catalog.occupation(part),
    definition: definitionOf(catalog, part),
  }));
  const paragraphs = parts.flatMap(({ occupation, definition: found }) =>
    occupation && found ? [`**${occupation.title}:** ${found.text}`] : [],
  );
  if (paragraphs.length < codes.length) {
    return missing(
      `${namedCode(catalog, code)} combines ${codes.length} occupations, and no loaded release of the SOC or O*NET defines all of them.`,
    );
  }
  const names = listed(codes.map((part) => namedCode(catalog, part)));
  const releases = new Set(parts.flatMap(({ definition: found }) => (found ? [catalog.releaseOf(found)] : [])));
  const origins = [...releases].map((release) => ({
    release,
    scope: scopeOf(subject),
    explanation: `The definitions of ${names}, which official statistics combine as ${namedCode(catalog, code)}, from ${release.label}.`,
    url: release.url,
  }));
  return { content: paragraphs.join('\n\n'), origins };
}
