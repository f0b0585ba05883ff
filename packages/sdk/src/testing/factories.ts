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
 * A row of wages as the fragment `SalaryRow` answers it: that of 11-9111 in the nation, May 2025, with what you change.
 *
 * @example
 * aSalary({ area: { code: 'US-CA', name: 'California', kind: 'STATE' }, p90: aWage({ status: 'TOP_CODED' }) });
 */
export function aSalary(overrides: Partial<SalaryRowFragment> = {}): SalaryRowFragment {
  const points = recorded(salaryHistory).career?.salaryHistory?.points ?? [];
  return { ...present(points.at(-1)?.salary), ...overrides };
}

/**
 * A projection as the fragment `GrowthRow` answers it: that of 11-9111, 2024–34, with what you change.
 *
 * @example
 * aGrowth({ percent: aPercent({ value: -1.4 }), outlook: { label: 'DECLINE', rule: '…', allOccupations: aPercent() } });
 */
export function aGrowth(overrides: Partial<GrowthRowFragment> = {}): GrowthRowFragment {
  return { ...present(recorded(careerPage).career?.growth), ...overrides };
}

/**
 * What `cite` needs, as the fragment `Cited` answers it.
 *
 * @example
 * aCitation({ attribution: 'This page includes information from …' });
 */
export function aCitation(overrides: Partial<CitedFragment> = {}): CitedFragment {
  return { ...aSalary().provenance, ...overrides };
}

/**
 * Where a figure came from, down to sheet and row, as the fragment `FullProvenance` answers it.
 *
 * @example
 * aProvenance({ sheet: 'All May 2025 data', row: 615 });
 */
export function aProvenance(overrides: Partial<FullProvenanceFragment> = {}): FullProvenanceFragment {
  return { ...present(recorded(provenance).career?.salary?.provenance), ...overrides };
}

/**
 * What was asked for and what was used, as the fragment `Resolved` answers it: exactly what was asked for, unless changed.
 *
 * @example
 * aResolution({ exact: false, askedArea: { code: 'US-CA', name: 'California' } });
 */
export function aResolution(overrides: Partial<ResolvedFragment> = {}): ResolvedFragment {
  return { ...present(recorded(salaryInArea).career?.salary?.resolution), ...overrides };
}

/**
 * A career as the fragment `CareerCard` answers it in a list.
 *
 * @example
 * aCareerCard({ slug: 'welder', title: 'Welder' });
 */
export function aCareerCard(overrides: Partial<CareerCardFragment> = {}): CareerCardFragment {
  return { ...present(recorded(careersList).careers.nodes[0]), ...overrides };
}

/**
 * A credential as the fragment `CredentialCard` answers it.
 *
 * @example
 * aCredential({ slug: 'cmom', name: 'Certified Medical Office Manager', acronym: 'CMOM' });
 */
export function aCredential(overrides: Partial<CredentialCardFragment> = {}): CredentialCardFragment {
  return { ...present(recorded(credentialsList).credentials.nodes[0]), ...overrides };
}

/**
 * What a page states, as the fragment `StatedClaim` answers it.
 *
 * @example
 * aClaim({ printed: '$77,060', low: 77_060, high: 77_060 });
 */
export function aClaim(overrides: Partial<StatedClaimFragment> = {}): StatedClaimFragment {
  return { ...present(recorded(claimsList).career?.claims.nodes[0]), ...overrides };
}

/**
 * The answer to `careerPage`: that of the Medical Office Manager, with what you change of the career.
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
 * A list that ends with these items, as every connection answers it.
 *
 * @param pageInfo what is not the end of the list: `{ hasNextPage: true, endCursor: '2' }`
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

/** The recorded answers have what the factories begin with; a test holds that. */
function present<T>(value: T | null | undefined): T {
  return value as T;
}
