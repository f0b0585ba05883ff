import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Pay } from './pay.js';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Pay slug={new URLSearchParams(location.search).get('career') ?? 'medical-assistant'} />
    </StrictMode>,
  );
}
