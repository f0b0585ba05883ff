import { answeringOf, removeRelease } from '@careergraph/releases';
import { answeringText } from './answering.js';
import { atMost, releaseNamed } from './arguments.js';
import { type Command, withDatabase } from './command.js';
import { counted } from './table.js';

export const remove: Command = {
  name: 'remove',
  parameters: '<source>/<release>',
  summary: 'deletes a release that is not active, with its files and rows',
  details: `The active release is refused: activate another one, or roll its import back. Files that another release has stay. On
Postgres it takes 6 s: first the release stops to answer, then, when all servers know, it goes. Run it again where it
was interrupted. Imports and activations that the release had a part in can no longer be rolled back. Figures that are
typed into this repository come back at the next start of a server.`,
  options: {},
  examples: [['oews/2023-05', 'May 2023 is not needed any more, or is to be imported from a corrected file']],
  run: async ({ positionals }, context) => {
    const { importer, key } = releaseNamed(positionals[0], context.importers);
    atMost(positionals, 1);
    const source = importer.source.id;
    return withDatabase(context, async (database) => {
      const removal = await removeRelease(database, source, key, {
        signal: context.signal,
        onWithdrawn: (ms) =>
          context.say(`${source}/${key} answers no more; waiting ${ms / 1_000} s for servers to know.`),
      });
      const answering = await database.session((sql) => answeringOf(sql, source));
      const { revisions, files, starterAnswers } = removal;
      const rows = files.reduce((sum, file) => sum + file.rows, 0);
      const text = [
        `Removed ${source}/${key}: ${counted(revisions, 'revision')}, ${counted(files.length, 'file')}, ${counted(rows, 'row')}.`,
        ...(starterAnswers ? ['What is typed into this repository of it goes on answering.'] : []),
        answeringText(source, answering),
      ];
      return { json: { outcome: 'REMOVED', ...removal, answering }, text: text.join('\n') };
    });
  },
};
