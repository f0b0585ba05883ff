import 'graphiql/setup-workers/vite';
import '@graphiql/react/style.css';
import '@graphiql/plugin-doc-explorer/style.css';
import '@graphiql/plugin-history/style.css';
import 'graphiql/graphiql.css';
import './page.css';

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { answerTo } from './answer.ts';
import { examples } from './examples.ts';
import { questionOf } from './link.ts';
import { Playground } from './playground.tsx';
import { openPage } from './tabs.ts';

const shared = questionOf(new URL(window.location.href));
// Decided once, before React: StrictMode runs initialisers twice and the second run would see the first one's storage.
const { tabs, question } = openPage(examples, shared, window.localStorage);
// A reload must find the tab with what the reader made of it, not open the link once more.
if (shared !== null) window.history.replaceState(null, '', window.location.pathname);

createRoot(element('root')).render(
  <StrictMode>
    <Playground
      tabs={tabs}
      answer={question && answerTo(question)}
      operationName={question?.operationName}
      actions={element('page-actions')}
      isNarrow={window.matchMedia('(width < 800px)').matches}
    />
  </StrictMode>,
);

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`index.html has no element with the id "${id}".`);
  return found;
}
