export interface Column {
  readonly title: string;
  /** Numbers are aligned to the right. */
  readonly align?: 'right';
}

/** Rows of text with aligned columns and a header. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[], indent = ''): string {
  const lines = [columns.map(({ title }) => title), ...rows];
  const widths = columns.map((_, index) => Math.max(...lines.map((line) => widthOf(line[index]))));
  return lines
    .map((line) => {
      const cells = columns.map(({ align }, index) => {
        const cell = line[index] as string;
        const space = ' '.repeat((widths[index] as number) - widthOf(cell));
        return align === 'right' ? space + cell : cell + space;
      });
      return `${indent}${cells.join('  ')}`.trimEnd();
    })
    .join('\n');
}

function widthOf(cell: string | undefined): number {
  return [...(cell as string)].length;
}

/** Shortens text to a number of characters. */
export function clipped(text: string, width: number): string {
  const characters = [...text];
  return characters.length > width ? `${characters.slice(0, width - 1).join('')}…` : text;
}

const number = new Intl.NumberFormat('en-US');

/** `1,403` */
export function count(value: number): string {
  return number.format(value);
}

/** `1,403 rows`, `1 row` */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}
