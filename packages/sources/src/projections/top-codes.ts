/**
 * Annual wage in dollars that is printed as `>=$239,200`, by release: the top code of the wage survey that the medians
 * come from. A release without such cells needs no entry.
 */
const TOP_CODES: Readonly<Record<string, number>> = {
  '2024-34': 239_200,
  '2016-26': 208_000,
};

export function topCodeOf(release: string): number | null {
  return TOP_CODES[release] ?? null;
}
