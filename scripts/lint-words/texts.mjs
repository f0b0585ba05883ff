// Takes the prose out of a file as Markdown. Each line of prose keeps its line number.
import { parse, visit } from 'graphql';
import ts from 'typescript';

/** The descriptions of a GraphQL schema. */
export function proseOfSchema(source) {
  const prose = pageOf(source);
  visit(parse(source), {
    StringValue(node) {
      const { line } = node.loc.startToken;
      const opensAlone = /"""\s*$/.test(source.split('\n', line).at(-1));
      prose.put(line + (opensAlone ? 1 : 0), node.value);
    },
  });
  return prose.text();
}

/** The comments of a TypeScript file, and its string literals of two words or more: help and error messages. */
export function proseOfCode(source) {
  const prose = pageOf(source);
  const file = ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest, true);
  const lineAt = (offset) => file.getLineAndCharacterOfPosition(offset).line + 1;
  for (const { 0: comment, index } of source.matchAll(/\/\*\*[\s\S]*?\*\/|(?<=^|\s)\/\/ .*$/gm)) {
    prose.put(lineAt(index), comment.replace(/^\/\*\*|\*\/$|^\s*(\*|\/\/) ?/gm, ''));
  }
  const visitNode = (node) => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) {
      if (/\w \w/.test(node.text)) prose.put(lineAt(node.getStart()), node.text);
    }
    ts.forEachChild(node, visitNode);
  };
  visitNode(file);
  return prose.text();
}

/** An empty page with as many lines as the source. */
function pageOf(source) {
  const lines = source.split('\n').map(() => '');
  return {
    /** Puts text on a line. Indentation goes, or Markdown would read it as code. */
    put(line, text) {
      for (const [index, words] of text.split('\n').entries()) {
        const at = line - 1 + index;
        lines[at] = `${lines[at] ?? ''} ${words.trim()}`.trim();
      }
    },
    text: () => lines.join('\n'),
  };
}
