import { readFileSync } from 'node:fs';
import markdownIt from 'markdown-it';
import type { Plugin } from 'vite';

const GUIDE = new URL('../sdk/README.md', import.meta.url);
const STYLE = new URL('sdk-page.css', import.meta.url);

/** Writes the SDK's guide as a page that the server has, since the address of a repository is not known. */
export function sdkPage(): Plugin {
  return {
    name: 'careergraph:sdk-page',
    apply: 'build',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'playground/sdk.css', source: readFileSync(STYLE, 'utf8') });
      this.emitFile({ type: 'asset', fileName: 'playground/sdk.html', source: page(readFileSync(GUIDE, 'utf8')) });
    },
  };
}

function page(markdown: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>The SDK of CareerGraph</title>
    <link rel="stylesheet" href="./sdk.css" />
  </head>
  <body>
    <nav><a href="../">CareerGraph</a></nav>
    <main>
${markdownIt().render(withoutFileLinks(markdown))}
    </main>
  </body>
</html>
`;
}

/** Links between files of the repository lead nowhere here; their text stays. */
function withoutFileLinks(markdown: string): string {
  return markdown.replace(/\[([^\]]+)\]\((?!https?:)[^)]*\)/g, '$1');
}
