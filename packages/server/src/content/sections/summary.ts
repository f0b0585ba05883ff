import type { SummaryPlace } from '../../catalog/entries.js';
import { fromGuide } from './guide.js';
import { fromHandbook } from './handbook.js';
import { definition } from './onet.js';
import { isMissing, type Reader, scopeOf } from './outcome.js';

const READERS: Readonly<Record<SummaryPlace['from'], Reader<string>>> = {
  GUIDE: fromGuide(({ career }) => career.summary),
  PROFILE: fromHandbook('SAME', ({ summary: text }) => text),
  DEFINITION: async (subject) => {
    const outcome = await definition(subject);
    return isMissing(outcome) ? outcome : { ...outcome, content: subject.career.summary };
  },
  TITLE: (subject) => {
    const { career, context } = subject;
    const release = context.catalog.releaseOf(career.summaryPlace);
    const explanation = `The title of ${career.primary} in the ${context.catalog.sourceOf(release).name} for ${release.label}.`;
    return { content: career.summary, origins: [{ release, scope: scopeOf(subject), explanation, url: release.url }] };
  },
};

/** Every career has a summary, which the catalog holds with its place. */
export const summary: Reader<string> = (subject) => READERS[subject.career.summaryPlace.from](subject);
