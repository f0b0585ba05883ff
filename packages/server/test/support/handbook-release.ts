import type { Database } from '@careergraph/db';
import { type NewRelease, newRelease } from '../onet/new-release.js';

/** The Handbook as a source, with an active release that has no profile yet. */
export async function newHandbookRelease(prisma: Database): Promise<NewRelease> {
  await prisma.source.create({
    data: {
      id: 'bls-ooh',
      kind: 'AGENCY',
      name: 'Occupational Outlook Handbook',
      publisher: 'U.S. Bureau of Labor Statistics',
      licence: 'US public domain',
    },
  });
  return newRelease(prisma, 'bls-ooh', '2024-34-pay-2024', 'Handbook of the test', 'ACTIVE');
}
