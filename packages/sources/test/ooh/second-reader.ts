/**
 * Reads a page of the Handbook with regular expressions alone: no parser, nothing shared with the importer. It is only
 * right for pages whose HTML is as regular as the published ones.
 */
export interface SecondReading {
  readonly parts: Readonly<Record<string, PartCounts>>;
  readonly quickFacts: readonly string[];
  readonly outlookRows: readonly (readonly string[])[];
  readonly similarRows: readonly (readonly string[])[];
  /** Jobs by occupation and shares of employers, as they follow each other. */
  readonly workRows: readonly (readonly string[])[];
  readonly wageRows: readonly (readonly string[])[];
}

export interface PartCounts {
  readonly headings: readonly string[];
  readonly listItems: number;
  readonly links: readonly string[];
  readonly tableRows: number;
  /** All its letters and digits, in order. */
  readonly letters: string;
}

const TABS: Readonly<Record<string, number>> = {
  WHAT_THEY_DO: 2,
  WORK_ENVIRONMENT: 3,
  HOW_TO_BECOME_ONE: 4,
  PAY: 5,
  OUTLOOK: 6,
  MORE_INFORMATION: 9,
};

export function readAgain(html: string): SecondReading {
  const page = html.replace(/<!-- CMS Bar Graph -->.*?<!-- CMS Bar Graph -->/gs, '').replace(/<!--.*?-->/gs, '');
  const tab = (number: number) =>
    new RegExp(`<div id="tab-${number}"(.*?)(?=<div id="tab-\\d"|<div class="citation")`, 's').exec(page)?.[1] ?? '';
  const outlook = /<table class="regular" id="outlook-table">.*?<\/table>/s;
  return {
    parts: Object.fromEntries(
      Object.entries(TABS).map(([part, number]) => [part, countsOf(tab(number).replace(outlook, ''))]),
    ),
    quickFacts: all(/<td headers="quickfacts-[^>]*>(.*?)<\/td>/gs, tab(1)),
    outlookRows: rowsOf(/<tbody>(.*)<\/tbody>/s.exec(outlook.exec(tab(6))?.[0] ?? '')?.[1] ?? ''),
    similarRows: rowsOf(/id="similar-occupations".*?<tbody>(.*?)<\/tbody>/s.exec(tab(8))?.[1] ?? ''),
    workRows: shortRowsOf(tab(3)),
    wageRows: shortRowsOf(tab(5)),
  };
}

/** Letters and digits alone: what no conversion may lose, add or move. */
export const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

function countsOf(tab: string): PartCounts {
  const prose = tab
    .replace(/^.*?<\/h2>/s, '')
    .replace(/<nav>.*?<\/nav>/gs, '')
    .replace(/<div class="image-caption".*?<\/div>/gs, '')
    .replace(/<h\d[^>]*><span class="invisible">empty heading<\/span><\/h\d>/g, '')
    .replace(/<(del|s)\b[^>]*>.*?<\/\1>/gs, '')
    .replace(/\s\(see table\)/g, '');
  return {
    headings: all(/<h3[^>]*>(.*?)<\/h3>/gs, prose),
    listItems: all(/<li[^>]*>(.*?)<\/li>/gs, prose).filter((item) => item !== '').length,
    links: [...prose.matchAll(/<a\b[^>]*?href="([^"]*)"[^>]*>(.*?)<\/a>/gs)]
      .filter(([, , text]) => textOf(text ?? '') !== '')
      .map(([, href]) => new URL(decoded(href ?? ''), 'https://www.bls.gov').href),
    tableRows: all(/<tr[^>]*>(.*?)<\/tr>/gs, prose).length,
    letters: lettersOf(textOf(prose)),
  };
}

function rowsOf(body: string): readonly (readonly string[])[] {
  return [...body.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row]) => all(/<t[dh][^>]*>(.*?)<\/t[dh]>/gs, row ?? ''));
}

const shortRowsOf = (tab: string) =>
  [...tab.matchAll(/<table[^>]*class="ooh-tab-table"[^>]*>(.*?)<\/table>/gs)].flatMap(([, table]) =>
    rowsOf(table ?? ''),
  );

const all = (pattern: RegExp, text: string): readonly string[] =>
  [...text.matchAll(pattern)].map(([, inside]) => textOf(inside ?? ''));

const textOf = (html: string): string =>
  decoded(html.replace(/<[^>]*>/g, ''))
    .replace(/\s+/g, ' ')
    .trim();

const decoded = (text: string): string =>
  text.replaceAll('&nbsp;', ' ').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
