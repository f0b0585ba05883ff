import { expect, test } from 'vitest';
import { importers } from '../src/importers.js';
import { SETUP_FILES } from '../src/setup-files.js';

test('a release is loaded after the older ones of its source', () => {
  for (const { name } of importers) {
    const releases = SETUP_FILES.filter(({ source }) => source === name).map(({ release }) => release);
    expect(releases).toEqual(releases.toSorted());
  }
});

test.each(importers.map((importer) => [importer.name, importer] as const))(
  '%s has files with release keys',
  (name, importer) => {
    const files = SETUP_FILES.filter(({ source }) => source === name);
    expect(files).not.toEqual([]);
    for (const { release } of files) if (release !== null) expect(release).toMatch(importer.releaseKey.pattern);
  },
);

test.each(SETUP_FILES.map((file) => [file.fileName, file] as const))(
  '%s is the name that its URL gives',
  (_, { fileName, url, page }) => {
    expect(page).toMatch(/^https:\/\//);
    if (url !== null) expect(new URL(url).pathname.split('/').at(-1)).toBe(fileName);
  },
);
