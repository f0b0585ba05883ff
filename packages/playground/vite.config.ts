import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { precompress } from './precompress.ts';
import { sdkPage } from './sdk-page.ts';

export default defineConfig({
  // Every path is relative to the file that names it, so that the page works at any address, such as behind a prefix.
  base: './',
  plugins: [react(), sdkPage(), precompress()],
  build: {
    target: 'es2022',
    assetsDir: 'playground/assets',
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
