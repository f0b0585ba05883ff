import type { LoadedRows } from '@careergraph/db';
import type { Part, RowSink } from '@careergraph/releases';
import { releaseKeyOf } from './edition.js';
import { kindOf, readingsOf } from './files.js';
import type { Reading } from './report.js';

export async function load({ file, release }: Part, sink: RowSink): Promise<void> {
  const read = new Set<string>();
  for await (const reading of readingsOf(file, await kindOf(file))) {
    const { slug, title, edition } = reading.profile;
    const fault = (message: string) => sink.fault({ file: file.name, section: title, message });
    if (read.has(slug)) fault(`is a duplicate: another profile has the slug ${slug}.`);
    read.add(slug);
    if (edition !== null && releaseKeyOf(edition) !== release) {
      fault(`is of ${releaseKeyOf(edition)}, and the file is of ${release}.`);
    }
    await sink.add('HandbookProfile', rowOf(reading));
    sink.progress(read.size);
  }
}

function rowOf({ profile, notices }: Reading): LoadedRows['HandbookProfile'] {
  const { slug, title, singularTitle, occupationCodes, onetOccupations, quickFacts, outlook } = profile;
  return {
    slug,
    title,
    singularTitle,
    occupationCodes: [...occupationCodes],
    onetCodes: onetOccupations.map(({ code }) => code),
    medianAnnualUsd: quickFacts?.medianPayUsdPerYear?.value ?? null,
    employmentPersons: quickFacts?.jobs.value ?? null,
    percentChange: quickFacts?.outlookPercent.value ?? null,
    annualOpeningsPersons: outlook.openingsPerYear?.value ?? null,
    entryEducation: quickFacts?.entryLevelEducation.printed ?? null,
    document: JSON.stringify(profile),
    notices: JSON.stringify(notices),
  };
}
