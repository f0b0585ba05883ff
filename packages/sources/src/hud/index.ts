import { SOURCES } from '@careergraph/domain';
import { defineSource } from '../define/define-source.js';
import { audits } from './audits.js';
import { crosswalk } from './files.js';

const QUARTERS: Readonly<Record<string, string>> = { '03': '1st', '06': '2nd', '09': '3rd', '12': '4th' };
const PERCENT_PER_BILLIONTH = 1e-7;

/** How the addresses of ZIP codes are spread over metropolitan and micropolitan areas. */
export const hudImporter = defineSource({
  name: 'hud',
  source: SOURCES.hud,
  summary: "shares of ZIP codes' addresses in CBSAs: ZIP_CBSA_122024.xlsx or .csv of HUD",
  // A quarter, by its last month.
  releaseKey: { pattern: /^\d{4}-(03|06|09|12)$/, example: '2024-12' },
  releaseHelp: 'The published name has its month, as in ZIP_CBSA_122024.xlsx; you chose the quarter at the download.',
  filesHelp: 'Give ZIP_CBSA_122024.xlsx or that of another quarter.',
  format: 1,
  describe(release) {
    const label = `${QUARTERS[release.slice(5)]} quarter ${release.slice(0, 4)}`;
    return {
      label,
      citation: `HUD USPS ZIP Code Crosswalk, ZIP–CBSA, ${label}`,
      url: 'https://www.huduser.gov/portal/datasets/usps_crosswalk.html',
      topCode: null,
    };
  },
  files: [crosswalk],
  audits,
  comparisons: [
    {
      id: 'shares',
      title: 'Shares of ZIP codes in CBSAs',
      table: 'ZipShare',
      key: ['zip', 'areaCode'],
      measures: [
        { name: 'residential', field: 'residentialBillionths', scale: PERCENT_PER_BILLIONTH, unit: 'PERCENT' },
        { name: 'business', field: 'businessBillionths', scale: PERCENT_PER_BILLIONTH, unit: 'PERCENT' },
        { name: 'other', field: 'otherBillionths', scale: PERCENT_PER_BILLIONTH, unit: 'PERCENT' },
        { name: 'total', field: 'totalBillionths', scale: PERCENT_PER_BILLIONTH, unit: 'PERCENT' },
      ],
    },
  ],
});
