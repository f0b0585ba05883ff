export type { Answer } from './answer.js';
export {
  type Client,
  type ClientOptions,
  createClient,
  type QuestionArguments,
  type RequestOptions,
} from './client.js';
export type { DataOf, TypedDocument, VariablesOf } from './documents.js';
export {
  type ApiError,
  BadUserInputError,
  CareerGraphError,
  NetworkError,
  PartialDataError,
  RateLimitedError,
  RefusedError,
  ServerError,
  TimeoutError,
} from './errors.js';
export { cite, type ProvenanceLike } from './figures/cite.js';
export type { Figure } from './figures/figure.js';
export {
  type CountLike,
  type FigureLocale,
  type FormatOptions,
  formatCount,
  formatRange,
  formatWage,
  type WageFormatOptions,
  type WageLike,
} from './figures/format.js';
export { type CareerClient, createCareerClient } from './generated/career-client.js';
export * from './generated/index.js';
export type { ListQuestion, Question } from './questions.js';
export { type AnswerCache, type CachedAnswer, memoryCache } from './transport/cache.js';
export type { RawAnswer } from './transport/send.js';
export type { OutgoingRequest, TransportOptions } from './transport/transport.js';
export { type Connection, walk } from './walk.js';
