import type { DataOf, VariablesOf } from '../documents.js';
import {
  area,
  areasList,
  careerPage,
  careersList,
  claimsList,
  credentials,
  credentialsList,
  findings,
  growth,
  occupation,
  occupationsList,
  provenance,
  salariesByState,
  salariesList,
  salaryHistory,
  salaryInArea,
  sources,
  technologyList,
  titlesList,
  topStates,
} from '../generated/index.js';
import type { AnyDocument } from './answer.js';
import areaAnswers from './recorded/area.json' with { type: 'json' };
import areasListAnswers from './recorded/areas-list.json' with { type: 'json' };
import careerPageAnswers from './recorded/career-page.json' with { type: 'json' };
import careersListAnswers from './recorded/careers-list.json' with { type: 'json' };
import claimsListAnswers from './recorded/claims-list.json' with { type: 'json' };
import credentialsAnswers from './recorded/credentials.json' with { type: 'json' };
import credentialsListAnswers from './recorded/credentials-list.json' with { type: 'json' };
import findingsAnswers from './recorded/findings.json' with { type: 'json' };
import growthAnswers from './recorded/growth.json' with { type: 'json' };
import occupationAnswers from './recorded/occupation.json' with { type: 'json' };
import occupationsListAnswers from './recorded/occupations-list.json' with { type: 'json' };
import provenanceAnswers from './recorded/provenance.json' with { type: 'json' };
import salariesByStateAnswers from './recorded/salaries-by-state.json' with { type: 'json' };
import salariesListAnswers from './recorded/salaries-list.json' with { type: 'json' };
import salaryHistoryAnswers from './recorded/salary-history.json' with { type: 'json' };
import salaryInAreaAnswers from './recorded/salary-in-area.json' with { type: 'json' };
import sourcesAnswers from './recorded/sources.json' with { type: 'json' };
import technologyListAnswers from './recorded/technology-list.json' with { type: 'json' };
import titlesListAnswers from './recorded/titles-list.json' with { type: 'json' };
import topStatesAnswers from './recorded/top-states.json' with { type: 'json' };

interface Recorded {
  readonly document: AnyDocument;
  readonly answers: readonly { readonly variables: object; readonly data: object }[];
}

const RECORDED: readonly Recorded[] = [
  { document: area, answers: areaAnswers },
  { document: areasList, answers: areasListAnswers },
  { document: careerPage, answers: careerPageAnswers },
  { document: careersList, answers: careersListAnswers },
  { document: claimsList, answers: claimsListAnswers },
  { document: credentials, answers: credentialsAnswers },
  { document: credentialsList, answers: credentialsListAnswers },
  { document: findings, answers: findingsAnswers },
  { document: growth, answers: growthAnswers },
  { document: occupation, answers: occupationAnswers },
  { document: occupationsList, answers: occupationsListAnswers },
  { document: provenance, answers: provenanceAnswers },
  { document: salariesByState, answers: salariesByStateAnswers },
  { document: salariesList, answers: salariesListAnswers },
  { document: salaryHistory, answers: salaryHistoryAnswers },
  { document: salaryInArea, answers: salaryInAreaAnswers },
  { document: sources, answers: sourcesAnswers },
  { document: technologyList, answers: technologyListAnswers },
  { document: titlesList, answers: titlesListAnswers },
  { document: topStates, answers: topStatesAnswers },
];

/**
 * A real answer of a server with the content of CareerGraph's repository, to be given as it is or changed by a spread.
 * It is your own copy.
 *
 * @param variables those that it was recorded for, the first ones unless given
 * @throws Error where there is no answer for them; its message says which there are
 *
 * @example
 * const { career } = recorded(careerPage); // of { slug: 'medical-office-manager' }
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
      `No answer of ${document.name}${wanted ? ` to ${wanted}` : ''} is recorded, ${known ? `only to ${known}` : 'whatever is asked'}.`,
    );
  }
  return structuredClone(found.data) as DataOf<TDocument>;
}

/** The document of ours that a request is for. */
export function recordedDocument(isAskedFor: (document: AnyDocument) => boolean): AnyDocument | undefined {
  return RECORDED.find(({ document }) => isAskedFor(document))?.document;
}

/** What is null counts as not given: the API answers both alike. */
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
