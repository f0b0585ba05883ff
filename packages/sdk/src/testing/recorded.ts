import type { DataOf, VariablesOf } from '../documents.js';
import type { AnyDocument } from './answer.js';
import { RECORDED } from './recorded/index.js';

/**
 * Returns a copy of a recorded answer from a real server with the content of CareerGraph's repository.
 *
 * @param variables variables of the recorded request; by default those of the first recording
 * @throws Error if no answer is recorded for the variables; the message lists the recorded ones
 *
 * @example
 * const { career } = recorded(careerPage); // for { slug: 'medical-office-manager' }
 * recorded(careerPage, { slug: 'no-such-career' }); // { career: null }
 */
export function recorded<TDocument extends AnyDocument>(
  document: TDocument,
  variables?: VariablesOf<TDocument>,
): DataOf<TDocument> {
  const { answers = [] } = RECORDED.find((each) => each.document.hash === document.hash) ?? {};
  const wanted = variables && canonical(variables);
  const found = answers.find((answer) => wanted === undefined || canonical(answer.variables) === wanted);
  if (!found) {
    const known = answers.map((answer) => JSON.stringify(answer.variables)).join(', ');
    throw new Error(
      `${document.name} has no recorded answer${wanted ? ` for ${wanted}` : ''}${known ? `, only for ${known}` : ''}.`,
    );
  }
  return structuredClone(found.data) as DataOf<TDocument>;
}

/** Finds the SDK document that a request names. */
export function recordedDocument(isAskedFor: (document: AnyDocument) => boolean): AnyDocument | undefined {
  return RECORDED.find(({ document }) => isAskedFor(document))?.document;
}

/** Leaves out nulls and sorts the keys: the API treats null and a missing variable alike. */
function canonical(variables: object): string {
  return JSON.stringify(variables, (_key, value: unknown) =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value)
            .filter(([, part]) => part !== null)
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : value,
  );
}
