const ANY = 'any profile';

/** What the profiles of the agency are known to lack, with the reason: the profile, or any, and the notice. */
const KNOWN_GAPS: readonly { readonly slug: string; readonly reason: string; readonly notices: readonly string[] }[] = [
  {
    slug: ANY,
    reason: 'the agency names no organization for some occupations',
    notices: ['has no contacts besides O*NET'],
  },
  {
    slug: 'military-careers',
    reason:
      'the profile of military careers describes jobs of the Armed Forces, which are in neither the wages, the projections nor O*NET',
    notices: [
      'has no quick facts',
      'has no number of jobs',
      'has no table of the largest employers',
      'has no sentence on the median wage',
      'has no table of wages by industry',
      'has a table of a kind that is only read as text',
      'has no sentence on growth',
      'has no number of openings',
      'has no table of projections',
      'has no table of occupations',
      'has no section ONET',
    ],
  },
  {
    slug: 'physicians-and-surgeons',
    reason:
      'the profile of physicians and surgeons states wages by occupation, most of them above the top code, in a table instead of a sentence',
    notices: [
      'has no table of the largest employers',
      'has no sentence on the median wage',
      'has no table of wages by industry',
    ],
  },
  {
    slug: 'fishers-and-related-fishing-workers',
    reason: 'the annual wage of fishers is not published',
    notices: ['states no median pay', 'has no table of wages by industry'],
  },
];

/** Why a profile is known to lack what a notice says; null if nobody knew. */
export function reasonOfGap(slug: string, notice: string): string | null {
  const known = KNOWN_GAPS.find((gap) => [slug, ANY].includes(gap.slug) && gap.notices.includes(notice));
  return known?.reason ?? null;
}
