// Writes docs/, the reference of everything that partners can import: npm run -s sdk:docs at the root.
// Fails where a public name that is written by hand has no documentation, or a link leads nowhere.
import { fileURLToPath } from 'node:url';
import { Application, Comment, Converter, LogLevel, ReflectionKind } from 'typedoc';
import { entries } from './entries.mjs';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

const application = await Application.bootstrapWithPlugins({
  plugin: ['typedoc-plugin-markdown'],
  name: 'Reference of @careergraph/sdk',
  entryPoints: entries.map(({ source }) => source),
  tsconfig: at('tsconfig.json'),
  readme: 'none',
  router: 'module',
  outputs: [{ name: 'markdown', path: at('docs') }],
  // Line numbers would change every page with every change of the code.
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
  // The parts of a `Figure`, which its own text explains.
  intentionallyNotExported: ['Narrowed', 'NumberField'],
  validation: { notDocumented: true, notExported: true, invalidLink: true },
  // Of a property the name and type often say all.
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

// Of what is generated, documents, their variables and the schema's types are shown. What a document answers is easier
// to read in operations/*.graphql than as one nested type.
application.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
  for (const reflection of project.getReflectionsByKind(ReflectionKind.TypeAlias)) {
    const file = project.getSymbolIdFromReflection(reflection)?.fileName ?? '';
    if (!file.includes('/src/generated/') || reflection.hasComment()) continue;
    const [, operation] = /^(.*)QueryVariables$/.exec(reflection.name) ?? [];
    if (operation)
      reflection.comment = new Comment([{ kind: 'text', text: `Variables of the document ${operation}.` }]);
    else project.removeReflection(reflection);
  }
  // A parameter that is taken apart has no name of its own; its type has one.
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
