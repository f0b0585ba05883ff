import { builder } from '../builder.js';
import { findingsOf } from '../content/findings.js';
import { profileClaimsAbout } from '../content/handbook-claims.js';
import { listName, pageOfItems } from '../paging/connection.js';
import { ClaimConnection, type ClaimEntry, Finding } from './claim.js';
import { pageArguments, pageCost } from './connection.js';
import { Career } from './refs.js';

builder.objectFields(Career, (t) => ({
  claims: t.field({
    type: ClaimConnection,
    complexity: pageCost,
    description:
      "What published pages state about the career, whether right or wrong, in page order. After them, the figures that the Occupational Outlook Handbook states about the career; if its profile covers more than the career, only those of the career's primary occupation.",
    args: pageArguments,
    resolve: async (career, page, context) => {
      const [ofPages, ofProfile] = await Promise.all([
        context.content.claims.load(career.slug),
        profileClaimsAbout(context, career),
      ]);
      const claims: readonly ClaimEntry[] = [...ofPages, ...ofProfile];
      return pageOfItems(page, listName('claims', career.slug), claims, ({ id }) => id);
    },
  }),
  findings: t.field({
    type: [Finding],
    description: 'Contradictions and doubtful statements in what has been published about the career.',
    resolve: (career, _, context) => findingsOf(context, career),
  }),
}));
