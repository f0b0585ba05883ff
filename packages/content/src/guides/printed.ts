const WORDS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** The numbers in a printed figure: `$77K` is 77000, `six` is 6, `$46 – $58` is 46 and 58, `up to one` is 0 and 1. */
export function numbersIn(printed: string): readonly number[] {
  const figures = [...printed.matchAll(/(\d[\d,]*(?:\.\d+)?)(K\b)?/g)].map(
    ([, digits, thousands]) => Number((digits as string).replaceAll(',', '')) * (thousands ? 1000 : 1),
  );
  const words = WORDS.flatMap((word, number) => (new RegExp(`\\b${word}\\b`, 'i').test(printed) ? [number] : []));
  return [...figures, ...words, ...(/\bup to\b/i.test(printed) ? [0] : [])];
}
