import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './page.css';

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { examples } from './examples.ts';
import { Playground } from './playground.tsx';
import { openingTabs } from './tabs.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root"; GraphiQL has nowhere to go.');

// Decided once, before React: StrictMode runs initialisers twice and the second run would see the first one's storage.
const tabs = openingTabs(examples, window.localStorage);

createRoot(root).render(
  <StrictMode>
    <Playground tabs={tabs} />
  </StrictMode>,
);
