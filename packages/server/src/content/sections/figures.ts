import type { OccupationEntry } from '../../catalog/entries.js';
import type { Context } from '../../context.js';
import { resolveGrowth } from '../../figures/growth.js';
import type { RatingFigures } from '../../figures/ratings.js';
import type { Asked, Resolved } from '../../figures/resolution.js';
import { resolveSalary } from '../../figures/salary.js';
import type { MaybePromise } from '../../maybe-promise.js';
import { type Rating, ratingsOf } from '../ratings.js';
import { guideOrigin } from './guide.js';
import { missing, type Origin, type Reader, type Subject, scopeOf, some } from './outcome.js';

type Resolve<Row> = (context: Context, asked: Asked) => MaybePromise<Resolved<Row> | null>;

/** A reader of the national figures of the primary occupation. */
function fromFigures<Row>(what: string, resolve: Resolve<Row>): Reader<Resolved<Row>> {
  return async (subject) => {
    const { context, career } = subject;
    const occupation = context.catalog.occupation(career.primary);
    const found = occupation && (await resolve(context, national(context, occupation)));
    if (!found)
      return missing(
        `No loaded release has ${what} for ${career.primary} or for the broad occupation that includes it.`,
      );
    return { content: found, origins: [originOf(found, subject)] };
  };
}

function originOf(
  { release, resolution }: Pick<Resolved<unknown>, 'release' | 'resolution'>,
  subject: Subject,
): Origin {
  const { exact, explanation } = resolution;
  return { release, scope: exact ? scopeOf(subject) : 'BROADER', explanation, url: release.url };
}

export const salary = fromFigures('national wages', resolveSalary);
export const growth = fromFigures('employment projections', resolveGrowth);

function national({ catalog }: Context, occupation: OccupationEntry): Asked {
  return { occupation, area: catalog.nation(), asOf: null, exact: false };
}

export const ratings: Reader<readonly Rating[]> = async (subject) => {
  const { context, career } = subject;
  const { rated, leftOut } = await ratingsOf(context, career);
  const content = some(rated);
  if (content === null) return missing(leftOut.map(({ reason }) => reason).join(' '));
  const origins = rated.flatMap(({ figures, usesGuide }) => [
    ...(figures ? [calculatedFrom(figures, subject)] : []),
    ...(usesGuide ? [guideOrigin(context)] : []),
  ]);
  // Ratings share rows of figures.
  return { content, origins: [...new Map(origins.map((origin) => [origin.explanation, origin])).values()] };
};

function calculatedFrom({ occupation, release, resolution }: RatingFigures, subject: Subject): Origin {
  const source = subject.context.catalog.sourceOf(release);
  const calculated = `Calculated from the national figures for ${occupation.title} in the ${source.name} for ${release.label}.`;
  const explanation = resolution.exact ? calculated : `${calculated} ${resolution.explanation}`;
  return { ...originOf({ release, resolution }, subject), explanation };
}
