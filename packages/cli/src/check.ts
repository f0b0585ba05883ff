import type { Command } from './command.js';
import { importCommand, importGiven } from './import.js';

export const check: Command = {
  name: 'check',
  parameters: importCommand.parameters,
  summary: 'reads and audits published files like "import", and keeps nothing',
  details:
    'The audits see the release as it would be after the import, and compare it with the loaded releases. The report says\nwhich releases would answer then.',
  options: importCommand.options,
  examples: [
    ['oews ~/Downloads/national_M2025_dl.xlsx', 'report whether the file could be imported, with every finding'],
  ],
  run: (given, context) => importGiven(given, context, { check: true }),
};
