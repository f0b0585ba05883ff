import type { TopCode } from '@careergraph/domain';

const OF_2013 = { annualUsd: 187_200, hourlyCents: 90_00 };
const OF_2016 = { annualUsd: 208_000, hourlyCents: 100_00 };
const OF_2022 = { annualUsd: 239_200, hourlyCents: 115_00 };

/**
 * The top code of each release that we know, null if there is none. README.md says where each is from. They are not read
 * from the workbooks, because the legends of May 2023 and May 2025 print a top code that the figures do not have.
 */
const TOP_CODES: Readonly<Record<string, TopCode | null>> = {
  '2013-05': OF_2013,
  '2014-05': OF_2013,
  '2015-05': OF_2013,
  '2016-05': OF_2016,
  '2017-05': OF_2016,
  '2018-05': OF_2016,
  '2019-05': OF_2016,
  '2020-05': OF_2016,
  '2021-05': OF_2016,
  '2022-05': OF_2022,
  '2023-05': OF_2022,
  '2024-05': OF_2022,
  '2025-05': null,
};

/** The top code of a release: null if it has none, undefined if only the legend of its files can tell. */
export function topCodeOf(release: string): TopCode | null | undefined {
  return TOP_CODES[release];
}

/** `May 2024` */
export function labelOf(release: string): string {
  return `May ${release.slice(0, 4)}`;
}
