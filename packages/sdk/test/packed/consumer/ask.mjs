import process from 'node:process';
import * as sdk from '@careergraph/sdk';
import { ask } from './questions.mjs';

console.log(JSON.stringify(await ask(sdk, ...process.argv.slice(2))));
