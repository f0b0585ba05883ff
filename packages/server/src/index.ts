export { type ApiOptions, createApi } from './api.js';
export { type CatalogKeeper, keepCatalog } from './catalog/keeper.js';
export { type Env, readEnv } from './env.js';
export type { Handler, HttpRequest, HttpResponse } from './http/handler.js';
export { type Listening, listen } from './http/listen.js';
export { createPlayground, type Playground } from './http/playground.js';
export { createLogger, type Logger } from './log.js';
export { printContract, schema } from './schema/index.js';
export { type Service, startService } from './start.js';
