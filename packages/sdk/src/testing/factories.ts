import { type CareerPageQuery, careerPage } from '../generated/career-page.js';
import type { CareerCardFragment } from '../generated/careers.fragment.js';
import { careersList } from '../generated/careers-list.js';
import type { StatedClaimFragment } from '../generated/claims.fragment.js';
import { claimsList } from '../generated/claims-list.js';
import type { CredentialCardFragment } from '../generated/credentials.fragment.js';
import { credentialsList } from '../generated/credentials-list.js';
import type { GrowthRowFragment } from '../generated/growth.fragment.js';
import type { PageFragment } from '../generated/paging.fragment.js';
import type { CitedFragment, FullProvenanceFragment } from '../generated/provenance.fragment.js';
import { provenance } from '../generated/provenance.js';
import type { ResolvedFragment, SalaryRowFragment } from '../generated/salary.fragment.js';
import { salaryHistory } from '../generated/salary-history.js';
import { salaryInArea } from '../generated/salary-in-area.js';
import { recorded } from './recorded.js';

/**
 * Creates wages as the fragment `SalaryRow` selects them. Defaults: 11-9111, the nation, May 2025.
 *
 * @example
 * aSalary({ area: { code: 'US-CA', name: 'California', kind: 'STATE' }, p90: aWage({ status: 'TOP_CODED' }) });
 */
export function aSalary(overrides: Partial<SalaryRowFragment> = {}): SalaryRowFragment {
  const points = recorded(salaryHistory).career?.salaryHistory?.points ?? [];
  return { ...present(points.at(-1)?.salary), ...overrides };
}

/**
 * Creates a projection as the fragment `GrowthRow` selects it. Defaults: 11-9111, 2024–34.
 *
 * @example
 * aGrowth({ percent: aPercent({ value: -1.4 }), outlook: { label: 'DECLINE', rule: '…', allOccupations: aPercent() } });
 */
export function aGrowth(overrides: Partial<GrowthRowFragment> = {}): GrowthRowFragment {
  return { ...present(recorded(careerPage).career?.growth), ...overrides };
}

/**
 * Creates the source of a figure as the fragment `Cited` selects it, for `cite`.
 *
 * @example
 * aCitation({ attribution: 'This page includes information from …' });
 */
export function aCitation(overrides: Partial<CitedFragment> = {}): CitedFragment {
  return { ...aSalary().provenance, ...overrides };
}

/**
 * Creates the source of a figure, down to the sheet and row, as the fragment `FullProvenance` selects it.
 *
 * @example
 * aProvenance({ sheet: 'All May 2025 data', row: 615 });
 */
export function aProvenance(overrides: Partial<FullProvenanceFragment> = {}): FullProvenanceFragment {
  return { ...present(recorded(provenance).career?.salary?.provenance), ...overrides };
}

/**
 * Creates a resolution as the fragment `Resolved` selects it. By default the area and occupation used are the requested
 * ones.
 *
 * @example
 * aResolution({ exact: false, askedArea: { code: 'US-CA', name: 'California' } });
 */
export function aResolution(overrides: Partial<ResolvedFragment> = {}): ResolvedFragment {
  return { ...present(recorded(salaryInArea).career?.salary?.resolution), ...overrides };
}

/**
 * Creates a career as the fragment `CareerCard` selects it in a list.
 *
 * @example
 * aCareerCard({ slug: 'welder', title: 'Welder' });
 */
export function aCareerCard(overrides: Partial<CareerCardFragment> = {}): CareerCardFragment {
  return { ...present(recorded(careersList).careers.nodes[0]), ...overrides };
}

/**
 * Creates a credential as the fragment `CredentialCard` selects it.
 *
 * @example
 * aCredential({ slug: 'cmom', name: 'Certified Medical Office Manager', acronym: 'CMOM' });
 */
export function aCredential(overrides: Partial<CredentialCardFragment> = {}): CredentialCardFragment {
  return { ...present(recorded(credentialsList).credentials.nodes[0]), ...overrides };
}

/**
 * Creates a claim on a published page, as the fragment `StatedClaim` selects it.
 *
 * @example
 * aClaim({ printed: '$77,060', low: 77_060, high: 77_060 });
 */
export function aClaim(overrides: Partial<StatedClaimFragment> = {}): StatedClaimFragment {
  return { ...present(recorded(claimsList).career?.claims.nodes[0]), ...overrides };
}

/**
 * Creates the answer to `careerPage`. Defaults: the career Medical Office Manager.
 *
 * @example
 * stub.on(careerPage, ({ slug }) => aCareerPage({ slug, salary: null }));
 */
export function aCareerPage(overrides: Partial<NonNullable<CareerPageQuery['career']>> = {}): {
  readonly career: NonNullable<CareerPageQuery['career']>;
} {
  return { career: { ...present(recorded(careerPage).career), ...overrides } };
}

/**
 * Creates the last page of a list.
 *
 * @param pageInfo overrides; `{ hasNextPage: true, endCursor: '2' }` makes another page follow
 *
 * @example
 * stub.on(careersList, { careers: aPage([aCareerCard(), aCareerCard({ slug: 'welder' })]) });
 */
export function aPage<TNode>(
  nodes: readonly TNode[],
  pageInfo: Partial<PageFragment> = {},
): { readonly totalCount: number; readonly nodes: readonly TNode[]; readonly pageInfo: PageFragment } {
  const end = { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null };
  return { totalCount: nodes.length, nodes, pageInfo: { ...end, ...pageInfo } };
}

/** The recorded answers contain the default of every factory, which a test checks. */
function present<T>(value: T | null | undefined): T {
  return value as T;
}
