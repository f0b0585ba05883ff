const sdk = require('@careergraph/sdk');

import('./questions.mjs')
  .then(({ ask }) => ask(sdk, ...process.argv.slice(2)))
  .then((answer) => console.log(JSON.stringify(answer)));
