import { builder } from '../builder.js';
import { findingsOf } from '../content/findings.js';
import type { ClaimRow } from '../content/loaders.js';
import { listName, pageOfRows } from '../paging/connection.js';
import { ClaimConnection, Finding } from './claim.js';
import { pageArguments, pageCost } from './connection.js';
import { Career } from './refs.js';

builder.objectFields(Career, (t) => ({
  claims: t.field({
    type: ClaimConnection,
    complexity: pageCost,
    description: 'What published pages state about the career, whether right or wrong, in page order.',
    args: pageArguments,
    resolve: ({ slug }, page, { prisma, catalog }) => {
      const where = { releaseId: catalog.guidesReleaseId, document: { careerSlug: slug } };
      const order = [
        { field: 'documentSlug', direction: 'asc' },
        { field: 'position', direction: 'asc', integer: true },
      ] as const;
      return pageOfRows(page, listName('claims', slug), order, {
        fetch: async (keyset, orderBy, take) =>
          (await prisma.claim.findMany({ where: { AND: [where, keyset] }, orderBy, take })) as ClaimRow[],
        count: () => prisma.claim.count({ where }),
      });
    },
  }),
  findings: t.field({
    type: [Finding],
    description: 'Contradictions and doubtful statements in what has been published about the career.',
    resolve: async (career, _, context) => [...(await findingsOf(context, career))],
  }),
}));
