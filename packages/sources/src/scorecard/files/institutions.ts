import { inSome } from '@careergraph/extract';
import { defineFile } from '../../define/define-file.js';
import { headerWith } from '../../define/find.js';
import { unitOrBranchId } from '../../programs/cells.js';
import { netPrice, rate } from './cells.js';
import { statedRelease } from './release.js';

const TRUEWISE = 'derived by Truewise';

/** Of six digits: a branch has eight. */
const LARGEST_UNIT_ID = 999_999;

const NO_COLUMN = { value: null, marker: 'NOT_IN_FILE' } as const;
const priceOrNone = inSome(netPrice, NO_COLUMN);
const rateOrNone = inSome(rate, NO_COLUMN);

/** One row per institution. */
export const institutions = defineFile({
  what: 'the institutions of the College Scorecard',
  role: 'institutions',
  find: headerWith(['UNITID', ['NPT4_PUB', 'net_price_avg'], ['C150_4', 'completion_rate']]),
  statedRelease,
  layouts: [
    {
      name: 'published',
      columns: {
        unitId: ['UNITID'],
        pricePublic: ['NPT4_PUB'],
        pricePrivate: ['NPT4_PRIV'],
        rate4Years: ['C150_4'],
        rateLess: ['C150_L4'],
      },
      skipsUnknown: true,
    },
    {
      name: TRUEWISE,
      columns: { unitId: ['unitid'], price: ['net_price_avg'], rate: ['completion_rate'] },
      ignored:
        'inst_name city state school_url enrollment earnings_threshold_state earnings_threshold_national pell_share first_gen_share net_price_0_30k net_price_30_48k net_price_48_75k net_price_75_110k net_price_110k_plus'.split(
          ' ',
        ),
    },
  ],
  cells: {
    unitId: unitOrBranchId,
    price: priceOrNone,
    pricePublic: priceOrNone,
    pricePrivate: priceOrNone,
    rate: rateOrNone,
    rate4Years: rateOrNone,
    rateLess: rateOrNone,
  },
  key: ['unitId'],
  memory: ({ layout }) => ({ isDerived: layout.name === TRUEWISE, branches: 0 }),
  row({ unitId: id, price, pricePublic, pricePrivate, rate: rateOfAll, rate4Years, rateLess }, out, memory) {
    const { isDerived } = memory;
    if (id > LARGEST_UNIT_ID) memory.branches += 1;
    if (pricePublic.value !== null && pricePrivate.value !== null) {
      return out.fault('pricePrivate', 'is there as well as NPT4_PUB: an institution is public or private.');
    }
    if (rate4Years.value !== null && rateLess.value !== null) {
      return out.fault('rateLess', 'is there as well as C150_4: an institution is in one of the two groups.');
    }
    const netPriceOf = isDerived ? price : either(pricePublic, pricePrivate);
    const completion = isDerived ? rateOfAll : either(rate4Years, rateLess);
    out.add('InstitutionOutcome', {
      row: out.row,
      unitId: id,
      netPriceUsd: netPriceOf.value,
      netPriceMarker: netPriceOf.marker,
      completionTenThousandths: completion.value,
      completionMarker: completion.marker,
    });
  },
  end(out, { isDerived, branches }) {
    if (branches > 0) {
      out.remark(`Branches with a UNITID of eight digits, which IPEDS does not list: ${branches} rows. They are kept.`);
    }
    if (!isDerived) return;
    out.remark(
      'This file was derived by Truewise (CC BY 4.0, doi 10.5281/zenodo.21781702): name them where you show its figures, or import the published file.',
    );
  },
});

/** The figure of the group that the institution is in; if neither has one, the reason that says more. */
function either<T extends { readonly value: number | null; readonly marker: string | null }>(first: T, second: T): T {
  if (first.value !== null) return first;
  if (second.value !== null) return second;
  return first.marker === 'PRIVACY_SUPPRESSED' ? first : second;
}
