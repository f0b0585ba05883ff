// Generated from operations/*.graphql by npm run sdk:operations. Do not edit.
import { area } from '../../generated/area.js';
import { credentials } from '../../generated/credentials.js';
import { careerPage } from '../../generated/career-page.js';
import { compare } from '../../generated/compare.js';
import { findings } from '../../generated/findings.js';
import { growth } from '../../generated/growth.js';
import { occupation } from '../../generated/occupation.js';
import { provenance } from '../../generated/provenance.js';
import { salariesByState } from '../../generated/salaries-by-state.js';
import { salaryHistory } from '../../generated/salary-history.js';
import { salaryInArea } from '../../generated/salary-in-area.js';
import { search } from '../../generated/search.js';
import { sources } from '../../generated/sources.js';
import { suggest } from '../../generated/suggest.js';
import { topStates } from '../../generated/top-states.js';
import { areasList } from '../../generated/areas-list.js';
import { careersList } from '../../generated/careers-list.js';
import { claimsList } from '../../generated/claims-list.js';
import { credentialsList } from '../../generated/credentials-list.js';
import { occupationsList } from '../../generated/occupations-list.js';
import { programsNear } from '../../generated/programs-near.js';
import { salariesList } from '../../generated/salaries-list.js';
import { technologyList } from '../../generated/technology-list.js';
import { titlesList } from '../../generated/titles-list.js';
import type { AnyDocument } from '../answer.js';
import areaAnswers from './area.json' with { type: 'json' };
import credentialsAnswers from './credentials.json' with { type: 'json' };
import careerPageAnswers from './career-page.json' with { type: 'json' };
import compareAnswers from './compare.json' with { type: 'json' };
import findingsAnswers from './findings.json' with { type: 'json' };
import growthAnswers from './growth.json' with { type: 'json' };
import occupationAnswers from './occupation.json' with { type: 'json' };
import provenanceAnswers from './provenance.json' with { type: 'json' };
import salariesByStateAnswers from './salaries-by-state.json' with { type: 'json' };
import salaryHistoryAnswers from './salary-history.json' with { type: 'json' };
import salaryInAreaAnswers from './salary-in-area.json' with { type: 'json' };
import searchAnswers from './search.json' with { type: 'json' };
import sourcesAnswers from './sources.json' with { type: 'json' };
import suggestAnswers from './suggest.json' with { type: 'json' };
import topStatesAnswers from './top-states.json' with { type: 'json' };
import areasListAnswers from './areas-list.json' with { type: 'json' };
import careersListAnswers from './careers-list.json' with { type: 'json' };
import claimsListAnswers from './claims-list.json' with { type: 'json' };
import credentialsListAnswers from './credentials-list.json' with { type: 'json' };
import occupationsListAnswers from './occupations-list.json' with { type: 'json' };
import programsNearAnswers from './programs-near.json' with { type: 'json' };
import salariesListAnswers from './salaries-list.json' with { type: 'json' };
import technologyListAnswers from './technology-list.json' with { type: 'json' };
import titlesListAnswers from './titles-list.json' with { type: 'json' };

/** The recorded answers to one document. */
export interface Recorded {
  readonly document: AnyDocument;
  readonly answers: readonly { readonly variables: object; readonly data: object }[];
}

/** The recorded answers to all documents. */
export const RECORDED: readonly Recorded[] = [
  { document: area, answers: areaAnswers },
  { document: credentials, answers: credentialsAnswers },
  { document: careerPage, answers: careerPageAnswers },
  { document: compare, answers: compareAnswers },
  { document: findings, answers: findingsAnswers },
  { document: growth, answers: growthAnswers },
  { document: occupation, answers: occupationAnswers },
  { document: provenance, answers: provenanceAnswers },
  { document: salariesByState, answers: salariesByStateAnswers },
  { document: salaryHistory, answers: salaryHistoryAnswers },
  { document: salaryInArea, answers: salaryInAreaAnswers },
  { document: search, answers: searchAnswers },
  { document: sources, answers: sourcesAnswers },
  { document: suggest, answers: suggestAnswers },
  { document: topStates, answers: topStatesAnswers },
  { document: areasList, answers: areasListAnswers },
  { document: careersList, answers: careersListAnswers },
  { document: claimsList, answers: claimsListAnswers },
  { document: credentialsList, answers: credentialsListAnswers },
  { document: occupationsList, answers: occupationsListAnswers },
  { document: programsNear, answers: programsNearAnswers },
  { document: salariesList, answers: salariesListAnswers },
  { document: technologyList, answers: technologyListAnswers },
  { document: titlesList, answers: titlesListAnswers },
];
