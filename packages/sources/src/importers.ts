import type { Importer } from '@careergraph/releases';
import { cbsaImporter } from './cbsa/index.js';
import { cipSocImporter } from './cip-soc/index.js';
import { geonamesImporter } from './geonames/index.js';
import { hudImporter } from './hud/index.js';
import { ipedsImporter } from './ipeds/index.js';
import { oewsImporter } from './oews/index.js';
import { onetImporter } from './onet/index.js';
import { oohImporter } from './ooh/index.js';
import { projectionsImporter } from './projections/index.js';
import { scorecardImporter } from './scorecard/index.js';
import { socImporter } from './soc/index.js';
import { socCrosswalkImporter } from './soc-crosswalk/index.js';

/** All of them, in the order of `--help`. */
export const importers: readonly Importer[] = [
  oewsImporter,
  projectionsImporter,
  socImporter,
  socCrosswalkImporter,
  onetImporter,
  oohImporter,
  cbsaImporter,
  geonamesImporter,
  hudImporter,
  ipedsImporter,
  cipSocImporter,
  scorecardImporter,
];
