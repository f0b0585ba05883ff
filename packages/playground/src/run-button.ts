import { useGraphiQL } from '@graphiql/react';
import { useLayoutEffect } from 'react';

/** Disables ▶ until the editors are there. Before, GraphiQL drops a click on it without a word. */
export function useWaitingRunButton(): void {
  const canRun = useGraphiQL(({ queryEditor, variableEditor, headerEditor, responseEditor }) =>
    Boolean(queryEditor && variableEditor && headerEditor && responseEditor),
  );
  useLayoutEffect(() => {
    const button = document.querySelector<HTMLButtonElement>('.graphiql-execute-button');
    if (button === null) throw new Error('GraphiQL shows no button with the class graphiql-execute-button.');
    button.disabled = !canRun;
  }, [canRun]);
}
