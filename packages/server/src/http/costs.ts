import type { DocumentNode, GraphQLError, GraphQLSchema } from 'graphql';
import { apiError } from '../errors.js';
import type { Question } from './documents.js';
import { type Measure, measure, NOTHING } from './measure.js';

/**
 * What one request may ask for. The playground's career page has a depth of 7, a breadth of
 * 450, and a cost of about 13,400; the SDK's has a breadth of 463. GraphiQL's question about the schema is 15 deep.
 */
export const QUERY_LIMITS = { rootFields: 15, depth: 12, introspectionDepth: 20, breadth: 480, cost: 20_000 };

/** More sizes than this are asked of one document only by someone who tries them all. */
const MAX_SIZES = 100;

/** Of a list of variables that is remembered. */
const MAX_CHARACTERS = 500;

export interface Costs {
  /** How large the operation of a question is, known before anything is executed. */
  measureOf(question: Question): Measure;
  /** The error of a question that is over a limit, or undefined. */
  refusalOf(question: Question): GraphQLError | undefined;
  /** Whether the document was answered without errors with variables of the same sizes. */
  wasAnswered(question: Question): boolean;
  /** Notes that the question was answered without errors. */
  remember(question: Question): void;
}

/** What is known of a document with variables of one size. */
interface Counted {
  readonly measure: Measure;
  wasAnswered: boolean;
}

/** @param parse gives the document of a text; throws where it is not one */
export function createCosts(schema: GraphQLSchema, parse: (text: string) => DocumentNode): Costs {
  const ofQuestions = new WeakMap<Question, Counted>();
  const ofDocuments = new WeakMap<DocumentNode, Map<string, Counted>>();
  const countedOf = (question: Question): Counted => {
    let known = ofQuestions.get(question);
    if (!known) {
      known = count(question);
      ofQuestions.set(question, known);
    }
    return known;
  };
  const count = ({ params: { query = '', operationName, variables } }: Question): Counted => {
    try {
      const document = parse(query);
      const known = ofDocuments.get(document) ?? new Map<string, Counted>();
      const sizes = sizesOf(operationName, variables);
      const found = known.get(sizes) ?? {
        measure: measure(schema, document, operationName ?? undefined, variables ?? {}),
        wasAnswered: false,
      };
      if (sizes.length <= MAX_CHARACTERS && known.size < MAX_SIZES) ofDocuments.set(document, known.set(sizes, found));
      return found;
    } catch {
      // It does not parse, which is said where it is executed.
      return { measure: NOTHING, wasAnswered: false };
    }
  };
  return {
    measureOf: (question) => countedOf(question).measure,
    refusalOf: (question) => refusalOf(countedOf(question).measure),
    wasAnswered: (question) => countedOf(question).wasAnswered,
    remember: (question) => {
      countedOf(question).wasAnswered = true;
    },
  };
}

function refusalOf({ rootFields, depth, introspectionDepth, breadth, cost }: Measure): GraphQLError | undefined {
  const limits = QUERY_LIMITS;
  if (rootFields > limits.rootFields) {
    const message = `The query has ${rootFields} fields or aliases at its root; split it.`;
    return overLimit('TOO_MANY_ALIASES', message, rootFields, limits.rootFields);
  }
  if (depth > limits.depth)
    return overLimit('QUERY_DEPTH', `The query is ${depth} deep; ask for less in one go.`, depth, limits.depth);
  if (introspectionDepth > limits.introspectionDepth) {
    const message = `The question about the schema is ${introspectionDepth} deep; ask for less in one go.`;
    return overLimit('QUERY_DEPTH', message, introspectionDepth, limits.introspectionDepth);
  }
  if (breadth > limits.breadth)
    return overLimit(
      'QUERY_BREADTH',
      `The query is ${breadth} selected fields wide; split it.`,
      breadth,
      limits.breadth,
    );
  if (cost > limits.cost) {
    const message = `The query is ${cost} in cost, lists counted by their page size; ask for smaller pages or fewer fields.`;
    return overLimit('QUERY_COMPLEXITY', message, cost, limits.cost);
  }
  return undefined;
}

function overLimit(
  code: 'TOO_MANY_ALIASES' | 'QUERY_DEPTH' | 'QUERY_BREADTH' | 'QUERY_COMPLEXITY',
  message: string,
  value: number,
  limit: number,
) {
  return apiError(code, `${message} The limit is ${limit}.`, { limit, value, http: { status: 400 } });
}

/** The operation with its variables, without their texts: sizes are numbers and lengths of lists. */
function sizesOf(operationName: unknown, variables: unknown): string {
  const sizes = JSON.stringify(variables, (_name, value) => (typeof value === 'string' ? '' : value));
  return `${operationName} ${sizes}`;
}
