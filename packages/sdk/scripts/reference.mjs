// Writes docs/, the reference of all exports: npm run -s sdk:docs at the root.
// Fails if a handwritten export has no documentation, or a link is broken.
import { fileURLToPath } from 'node:url';
import { Application, Comment, Converter, LogLevel, ReflectionKind } from 'typedoc';
import { entries } from './entries.mjs';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

const application = await Application.bootstrapWithPlugins({
  plugin: ['typedoc-plugin-markdown'],
  name: '@careergraph/sdk reference',
  entryPoints: entries.map(({ source }) => source),
  tsconfig: at('tsconfig.json'),
  readme: 'none',
  router: 'module',
  outputs: [{ name: 'markdown', path: at('docs') }],
  // Line numbers would change with every edit.
  disableSources: true,
  excludeExternals: true,
  hidePageHeader: true,
  hideBreadcrumbs: true,
  pageTitleTemplates: { module: ({ name }) => ['@careergraph/sdk', name].join('/').replace(/\/index$/, '') },
  groupOrder: ['Functions', 'Variables', 'Classes', 'Interfaces', 'Type Aliases'],
  parametersFormat: 'table',
  classPropertiesFormat: 'table',
  interfacePropertiesFormat: 'table',
  typeAliasPropertiesFormat: 'table',
  // The parts of `Figure`, which its documentation explains.
  intentionallyNotExported: ['Narrowed', 'NumberField'],
  validation: { notDocumented: true, notExported: true, invalidLink: true },
  // Properties are left out: their name and type often say enough.
  requiredToBeDocumented: [
    'Function',
    'Class',
    'Interface',
    'TypeAlias',
    'Variable',
    'Method',
    'CallSignature',
    'Accessor',
  ],
  treatWarningsAsErrors: true,
  treatValidationWarningsAsErrors: true,
  logLevel: LogLevel.Warn,
});

// The reference has the generated documents, their variables, and the schema types, but not the data types, which are
// easier to read in operations/*.graphql.
application.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
  for (const reflection of project.getReflectionsByKind(ReflectionKind.TypeAlias)) {
    const file = project.getSymbolIdFromReflection(reflection)?.fileName ?? '';
    if (!file.includes('/src/generated/') || reflection.hasComment()) continue;
    const [, operation] = /^(.*)QueryVariables$/.exec(reflection.name) ?? [];
    if (operation)
      reflection.comment = new Comment([{ kind: 'text', text: `Variables of the document ${operation}.` }]);
    else project.removeReflection(reflection);
  }
  // A destructured parameter has no name. Use the name of its type.
  for (const parameter of project.getReflectionsByKind(ReflectionKind.Parameter)) {
    if (parameter.name === '__namedParameters' && parameter.type?.type === 'reference') {
      parameter.name = parameter.type.name.charAt(0).toLowerCase() + parameter.type.name.slice(1);
    }
  }
});

const project = await application.convert();
if (project) {
  application.validate(project);
  await application.generateOutputs(project);
}
process.exitCode = application.logger.hasErrors() || application.logger.hasWarnings() ? 1 : 0;
