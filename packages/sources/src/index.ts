export { cbsaImporter } from './cbsa/index.js';
export { geonamesImporter } from './geonames/index.js';
export { hudImporter } from './hud/index.js';
export { importers } from './importers.js';
export { oewsImporter } from './oews/index.js';
export { onetImporter } from './onet/index.js';
export { projectionsImporter } from './projections/index.js';
export { SETUP_FILES, type SetupFile } from './setup-files.js';
export { socImporter } from './soc/index.js';
