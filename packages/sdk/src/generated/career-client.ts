// Generated from operations/*.graphql by npm run sdk:operations. Do not edit.
import { type Client, type ClientOptions, createClient } from '../client.js';
import { list, question } from '../questions.js';
import { area } from './area.js';
import { credentials } from './credentials.js';
import { careerPage } from './career-page.js';
import { compare } from './compare.js';
import { findings } from './findings.js';
import { growth } from './growth.js';
import { occupation } from './occupation.js';
import { provenance } from './provenance.js';
import { salariesByState } from './salaries-by-state.js';
import { salaryHistory } from './salary-history.js';
import { salaryInArea } from './salary-in-area.js';
import { search } from './search.js';
import { sources } from './sources.js';
import { suggest } from './suggest.js';
import { topStates } from './top-states.js';
import { areasList } from './areas-list.js';
import { careersList } from './careers-list.js';
import { claimsList } from './claims-list.js';
import { credentialsList } from './credentials-list.js';
import { occupationsList } from './occupations-list.js';
import { programsNear } from './programs-near.js';
import { salariesList } from './salaries-list.js';
import { technologyList } from './technology-list.js';
import { titlesList } from './titles-list.js';

/** The client with a method for every operation, as {@link createCareerClient} returns it. */
export type CareerClient = ReturnType<typeof createCareerClient>;

/**
 * Creates a client for one CareerGraph server, with a method for every operation.
 *
 * @throws TypeError if the endpoint is not an http(s) URL or the API key contains characters that a header cannot carry
 *
 * @example
 * const client = createCareerClient({ endpoint: 'https://careers.example/graphql' });
 * const { data } = await client.careerPage({ slug: 'medical-assistant' });
 * for await (const career of client.careers.all({ filter: { field: ['NURSING'] } })) console.log(career.title);
 */
export function createCareerClient(options: ClientOptions) {
  const client = createClient(options);
  return {
    /** Sends any document, as {@link Client.request} does. */
    request: client.request as Client['request'],
    /**
     * The area for a state, metropolitan area, ZIP code, or area code: `{ by: { zip: "32801" } }`.
     * For a ZIP code, `zip` explains how it was matched.
     */
    area: question(client, area),
    /** The credentials a career requires or values: who issues each one, how long it takes, and what it requires. */
    careerCredentials: question(client, credentials),
    /**
     * Everything a "how to become …" page shows, in one request. `occupation` selects another of the career's occupations for
     * `salary`, `states`, and `growth`; by default they are for the primary one. `origins` says where each section is from,
     * with the attribution to show; `absentSections` says why the other sections are missing.
     */
    careerPage: question(client, careerPage),
    /**
     * Wages of careers or occupations side by side in several areas, and which of them differ by more than their sampling errors.
     * Name `careers`, `occupations`, or both: up to 10 in all, in up to 10 areas.
     */
    compare: question(client, compare),
    /** Contradictions in what is published about a career, each with the claims and official figures compared. */
    findings: question(client, findings),
    /** Employment growth: base and projected employment, change, percent, annual openings, and the outlook with its rule. */
    growth: question(client, growth),
    /**
     * An occupation: definition, place in the hierarchy, titles, tasks, skills, technology, and related occupations.
     * An empty list says why it is empty. Show the O*NET attribution wherever you show O*NET content.
     */
    occupation: question(client, occupation),
    /** The source of a wage, down to the sheet and row of the published file. */
    provenance: question(client, provenance),
    /** Pay in every state, and the states the source leaves out, with the reason. */
    salariesByState: question(client, salariesByState),
    /** Pay in each loaded release, with the breaks that make releases hard to compare. */
    salaryHistory: question(client, salaryHistory),
    /**
     * Pay in one area per year, month, and hour, with percentiles. `area` is `{ state: "FL" }`, `{ metro: "36740" }`, or
     * `{ zip: "32801" }`; without it, the area is the nation. `resolution` explains which area and occupation the wages are for.
     */
    salaryInArea: question(client, salaryInArea),
    /**
     * What a text names: careers, occupations, credentials, and areas, each with the reason why it was found; and programs of
     * education if `kinds` has `PROGRAM`. At most 100 results.
     */
    search: question(client, search),
    /** The sources of the service, each with its loaded releases. */
    sources: question(client, sources),
    /** Titles that complete what someone types. */
    suggest: question(client, suggest),
    /** The states with the highest mean wage, and the states left out, with the reason. */
    topStates: question(client, topStates),
    /** All areas, or the areas of one kind. */
    areas: list(client, areasList, (data) => data.areas),
    /** Careers, filtered by text, field, outlook, education, and pay, in the order you choose. */
    careers: list(client, careersList, (data) => data.careers),
    /** All claims that published pages make about a career. */
    claims: list(client, claimsList, (data) => data.career?.claims),
    /** Credentials, filtered by career, kind, or text. */
    credentials: list(client, credentialsList, (data) => data.credentials),
    /** Occupations, filtered by text, level, branch of the SOC hierarchy, and available data. */
    occupations: list(client, occupationsList, (data) => data.occupations),
    /**
     * Programs of education near a ZIP code or in an area that may prepare for a career or occupation, or are in a field of
     * study, with the earnings and debt of their graduates. Provide exactly one of `career`, `occupation`, and `cip`.
     */
    programs: list(client, programsNear, (data) => data.programs),
    /** Pay for a career in all areas of one kind, in the order you choose. */
    salaries: list(client, salariesList, (data) => data.career?.salaries),
    /** All technology used in an occupation. Show the O*NET attribution with it. */
    technology: list(client, technologyList, (data) => data.occupation?.technology),
    /** All titles of an occupation. Show the O*NET attribution with them. */
    titles: list(client, titlesList, (data) => data.occupation?.alternateTitles),
  };
}
