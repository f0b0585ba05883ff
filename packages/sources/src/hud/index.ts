import { SOURCES } from '@careergraph/domain';
import type { Importer } from '@careergraph/releases';
import { audits } from './audits.js';
import { load } from './load.js';
import { RELEASE_KEY, recognize } from './recognize.js';

const PAGE = 'https://www.huduser.gov/portal/datasets/usps_crosswalk.html';
const QUARTERS: Readonly<Record<string, string>> = { '03': '1st', '06': '2nd', '09': '3rd', '12': '4th' };
const PERCENT_A_BILLIONTH = 1e-7;

/** How the addresses of ZIP codes are spread over metropolitan and micropolitan areas. */
export const hudImporter: Importer = {
  name: 'hud',
  source: SOURCES.hud,
  summary: "shares of ZIP codes' addresses in CBSAs: ZIP_CBSA_122024.xlsx or .csv of HUD",
  releaseKey: RELEASE_KEY,
  format: 1,
  recognize,
  describe(release) {
    const label = `${QUARTERS[release.slice(5)]} quarter ${release.slice(0, 4)}`;
    return { label, citation: `HUD USPS ZIP Code Crosswalk, ZIP–CBSA, ${label}`, url: PAGE, topCode: null };
  },
  load,
  audits,
  comparisons: [
    {
      id: 'shares',
      title: 'Shares of ZIP codes in CBSAs',
      table: 'ZipShare',
      key: ['zip', 'areaCode'],
      measures: [
        { name: 'residential', field: 'residentialBillionths', scale: PERCENT_A_BILLIONTH, unit: 'PERCENT' },
        { name: 'business', field: 'businessBillionths', scale: PERCENT_A_BILLIONTH, unit: 'PERCENT' },
        { name: 'other', field: 'otherBillionths', scale: PERCENT_A_BILLIONTH, unit: 'PERCENT' },
        { name: 'total', field: 'totalBillionths', scale: PERCENT_A_BILLIONTH, unit: 'PERCENT' },
      ],
    },
  ],
};
