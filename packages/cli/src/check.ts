import type { Command } from './command.js';
import { importCommand, importGiven } from './import.js';

export const check: Command = {
  name: 'check',
  parameters: importCommand.parameters,
  summary: 'reads and audits published files as "import" would, and keeps nothing',
  details: 'The audits see the release as it would be, beside the ones that are loaded.',
  options: importCommand.options,
  examples: [['oews ~/Downloads/national_M2025_dl.xlsx', 'whether it could be imported, with every finding']],
  run: (given, context) => importGiven(given, context, { check: true }),
};
