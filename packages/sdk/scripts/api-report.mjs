// Writes api/*.api.md, the public API of each entry point: npm run -s sdk:api at the root (build first).
// A change in these files changes what partners rely on. CI fails if they are not up to date.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Extractor, ExtractorConfig } from '@microsoft/api-extractor';
import { entries } from './entries.mjs';

/**
 * Names that reports may mention although no entry point exports them: the parts of `Figure`, and the module of the
 * schema types, which are exported one by one.
 */
const UNNAMED = new Set(['Narrowed', 'NumberField', 'Types']);

const root = fileURLToPath(new URL('..', import.meta.url));
const temporary = mkdtempSync(join(tmpdir(), 'careergraph-api-'));
/** The exports of the main entry point. Reports of the other entry points may mention them. */
const mainExports = new Set();
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
            // All exports are public, so there is nothing to tag.
            'ae-missing-release-tag': { logLevel: 'none' },
            // TypeDoc reports missing comments (scripts/reference.mjs).
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
        const known = message.messageId === 'ae-forgotten-export' && (UNNAMED.has(symbol) || mainExports.has(symbol));
        if (known || message.messageId === 'console-preamble') message.logLevel = 'none';
      },
    });
    faults += errorCount;
    if (name !== 'index') continue;
    const report = readFileSync(join(root, 'api/index.api.md'), 'utf8');
    for (const [, symbol] of report.matchAll(/^export (?:declare )?(?:type|interface|class|const|function) (\w+)/gm)) {
      mainExports.add(symbol);
    }
  }
} finally {
  rmSync(temporary, { recursive: true });
}
process.exitCode = faults === 0 ? 0 : 1;
