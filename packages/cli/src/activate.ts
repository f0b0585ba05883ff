import { commandLine } from '@careergraph/db';
import { answeringOf, activate as makeActive, releasesOf, revisionToActivate } from '@careergraph/releases';
import { answeringText } from './answering.js';
import { atMost, releaseNamed } from './arguments.js';
import { type Command, withDatabase } from './command.js';

export const activate: Command = {
  name: 'activate',
  parameters: '<source>/<release>',
  summary: 'makes a loaded release the default release of its source',
  details:
    'The default release answers queries that name no release. Newer ones then answer only queries that name them. Older wages\nand projections still answer where the default has no figure. A release that was rolled back can be activated again. "rollback" undoes an activation.',
  options: {},
  examples: [['oews/2024-05', 'use May 2024 by default, although May 2025 is loaded']],
  run: async ({ positionals }, context) => {
    const { importer, key } = releaseNamed(positionals[0], context.importers);
    atMost(positionals, 1);
    const source = importer.source.id;
    return withDatabase(context, (database) =>
      database.session(async (sql) => {
        const { id, status, revision } = revisionToActivate(await releasesOf(sql, source), source, key);
        await makeActive(sql, source, id, { cause: `activate ${importer.name}/${key}`, active: true });
        const answering = await answeringOf(sql, source);
        const isChanged = status !== 'ACTIVE';
        const text = [
          isChanged ? `Activated ${source}/${key}; it was ${status}.` : `${source}/${key} is active already.`,
          answeringText(source, answering),
          ...(isChanged ? [`Undo: ${commandLine('data', 'rollback', importer.name)}`] : []),
        ];
        const outcome = isChanged ? 'ACTIVATED' : 'UNCHANGED';
        return {
          json: { outcome, source, release: key, revision, statusBefore: status, answering },
          text: text.join('\n'),
        };
      }),
    );
  },
};
