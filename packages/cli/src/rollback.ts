import { answeringOf, rollback as takeBack } from '@careergraph/releases';
import { answeringText } from './answering.js';
import { atMost, importerNamed } from './arguments.js';
import { type Command, withDatabase } from './command.js';

export const rollback: Command = {
  name: 'rollback',
  parameters: '<source>',
  summary: 'takes back the last import or activation of a source, in one transaction',
  details: `What answered before answers again. What was imported stays loaded, as STAGED, so that the same import or "activate"
brings it back at once; "remove" deletes it. Run again, it takes back the import or activation before that.`,
  options: {},
  examples: [['oews', 'the import of this morning was a mistake']],
  run: async ({ positionals }, context) => {
    const importer = importerNamed(positionals[0], context.importers);
    atMost(positionals, 1);
    const source = importer.source.id;
    return withDatabase(context, (database) =>
      database.session(async (sql) => {
        const undone = await takeBack(sql, source);
        const answering = await answeringOf(sql, source);
        const text = `Taken back: "${undone.cause}" of ${undone.at.toISOString()}.\n${answeringText(source, answering)}`;
        return { json: { outcome: 'ROLLED_BACK', source, undone, answering }, text };
      }),
    );
  },
};
