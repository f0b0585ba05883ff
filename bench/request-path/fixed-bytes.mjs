// The first reference: node:http and nothing else.
import { readFile } from 'node:fs/promises';
import { serve } from './serve.mjs';

const bytes = await readFile(process.env.BYTES);
serve(() => bytes);
