import type { Answer } from './answer.js';
import {
  type Client,
  type ClientOptions,
  createClient,
  type QuestionArguments,
  type RequestOptions,
} from './client.js';
import type { TypedDocument } from './documents.js';
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
} from './generated/index.js';
import { type Connection, walk } from './walk.js';

/** Asks one question; {@link Client.request} tells its errors. */
export type Question<TData, TVariables> = (...rest: QuestionArguments<TVariables>) => Promise<Answer<TData>>;

/** Asks for one page of a list, or walks all of it. */
export interface ListQuestion<TData, TVariables, TNode> extends Question<TData, TVariables> {
  /**
   * Every item from the start of the list to its end; `first` is the size of the pages, 1 to 100. A list of something
   * that does not exist has no items.
   *
   * @throws PartialDataError where a page has gaps; else as {@link Client.request}
   *
   * @example
   * for await (const career of client.careers.all({ filter: { text: 'assistant' } })) console.log(career.title);
   */
  all(
    ...rest: QuestionArguments<Omit<TVariables, 'after' | 'last' | 'before'>>
  ): AsyncGenerator<TNode, void, undefined>;
}

/** The larger client: a method for every question. Its type follows from {@link createCareerClient}. */
export type CareerClient = ReturnType<typeof createCareerClient>;

/**
 * A client of one CareerGraph server with a method for every question.
 *
 * @throws TypeError where the endpoint is no http(s) address or the key cannot be sent
 *
 * @example
 * const client = createCareerClient({ endpoint: 'https://careers.example/graphql' });
 * const { data } = await client.careerPage({ slug: 'medical-assistant' });
 * for await (const career of client.careers.all({ filter: { field: ['NURSING'] } })) console.log(career.title);
 */
export function createCareerClient(options: ClientOptions) {
  const client = createClient(options);

  const question =
    <TData, TVariables>(document: TypedDocument<TData, TVariables>): Question<TData, TVariables> =>
    (...rest) =>
      client.request(document, ...rest);

  const list = <TData, TVariables extends object, TNode>(
    document: TypedDocument<TData, TVariables>,
    pick: (data: TData) => Connection<TNode> | null | undefined,
  ): ListQuestion<TData, TVariables, TNode> =>
    Object.assign(question(document), {
      all: (variables?: object, own?: RequestOptions) => walk(client, document, variables as TVariables, pick, own),
    });

  return {
    /** As of the smaller client: asks with a document of your own, or one of ours. */
    request: client.request as Client['request'],
    /** Everything that a "how to become …" page shows, in one request. */
    careerPage: question(careerPage),
    /** What a career pays in one place, per year, month and hour, with percentiles. */
    salaryInArea: question(salaryInArea),
    /** The whole table of states, with those that the source leaves out. */
    salariesByState: question(salariesByState),
    /** The best paid states, what was left out and why. */
    topStates: question(topStates),
    /** Which credentials a career asks for, who issues them, how long they take. */
    careerCredentials: question(credentials),
    /** Where employment is heading. */
    growth: question(growth),
    /** Where a wage came from, down to sheet and row. */
    provenance: question(provenance),
    /** The contradictions in what was published about a career. */
    findings: question(findings),
    /** What a career paid in each release, with the breaks between them. */
    salaryHistory: question(salaryHistory),
    /** What an occupation is: definition, titles, tasks, skills, technology. */
    occupation: question(occupation),
    /** An area by state, metropolitan area, ZIP code or code. */
    area: question(area),
    /** What the service answers from. */
    sources: question(sources),
    /** Careers by text, field, outlook, education and pay. */
    careers: list(careersList, (data) => data.careers),
    /** Areas of one kind, or all. */
    areas: list(areasList, (data) => data.areas),
    /** Occupations by text, level and branch of the SOC tree. */
    occupations: list(occupationsList, (data) => data.occupations),
    /** All credentials, by career, kind or text. */
    credentials: list(credentialsList, (data) => data.credentials),
    /** What a career pays in all areas of a kind. */
    salaries: list(salariesList, (data) => data.career?.salaries),
    /** Everything that published pages state about a career. */
    claims: list(claimsList, (data) => data.career?.claims),
    /** All titles of an occupation. */
    titles: list(titlesList, (data) => data.occupation?.alternateTitles),
    /** All technology of an occupation. */
    technology: list(technologyList, (data) => data.occupation?.technology),
  };
}
