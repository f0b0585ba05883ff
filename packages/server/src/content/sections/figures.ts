import type { RatingAspect } from '@careergraph/domain';
import type { OccupationEntry, ReleaseEntry } from '../../catalog/entries.js';
import type { Context } from '../../context.js';
import { resolveGrowth } from '../../figures/growth.js';
import type { Asked, Resolved } from '../../figures/resolution.js';
import { resolveSalary } from '../../figures/salary.js';
import { type Rating, ratingsOf } from '../ratings.js';
import { guideOrigin } from './guide.js';
import { missing, type Origin, type OriginScope, type Reader, scopeOf, some } from './outcome.js';

type Resolve<Row> = (context: Context, asked: Asked) => Promise<Resolved<Row> | null>;

/** A reader of the national figures of the primary occupation. */
function fromFigures<Row>(what: string, resolve: Resolve<Row>): Reader<Resolved<Row>> {
  return async (subject) => {
    const { context, career } = subject;
    const occupation = context.catalog.occupation(career.primary);
    const found = occupation && (await resolve(context, national(context, occupation)));
    if (!found) return missing(`No loaded release has ${what} of ${career.primary}, or of the occupation around it.`);
    const { release, resolution } = found;
    const scope: OriginScope = resolution.exact ? scopeOf(subject) : 'BROADER';
    return { content: found, origins: [{ release, scope, explanation: resolution.explanation, url: release.url }] };
  };
}

export const salary = fromFigures('national wages', resolveSalary);
export const growth = fromFigures('employment projections', resolveGrowth);

function national({ catalog }: Context, occupation: OccupationEntry): Asked {
  return { occupation, area: catalog.nation(), asOf: null, exact: false };
}

/** The source of the figure that a rating of each aspect is calculated from. */
const FIGURES: Readonly<Record<Exclude<RatingAspect, 'SATISFACTION'>, string>> = {
  SALARY: 'bls-oews',
  JOB_GROWTH: 'bls-ep',
  EDUCATION_DURATION: 'bls-ep',
};

export const ratings: Reader<readonly Rating[]> = async (subject) => {
  const { context, career } = subject;
  const { rated, leftOut } = await ratingsOf(context, career);
  const content = some(rated);
  if (content === null) return missing(leftOut.map(({ reason }) => reason).join(' '));
  const releases = rated.map(({ aspect }) =>
    aspect === 'SATISFACTION' ? null : context.catalog.active(FIGURES[aspect]),
  );
  const origins = [...new Set(releases)].map(
    (release): Origin =>
      release === null
        ? guideOrigin(context)
        : { release, scope: scopeOf(subject), explanation: calculatedFrom(release), url: release.url },
  );
  return { content, origins };
};

function calculatedFrom({ label }: ReleaseEntry): string {
  return `Calculated from the national figures of the primary occupation, ${label}.`;
}
