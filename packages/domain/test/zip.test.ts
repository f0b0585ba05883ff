import { resolveZip, type ZipEvidence } from '@careergraph/domain';
import { describe, expect, it } from 'vitest';

const NOTHING = { shares: [], places: [], countyAreas: new Map<string, string>(), neighbors: [] };
const resolve = (zip: string, evidence: Partial<ZipEvidence>) => resolveZip({ zip, ...NOTHING, ...evidence });
const share = (areaCode: string | null, stateCode: string, residential: number, total: number) => ({
  areaCode,
  stateCode,
  residential,
  total,
});
const place = (name: string, stateCode: string | null, countyFips: string | null = null) => ({
  place: name,
  stateCode,
  countyFips,
});

describe('a ZIP code with counted addresses', () => {
  it('lies in its only area', () => {
    expect(
      resolve('32801', { shares: [share('CBSA-36740', 'US-FL', 1, 1)], places: [place('Orlando', 'US-FL', '12095')] }),
    ).toEqual({
      zip: '32801',
      method: 'ONLY_AREA',
      exact: true,
      areaCode: 'CBSA-36740',
      share: 1,
      sharesBy: 'RESIDENTIAL',
      others: [],
      place: 'Orlando',
      stateCode: 'US-FL',
      countyFips: '12095',
      explanation: 'ZIP 32801 lies in CBSA-36740 with 100% of its residential addresses (HUD).',
    });
  });

  it('lies in the area with the largest residential share, whatever the other addresses say; the others are named', () => {
    expect(
      resolve('71854', {
        shares: [
          share(null, 'US-AR', 0.1, 0.2),
          share('CBSA-45500', 'US-AR', 0.5, 0.3),
          share('CBSA-26260', 'US-AR', 0.4, 0.5),
        ],
      }),
    ).toEqual({
      zip: '71854',
      method: 'LARGEST_SHARE',
      exact: true,
      areaCode: 'CBSA-45500',
      share: 0.5,
      sharesBy: 'RESIDENTIAL',
      others: [
        { areaCode: 'CBSA-26260', share: 0.4 },
        { areaCode: 'US-AR', share: 0.1 },
      ],
      place: null,
      stateCode: 'US-AR',
      countyFips: null,
      explanation:
        'ZIP 71854 lies in CBSA-45500 with 50% of its residential addresses (HUD). ' +
        'It also lies in CBSA-26260 (40%) and outside of every CBSA in US-AR (10%).',
    });
  });

  it('is counted by all addresses where nobody lives there', () => {
    expect(
      resolve('00501', {
        shares: [share('CBSA-35620', 'US-NY', 0, 1)],
        places: [place('Holtsville', 'US-NY', '36103')],
      }),
    ).toEqual({
      zip: '00501',
      method: 'ONLY_AREA',
      exact: true,
      areaCode: 'CBSA-35620',
      share: 1,
      sharesBy: 'ALL_ADDRESSES',
      others: [],
      place: 'Holtsville',
      stateCode: 'US-NY',
      countyFips: '36103',
      explanation:
        'ZIP 00501 has no residential addresses and lies in CBSA-35620 with 100% of all its addresses (HUD).',
    });
  });

  it('lies in its state where most of it is outside of every CBSA', () => {
    expect(
      resolve('00601', {
        shares: [share('CBSA-29720', 'US-PR', 0.002548853, 0.003), share(null, 'US-PR', 0.997451147, 0.997)],
      }),
    ).toMatchObject({
      method: 'LARGEST_SHARE',
      areaCode: 'US-PR',
      share: 0.997451147,
      others: [{ areaCode: 'CBSA-29720', share: 0.002548853 }],
      explanation:
        'ZIP 00601 lies outside of every CBSA in US-PR with 99.7% of its residential addresses (HUD). ' +
        'It also lies in CBSA-29720 (0.3%).',
    });
  });

  it('lies in the area with the lower code where shares are equal, and says so', () => {
    const shares = [share('CBSA-44220', 'US-OH', 0.5, 0.4), share('CBSA-19430', 'US-OH', 0.5, 0.6)];
    const expected = {
      method: 'LARGEST_SHARE',
      exact: false,
      areaCode: 'CBSA-19430',
      share: 0.5,
      others: [{ areaCode: 'CBSA-44220', share: 0.5 }],
      explanation:
        'ZIP 45316 lies in CBSA-19430 with 50% of its residential addresses (HUD). ' +
        'As many are in CBSA-44220: of equal shares the area with the lower code is taken. ' +
        'It also lies in CBSA-44220 (50%).',
    };
    expect(resolve('45316', { shares })).toMatchObject(expected);
    expect(resolve('45316', { shares: shares.toReversed() })).toMatchObject(expected);
  });

  it('lies in the CBSA where as much of it is outside of every CBSA', () => {
    expect(
      resolve('47177', { shares: [share(null, 'US-IN', 0.5, 0.49), share('CBSA-31140', 'US-IN', 0.5, 0.51)] }),
    ).toMatchObject({ areaCode: 'CBSA-31140', others: [{ areaCode: 'US-IN', share: 0.5 }] });
  });

  it('never rounds a share to all or to nothing', () => {
    const shares = [share('CBSA-10000', 'US-FL', 0.99999, 1), share('CBSA-20000', 'US-FL', 0.00001, 0)];
    expect(resolve('33333', { shares }).explanation).toBe(
      'ZIP 33333 lies in CBSA-10000 with over 99.9% of its residential addresses (HUD). It also lies in CBSA-20000 (under 0.1%).',
    );
  });
});

describe('a ZIP code that HUD does not have', () => {
  const countyAreas = new Map([
    ['12095', 'CBSA-36740'],
    ['12117', 'CBSA-11111'],
  ]);

  it('lies in the CBSA of its county', () => {
    expect(resolve('32802', { places: [place('Orlando', 'US-FL', '12095')], countyAreas })).toEqual({
      zip: '32802',
      method: 'COUNTY',
      exact: true,
      areaCode: 'CBSA-36740',
      share: null,
      sharesBy: null,
      others: [],
      place: 'Orlando',
      stateCode: 'US-FL',
      countyFips: '12095',
      explanation: "ZIP 32802 is not in HUD's crosswalk. Its county 12095 (GeoNames) lies in CBSA-36740 (delineation).",
    });
  });

  it('of two counties takes the area with the lower code, and says so', () => {
    const places = [place('One', 'US-FL', '12095'), place('Two', 'US-FL', '12117')];
    expect(resolve('32802', { places, countyAreas })).toMatchObject({
      exact: false,
      areaCode: 'CBSA-11111',
      explanation:
        "ZIP 32802 is not in HUD's crosswalk. Its county 12117 (GeoNames) lies in CBSA-11111 (delineation). " +
        'It has counties in CBSA-36740 as well: the area with the lower code is taken.',
    });
  });

  it('lies in its state where its county is in no CBSA', () => {
    expect(resolve('99553', { places: [place('Akutan', 'US-AK', '02013')], countyAreas })).toEqual({
      zip: '99553',
      method: 'STATE',
      exact: true,
      areaCode: 'US-AK',
      share: null,
      sharesBy: null,
      others: [],
      place: 'Akutan',
      stateCode: 'US-AK',
      countyFips: '02013',
      explanation:
        "ZIP 99553 is not in HUD's crosswalk. It lies in US-AK (GeoNames), and its county 02013 is in no CBSA that is known here.",
    });
  });

  it('lies in its state where no county is named', () => {
    expect(resolve('99553', { places: [place('Akutan', 'US-AK')], countyAreas })).toMatchObject({
      method: 'STATE',
      explanation: "ZIP 99553 is not in HUD's crosswalk. It lies in US-AK (GeoNames), and no county is named for it.",
    });
  });

  it('is a place rather than the military post office of the same ZIP code', () => {
    const places = [place('FPO AA', null), place('Jbphh', 'US-HI', '15003')];
    expect(resolve('96860', { places, countyAreas: new Map([['15003', 'CBSA-46520']]) })).toMatchObject({
      method: 'COUNTY',
      areaCode: 'CBSA-46520',
      place: 'Jbphh',
    });
  });

  it.each([
    ['a military post office', '09001', null, 'is a military post office, in no state or territory'],
    ['a country that the US post serves', '96960', 'US-MH', 'lies in US-MH'],
  ])('has no area where it is %s, even if others begin alike', (_, zip, stateCode, where) => {
    const neighbors = [
      { zip: '00001', stateCode: 'US-HI' },
      { zip: '99998', stateCode: 'US-HI' },
    ];
    expect(resolve(zip, { places: [place('Somewhere', stateCode)], neighbors })).toEqual({
      areaCode: null,
      explanation: `ZIP ${zip} ${where} (GeoNames), for which there are no figures.`,
    });
  });

  it('is looked up by its place where HUD counted no addresses at all', () => {
    expect(
      resolve('32802', {
        shares: [share('CBSA-99999', 'US-FL', 0, 0)],
        places: [place('Orlando', 'US-FL', '12095')],
        countyAreas,
      }),
    ).toMatchObject({ method: 'COUNTY', areaCode: 'CBSA-36740' });
  });
});

describe('a ZIP code that HUD alone lists, without any address', () => {
  it.each([
    ['one state', ['US-FL', 'US-FL'], 'US-FL', 'It lies in US-FL (HUD), and no other source has it.'],
    ['two states', ['US-GA', 'US-FL'], null, 'HUD lists it in US-FL and US-GA: in which of them it lies is not known.'],
  ])('in %s', (_, states, areaCode, reason) => {
    expect(resolve('32802', { shares: states.map((state) => share(null, state, 0, 0)) })).toMatchObject({
      areaCode,
      explanation: `ZIP 32802 is in HUD's crosswalk without any address. ${reason}`,
    });
  });

  it('in a country that the US post serves has no area', () => {
    expect(resolve('96960', { shares: [share(null, 'US-MH', 0, 0)] })).toEqual({
      areaCode: null,
      explanation: 'ZIP 96960 lies in US-MH (HUD), for which there are no figures.',
    });
  });
});

describe('a ZIP code in no source', () => {
  const between = (zip: string, before: string | null, after: string | null) =>
    resolve(zip, {
      neighbors: [
        { zip: '32897', stateCode: before },
        { zip: '32899', stateCode: after },
      ],
    });

  it('is guessed between two of one state, and not exact', () => {
    expect(between('32898', 'US-FL', 'US-FL')).toEqual({
      zip: '32898',
      method: 'PREFIX',
      exact: false,
      areaCode: 'US-FL',
      share: null,
      sharesBy: null,
      others: [],
      place: null,
      stateCode: 'US-FL',
      countyFips: null,
      explanation:
        'ZIP 32898 is in no source. The known ZIP codes right before and after it, 32897 and 32899, lie in US-FL: this is a guess.',
    });
  });

  it.each([
    ['between two states', 'US-VT', 'US-NH'],
    ['beside one of several states, or of the military', 'US-VT', null],
    ['between two of a country without figures', 'US-MH', 'US-MH'],
  ])('has no area %s', (_, before, after) => {
    expect(between('32898', before, after)).toEqual({
      areaCode: null,
      explanation:
        'ZIP 32898 is in no source. It is not guessed, because it is not between two known ZIP codes of one state that begin with 328.',
    });
  });

  it('has no area beyond the last one that begins alike', () => {
    expect(resolve('96799', { neighbors: [{ zip: '96797', stateCode: 'US-HI' }] }).areaCode).toBeNull();
    expect(resolve('00000', {}).areaCode).toBeNull();
  });
});
