import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { Actions } from './actions.tsx';
import { ACCEPT, ENDPOINT } from './answer.ts';
import { FirstAnswer } from './first-answer.tsx';
import type { OpeningTabs } from './tabs.ts';

const fetcher = createGraphiQLFetcher({
  url: ENDPOINT,
  headers: { accept: ACCEPT },
  // The service answers in one piece; without this the toolkit asks for multipart/mixed first.
  enableIncrementalDelivery: false,
});

export interface PlaygroundProps {
  readonly tabs: OpeningTabs;
  /** The answer to the question of the open tab, where the page asked for it. */
  readonly answer: Promise<string> | null;
  readonly operationName: string | undefined;
  /** Where the page's buttons go. */
  readonly actions: Element;
  /** Beside the editors there is no room for the documentation. */
  readonly isNarrow: boolean;
}

/** GraphiQL over the service that delivered the page, with the examples as tabs. */
export function Playground({ tabs, answer, operationName, actions, isNarrow }: PlaygroundProps) {
  return (
    <GraphiQL
      fetcher={fetcher}
      {...(!isNarrow && { visiblePlugin: 'Documentation Explorer' })}
      defaultEditorToolsVisibility="variables"
      inputValueDeprecation
      schemaDescription
      {...tabs}
    >
      <GraphiQL.Logo>{null}</GraphiQL.Logo>
      <Actions place={actions} />
      {answer && <FirstAnswer answer={answer} operationName={operationName} />}
    </GraphiQL>
  );
}
