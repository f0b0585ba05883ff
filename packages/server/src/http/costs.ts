import type { DocumentNode, GraphQLError, GraphQLSchema } from 'graphql';
import { apiError } from '../errors.js';
import type { Question } from './documents.js';
import { type Measure, measure } from './measure.js';

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
  /** Whether the document was answered without errors with variables of these sizes. */
  wasAnswered(document: DocumentNode, operationName: unknown, variables: unknown): boolean;
  remember(document: DocumentNode, operationName: unknown, variables: unknown): void;
}

/** @param parse gives the document of a text; throws where it is not one */
export function createCosts(schema: GraphQLSchema, parse: (text: string) => DocumentNode): Costs {
  const ofQuestions = new WeakMap<Question, Measure>();
  const ofDocuments = new WeakMap<DocumentNode, Map<string, Measure>>();
  const answered = new WeakMap<DocumentNode, Set<string>>();
  const measureOf = (question: Question): Measure => {
    let known = ofQuestions.get(question);
    if (!known) {
      known = measureQuestion(question);
      ofQuestions.set(question, known);
    }
    return known;
  };
  const measureQuestion = ({ params: { query = '', operationName, variables } }: Question): Measure => {
    try {
      const document = parse(query);
      const known = ofDocuments.get(document) ?? new Map<string, Measure>();
      const sizes = sizesOf(operationName, variables);
      const found = known.get(sizes) ?? measure(schema, document, operationName ?? undefined, variables ?? {});
      if (sizes.length <= MAX_CHARACTERS && known.size < MAX_SIZES) ofDocuments.set(document, known.set(sizes, found));
      return found;
    } catch {
      // It does not parse, which is said where it is executed.
      return { cost: 1, depth: 0, breadth: 0, rootFields: 0, introspectionDepth: 0 };
    }
  };
  return {
    measureOf,
    refusalOf: (question) => refusalOf(measureOf(question)),
    wasAnswered: (document, operationName, variables) =>
      answered.get(document)?.has(sizesOf(operationName, variables)) ?? false,
    remember: (document, operationName, variables) => {
      const known = answered.get(document) ?? new Set();
      const sizes = sizesOf(operationName, variables);
      if (sizes.length <= MAX_CHARACTERS && known.size < MAX_SIZES) answered.set(document, known.add(sizes));
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
