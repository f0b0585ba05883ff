// The first reference: node:http and nothing else.
import { serve } from './serve.mjs';

const bytes = Buffer.alloc(Number(process.env.BYTES), 'x');
serve(() => bytes);
