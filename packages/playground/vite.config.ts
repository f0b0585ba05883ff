import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { precompress } from './precompress.ts';

export default defineConfig({
  // The server answers `/` with index.html and everything else of dist under this prefix.
  base: '/playground/',
  plugins: [react(), precompress()],
  build: {
    target: 'es2022',
    // Files, not data: URLs. Names carry a hash, so the server may let browsers keep them for good.
    assetsInlineLimit: 0,
    // Monaco is one large chunk by nature.
    chunkSizeWarningLimit: 5000,
    rolldownOptions: {
      onwarn(warning, warn) {
        // "use no memo" speaks to React's compiler, which GraphiQL's published files have been through already.
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
      },
    },
  },
  worker: { format: 'es' },
  server: { proxy: { '/graphql': 'http://127.0.0.1:4000', '/schema.graphql': 'http://127.0.0.1:4000' } },
});
