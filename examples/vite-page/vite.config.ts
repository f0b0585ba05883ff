import { defineConfig } from 'vite';

export default defineConfig({
  // While developing, the page and the API have one origin. A published page needs CAREERGRAPH_CORS_ORIGINS.
  server: { proxy: { '/graphql': 'http://127.0.0.1:4000' } },
});
