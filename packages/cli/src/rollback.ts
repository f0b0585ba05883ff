import { answeringOf, rollback as rollBack } from '@careergraph/releases';
import { answeringText } from './answering.js';
import { atMost, importerNamed } from './arguments.js';
import { type Command, withDatabase } from './command.js';

export const rollback: Command = {
  name: 'rollback',
  parameters: '<source>',
  summary: 'undoes the last import or activation of a source',
  details: `The previous release answers again. The imported release stays loaded as STAGED: repeat the import or use "activate" to
bring it back, or "remove" to delete it. Run the command again to undo the import or activation before that. Loads of
starter figures are not undone, unless they changed the same release: the next start of a server loads them again.`,
  options: {},
  examples: [['oews', 'undo the last import of OEWS']],
  run: async ({ positionals }, context) => {
    const importer = importerNamed(positionals[0], context.importers);
    atMost(positionals, 1);
    const source = importer.source.id;
    return withDatabase(context, (database) =>
      database.session(async (sql) => {
        const undone = await rollBack(sql, source);
        const answering = await answeringOf(sql, source);
        const text = `Rolled back "${undone.cause}" of ${undone.at.toISOString()}.\n${answeringText(source, answering)}`;
        return { json: { outcome: 'ROLLED_BACK', source, undone, answering }, text };
      }),
    );
  },
};
