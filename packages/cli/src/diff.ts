import { compareReleases } from '@careergraph/releases';
import { atMost, numberOption, releaseNamed } from './arguments.js';
import { type Command, UsageError, withDatabase } from './command.js';
import { diffText } from './diff-text.js';

export const diff: Command = {
  name: 'diff',
  parameters: '<source>/<release> <source>/<release>',
  summary: 'says what appeared, vanished and moved from the first release to the second',
  details: `Percents are of the value before. Where a figure was replaced by a marker (#, *, **, ~), or a marker by a figure, that is
counted apart. Totals count everything; of each list the largest are shown.`,
  options: {
    threshold: { type: 'string', value: 'PERCENT', help: 'a figure that moved by more is listed (default 10)' },
    limit: { type: 'string', value: 'N', help: 'so many rows of each list (default 20)' },
  },
  examples: [
    ['oews/2024-05 oews/2025-05', 'which occupations moved most in a year'],
    ['oews/2024-05 oews/2025-05 --threshold 25 --limit 5', 'only the largest moves'],
  ],
  run: async (given, context) => {
    const before = releaseNamed(given.positionals[0], context.importers);
    const after = releaseNamed(given.positionals[1], context.importers);
    atMost(given.positionals, 2);
    const { importer } = before;
    if (importer !== after.importer) {
      throw new UsageError(
        `${importer.name} and ${after.importer.name} are two sources: a diff is of two releases of one.`,
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
