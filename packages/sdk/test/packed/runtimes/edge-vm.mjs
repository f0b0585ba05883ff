// node edge-vm.mjs <script> <endpoint> <gone>: what the script answers in a VM that has the globals of the web alone.
import { readFileSync } from 'node:fs';
import { EdgeVM } from '@edge-runtime/vm';

const [script, endpoint, gone] = process.argv.slice(2);
const vm = new EdgeVM({ initialCode: readFileSync(script, 'utf8') });
const response = await vm.dispatchFetch(`https://edge.example/?${new URLSearchParams({ endpoint, gone })}`);
console.log(await response.text());
