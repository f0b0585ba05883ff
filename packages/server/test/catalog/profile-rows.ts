import type { Database } from '@careergraph/db';
import { newRelease } from '../onet/new-release.js';

interface ProfileRow {
  readonly slug: string;
  readonly title: string;
  readonly singularTitle: string | null;
  readonly occupationCodes: readonly string[];
  readonly entryEducation?: string;
}

/** Profiles of the Handbook with the given columns, and a document that has only what the catalog reads. */
export async function insertProfiles(prisma: Database, profiles: readonly ProfileRow[]): Promise<void> {
  await prisma.source.create({
    data: {
      id: 'bls-ooh',
      kind: 'AGENCY',
      name: 'Occupational Outlook Handbook',
      publisher: 'U.S. Bureau of Labor Statistics',
      licence: 'US public domain',
    },
  });
  const release = await newRelease(prisma, 'bls-ooh', '2024-34-pay-2024', 'Handbook of the test', 'ACTIVE');
  for (const { slug, title, singularTitle, occupationCodes, entryEducation = null } of profiles) {
    await prisma.handbookProfile.create({
      data: {
        fileId: await release.file(slug, `${slug}.html`),
        ...{ slug, title, singularTitle, entryEducation },
        occupationCodes: [...occupationCodes],
        onetCodes: [],
        document: { slug, title, summary: `A summary of ${title} by the test.` },
        notices: [],
      },
    });
  }
}
