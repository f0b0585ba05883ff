export { importers as SOURCES } from '@careergraph/sources';
export type { Command } from './command.js';
export { Interrupted } from './failure.js';
export { KEYS_COMMANDS, type KeysCommand } from './keys/commands.js';
export { runKeys } from './keys/run.js';
export { DATA_COMMANDS, runCommandLine } from './run.js';
export { type Surroundings, standardStreams, surroundings } from './surroundings.js';
