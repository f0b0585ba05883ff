import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { Heading } from './heading.tsx';
import type { OpeningTabs } from './tabs.ts';

const fetcher = createGraphiQLFetcher({
  url: '/graphql',
  headers: { accept: 'application/graphql-response+json, application/json' },
  // The service answers in one piece; without this the toolkit asks for multipart/mixed first.
  enableIncrementalDelivery: false,
});

/** GraphiQL over the service that delivered the page: documentation open, history at hand, the examples as tabs. */
export function Playground({ tabs }: { tabs: OpeningTabs }) {
  return (
    <GraphiQL
      fetcher={fetcher}
      visiblePlugin="Documentation Explorer"
      defaultEditorToolsVisibility="variables"
      inputValueDeprecation
      schemaDescription
      {...tabs}
    >
      <GraphiQL.Logo>
        <Heading />
      </GraphiQL.Logo>
    </GraphiQL>
  );
}
