import { useGraphiQL } from '@graphiql/react';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { linkTo } from './link.ts';
import { useWaitingRunButton } from './run-button.ts';

/** The buttons in the page's header, and what became of the last click. */
export function Actions({ place }: { place: Element }) {
  useWaitingRunButton();
  const [message, setMessage] = useState('');
  const { queryEditor, variableEditor, operations, operationName } = useGraphiQL((state) => ({
    queryEditor: state.queryEditor,
    variableEditor: state.variableEditor,
    operations: state.operations,
    operationName: state.operationName,
  }));

  async function copyLink() {
    try {
      const link = linkTo(
        {
          query: queryEditor?.getValue() ?? '',
          variables: variableEditor?.getValue() ?? '',
          ...(operations && operations.length > 1 && operationName && { operationName }),
        },
        new URL(window.location.href),
      );
      setMessage(await deliver(link));
    } catch (error) {
      setMessage(error instanceof Error ? error.message : String(error));
    }
  }

  return createPortal(
    <>
      <button type="button" onClick={showReference}>
        Schema reference
      </button>
      <button type="button" onClick={copyLink} disabled={queryEditor === undefined}>
        Copy link
      </button>
      <output>{message}</output>
    </>,
    place,
  );
}

/** Browsers let pages write to the clipboard over HTTPS and on localhost alone. */
async function deliver(link: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(link);
    return 'Copied.';
  } catch {
    window.history.replaceState(null, '', link);
    return 'The browser did not allow copying. The link is in the address bar.';
  }
}

/** By the click that a reader would make: GraphiQL's own state does not tell whether the pane was dragged shut. */
function showReference(): void {
  document.querySelector<HTMLElement>('button[aria-label="Show Documentation Explorer"]')?.click();
  document.querySelector('.graphiql-plugin')?.scrollIntoView({ block: 'nearest' });
}
