import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useEffect, useState } from 'react';

/**
 * Puts the answer that the page asked for while it loaded into the tab it opened with. A reader who has run a question
 * by then keeps the answer to that.
 */
export function FirstAnswer({
  answer,
  operationName,
}: {
  answer: Promise<string>;
  operationName?: string | undefined;
}) {
  const { responseEditor, queryId, tab, query } = useGraphiQL((state) => ({
    responseEditor: state.responseEditor,
    queryId: state.queryId,
    tab: state.tabs[state.activeTabIndex]?.id,
    query: state.tabs[state.activeTabIndex]?.query,
  }));
  const { updateActiveTabValues, setOperationName } = useGraphiQLActions();
  const [opened] = useState({ tab, query });
  const [text, setText] = useState<string | null>(null);

  useEffect(() => {
    let isCurrent = true;
    void answer.then((arrived) => isCurrent && setText(arrived));
    return () => {
      isCurrent = false;
    };
  }, [answer]);

  useEffect(() => {
    if (responseEditor === undefined || text === null || tab !== opened.tab) return;
    if (queryId === 0 && query === opened.query) {
      responseEditor.setValue(text);
      updateActiveTabValues({ response: text });
      if (operationName) setOperationName(operationName);
    }
    setText(null);
  }, [responseEditor, text, tab, opened, queryId, query, operationName, updateActiveTabValues, setOperationName]);

  return null;
}
