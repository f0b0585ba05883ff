import type { Claim } from '@careergraph/domain';
import type { DocumentFile } from './schema.js';

/** The claims of a document in the order of the page. Each row of its table of states is a claim too. */
export function claimsOf(document: DocumentFile): readonly Claim[] {
  const stated = document.claims.map(
    ({ id, value, ...claim }): Claim => ({
      id: `${document.slug}/${id}`,
      document: document.slug,
      line: claim.line,
      section: claim.section,
      printed: claim.printed,
      measure: claim.measure,
      unit: claim.unit,
      low: value ?? claim.low ?? null,
      high: value ?? claim.high ?? null,
      text: claim.text ?? null,
      statistic: claim.statistic ?? null,
      population: claim.population ?? null,
      bound: claim.bound,
      roundedTo: claim.roundedTo ?? null,
      subject: claim.subject ?? null,
      occupation: claim.occupation ?? null,
      area: claim.area ?? null,
      credential: claim.credential ?? null,
      period: claim.period ?? null,
      attributedTo: claim.attributedTo ?? null,
      note: claim.note ?? null,
    }),
  );
  const table = document.stateWages;
  const rows = (table?.rows ?? []).map(
    (row): Claim => ({
      id: `${document.slug}/${stateClaimId(row.area)}`,
      document: document.slug,
      line: row.line,
      section: table?.section as string,
      printed: row.printed,
      measure: 'WAGE',
      unit: table?.unit as Claim['unit'],
      low: row.value,
      high: row.value,
      text: null,
      statistic: table?.statistic as Claim['statistic'],
      population: 'ALL',
      bound: 'EXACT',
      roundedTo: null,
      subject: null,
      occupation: table?.occupation as string,
      area: row.area,
      credential: null,
      period: table?.period as string,
      attributedTo: table?.attributedTo as string,
      note: null,
    }),
  );
  return [...stated, ...rows].sort((a, b) => a.line - b.line);
}

export function stateClaimId(area: string): string {
  return `state-${area.slice(3).toLowerCase()}`;
}
