import { answeringOf, removeRelease } from '@careergraph/releases';
import { answeringText } from './answering.js';
import { atMost, releaseNamed } from './arguments.js';
import { type Command, withDatabase } from './command.js';
import { counted } from './table.js';

export const remove: Command = {
  name: 'remove',
  parameters: '<source>/<release>',
  summary: 'deletes a release that is not active, with its files and rows',
  details: `The active release cannot be removed: activate another one first, or roll back its import. Files that another release
uses are kept. On Postgres, the command waits 6 s until no server uses the release; if it is interrupted, run it again.
Imports and activations that involved the release can no longer be rolled back. Starter figures in this repository are
loaded again at the next start of a server.`,
  options: {},
  examples: [['oews/2023-05', 'delete May 2023, for example to import it from a corrected file']],
  run: async ({ positionals }, context) => {
    const { importer, key } = releaseNamed(positionals[0], context.importers);
    atMost(positionals, 1);
    const source = importer.source.id;
    return withDatabase(context, async (database) => {
      const removal = await removeRelease(database, source, key, {
        signal: context.signal,
        onWithdrawn: (ms) =>
          context.say(`${source}/${key} is withdrawn. Waiting ${ms / 1_000} s until no server uses it.`),
      });
      const answering = await database.session((sql) => answeringOf(sql, source));
      const { revisions, files, starterAnswers } = removal;
      const rows = files.reduce((sum, file) => sum + file.rows, 0);
      const text = [
        `Removed ${source}/${key}: ${counted(revisions, 'revision')}, ${counted(files.length, 'file')}, ${counted(rows, 'row')}.`,
        ...(starterAnswers ? ['Its starter figures still answer.'] : []),
        answeringText(source, answering),
      ];
      return { json: { outcome: 'REMOVED', ...removal, answering }, text: text.join('\n') };
    });
  },
};
