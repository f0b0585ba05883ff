import { compareReleases } from '@careergraph/releases';
import { atMost, numberOption, releaseNamed } from './arguments.js';
import { type Command, UsageError, withDatabase } from './command.js';
import { diffText } from './diff-text.js';

export const diff: Command = {
  name: 'diff',
  parameters: '<source>/<release> <source>/<release>',
  summary: 'lists what was added, removed and changed from the first release to the second',
  details: `Percentages are relative to the earlier value. A figure that was replaced by a marker (#, *, **, ~), or a marker that was
replaced by a figure, is counted separately. Totals count all rows; each list shows the largest changes.`,
  options: {
    threshold: { type: 'string', value: 'PERCENT', help: 'list figures that changed by more than this (default: 10)' },
    limit: { type: 'string', value: 'N', help: 'maximum number of rows in each list (default: 20)' },
  },
  examples: [
    ['oews/2024-05 oews/2025-05', 'show which occupations changed most in a year'],
    ['oews/2024-05 oews/2025-05 --threshold 25 --limit 5', 'show only the largest changes'],
  ],
  run: async (given, context) => {
    const before = releaseNamed(given.positionals[0], context.importers);
    const after = releaseNamed(given.positionals[1], context.importers);
    atMost(given.positionals, 2);
    const { importer } = before;
    if (importer !== after.importer) {
      throw new UsageError(
        `${importer.name} and ${after.importer.name} are different sources. Name two releases of one source.`,
      );
    }
    const options = {
      thresholdPercent: numberOption(given, 'threshold', 10, /^\d+(\.\d+)?$/),
      limit: numberOption(given, 'limit', 20, /^\d{1,6}$/),
    };
    const found = await withDatabase(context, (database) =>
      database.session((session) =>
        compareReleases(session, importer, { before: before.key, after: after.key }, options),
      ),
    );
    return { json: { ...found }, text: diffText(found) };
  },
};
