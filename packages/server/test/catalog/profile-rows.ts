import type { Database } from '@careergraph/db';
import { newHandbookRelease } from '../support/handbook-release.js';

interface ProfileRow {
  readonly slug: string;
  readonly title: string;
  readonly singularTitle: string | null;
  readonly occupationCodes: readonly string[];
  readonly entryEducation?: string;
}

/** Profiles of the Handbook with the given columns, and a document that has only what the catalog reads. */
export async function insertProfiles(prisma: Database, profiles: readonly ProfileRow[]): Promise<void> {
  const release = await newHandbookRelease(prisma);
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
