import * as sdk from '@careergraph/sdk';
import { ask } from './questions.mjs';

export default {
  async fetch(request) {
    const { searchParams } = new URL(request.url);
    return Response.json(await ask(sdk, searchParams.get('endpoint'), searchParams.get('gone')));
  },
};
