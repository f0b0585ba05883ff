// Writes api/*.api.md, what a partner can import from each entry: npm run -s sdk:api at the root (build first).
// A change of it is a change of what partners rely on; CI fails where it is not committed.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Extractor, ExtractorConfig } from '@microsoft/api-extractor';
import { entries } from './entries.mjs';

/**
 * What stands in the report without a name to import it by: the halves that a `Figure` is made of, and the schema's
 * types by the name of their module, each of which is exported itself.
 */
const UNNAMED = new Set(['Narrowed', 'NumberField', 'Types']);

const root = fileURLToPath(new URL('..', import.meta.url));
const temporary = mkdtempSync(join(tmpdir(), 'careergraph-api-'));
/** What the main entry exports: the other entries may show it, partners import it from there. */
const ofMainEntry = new Set();
let faults = 0;
try {
  for (const { name, types } of entries) {
    const config = ExtractorConfig.prepare({
      configObject: {
        projectFolder: root,
        mainEntryPointFilePath: types,
        compiler: { tsconfigFilePath: join(root, 'tsconfig.json') },
        apiReport: {
          enabled: true,
          reportFileName: `${name}.api.md`,
          reportFolder: join(root, 'api'),
          reportTempFolder: temporary,
          includeForgottenExports: true,
        },
        docModel: { enabled: false },
        dtsRollup: { enabled: false },
        newlineKind: 'lf',
        messages: {
          compilerMessageReporting: { default: { logLevel: 'error' } },
          extractorMessageReporting: {
            default: { logLevel: 'error' },
            // Everything that can be imported is public; there is nothing else to tag.
            'ae-missing-release-tag': { logLevel: 'none' },
            // TypeDoc reads the comments and finds what is missing (scripts/reference.mjs).
            'ae-undocumented': { logLevel: 'none' },
          },
          tsdocMessageReporting: { default: { logLevel: 'none' } },
        },
      },
      configObjectFullPath: undefined,
      packageJsonFullPath: join(root, 'package.json'),
    });
    const { errorCount } = Extractor.invoke(config, {
      localBuild: true,
      messageCallback: (message) => {
        const [, symbol] = /The symbol "(\w+)"/.exec(message.text) ?? [];
        const known = message.messageId === 'ae-forgotten-export' && (UNNAMED.has(symbol) || ofMainEntry.has(symbol));
        if (known || message.messageId === 'console-preamble') message.logLevel = 'none';
      },
    });
    faults += errorCount;
    if (name !== 'index') continue;
    const report = readFileSync(join(root, 'api/index.api.md'), 'utf8');
    for (const [, symbol] of report.matchAll(/^export (?:declare )?(?:type|interface|class|const|function) (\w+)/gm)) {
      ofMainEntry.add(symbol);
    }
  }
} finally {
  rmSync(temporary, { recursive: true });
}
process.exitCode = faults === 0 ? 0 : 1;
