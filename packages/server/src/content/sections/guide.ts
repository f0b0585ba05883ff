import type { Context } from '../../context.js';
import { missing, type Origin, type Reader, type Subject } from './outcome.js';

/** A reader of the guide to a career. */
export function fromGuide<T>(read: (subject: Subject) => T | null | Promise<T | null>): Reader<T> {
  return async (subject) => {
    if (!subject.career.hasGuide) return missing('There is no guide to this career.');
    const content = await read(subject);
    if (content === null) return missing('The guide to this career does not have this section.');
    return { content, origins: [guideOrigin(subject.context)] };
  };
}

export function guideOrigin({ catalog }: Context): Origin {
  const release = catalog.releaseOf({ releaseId: catalog.guidesReleaseId });
  return { release, scope: 'SAME', explanation: 'From the guide to this career.', url: release.url };
}
