import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ConstraintsDatabase, openConstraintsDatabase, type Table, type Transaction } from './inserts.js';
import { INDEXES } from './migrations.js';
import type { Row } from './wages.js';

/** What may exist only once, and what must exist, whoever writes. */

let database: ConstraintsDatabase;
beforeAll(async () => {
  database = await openConstraintsDatabase();
});
afterAll(() => database?.api.close());

const OF_THE_GUIDES = { sourceId: 'careergraph-guides', key: 'test', revision: 1 };

describe('at most one', () => {
  test('there is a test for every partial unique index of the migrations', () => {
    const tested = ['release_one_active', 'release_one_answering_revision', 'career_one_primary_occupation'];
    expect([...INDEXES].sort()).toEqual(tested.sort());
  });
  test('active release of a source', async () => {
    const superseded = { sourceId: 'bls-oews', status: 'SUPERSEDED' } as const;
    const activate = (tx: Transaction) => tx.release.updateMany({ where: superseded, data: { status: 'ACTIVE' } });
    expect(await database.api.prisma.release.count({ where: superseded })).toBe(1);
    expect(await database.attempt(activate)).toMatch(/unique constraint/i);
    expect(await database.api.prisma.release.count({ where: { sourceId: 'bls-oews', status: 'ACTIVE' } })).toBe(1);
  });
  test.each(['2025-05', '2024-05'])('answering revision of a release: %s', async (key) => {
    const another = (row: Row) => database.attempt((tx) => database.inserts.release(tx, { key, ...row }));
    expect(await another({ status: 'SUPERSEDED' })).toMatch(/unique constraint/i);
    expect(await another({ status: 'ACTIVE' })).toMatch(/unique constraint/i);
    expect(await another({ status: 'STAGED' })).toBe('accepted');
    expect(await another({ status: 'WITHDRAWN' })).toBe('accepted');
    // Of another source or key nothing is in the way.
    expect(await another({ status: 'SUPERSEDED', sourceId: 'bls-ep' })).toBe('accepted');
    expect(await another({ status: 'SUPERSEDED', key: '2023-05' })).toBe('accepted');
  });
  test('revision of a number', async () => {
    expect(await database.attempt((tx) => database.inserts.release(tx, { revision: 1 }))).toMatch(/unique constraint/i);
  });
  test('primary occupation of a career in a release', async () => {
    const secondary = { careerSlug: 'medical-office-manager', role: 'SECONDARY' } as const;
    const promote = (tx: Transaction) =>
      tx.careerOccupation.updateMany({ where: secondary, data: { role: 'PRIMARY' } });
    expect(await database.api.prisma.careerOccupation.count({ where: secondary })).toBe(1);
    expect(await database.attempt(promote)).toMatch(/unique constraint/i);
    expect(await database.api.prisma.careerOccupation.count({ where: { ...secondary, role: 'PRIMARY' } })).toBe(1);
    const again = async (tx: Transaction) => {
      const { id: releaseId } = await database.inserts.release(tx, OF_THE_GUIDES);
      await database.inserts.career(tx, { releaseId, slug: 'medical-office-manager' });
      const primary = { releaseId, careerSlug: 'medical-office-manager', role: 'PRIMARY' };
      await database.inserts.careerOccupation(tx, { ...primary, occupationCode: '43-6011' });
    };
    expect(await database.attempt(again)).toBe('accepted');
  });
  test.each<[string, Table]>([
    ['wage of an occupation and area in a file', 'wage'],
    ['projection of an occupation and area in a file', 'projection'],
    ['area of a code in a file', 'area'],
    ['occupation of a code in a file', 'occupation'],
    ['job zone of an occupation in a file', 'jobZone'],
    ['profile of a slug in a file', 'handbookProfile'],
    ['file of a content in a role of a release', 'file'],
    ['mention of a file in a release', 'releaseFile'],
    ['career of a slug in a release', 'career'],
    ['claim of an id in a release', 'claim'],
  ])('%s', async (_, table) => {
    const twice = async (tx: Transaction) => {
      await database.inserts[table](tx, {});
      await database.inserts[table](tx, {});
    };
    expect(await database.attempt((tx) => database.inserts[table](tx, {}))).toBe('accepted');
    expect(await database.attempt(twice)).toMatch(/unique constraint/i);
  });
  test('claim of a place in a document', async () => {
    expect(await database.attempt((tx) => database.inserts.claim(tx, { position: 1 }))).toMatch(/unique constraint/i);
  });
});

describe('must exist', () => {
  test.each<[string, Table, Row]>([
    ['source of a release', 'release', { sourceId: 'no-such' }],
    ['source of a file', 'file', { sourceId: 'no-such' }],
    ['release of a file', 'releaseFile', { releaseId: 9_999 }],
    ['file of a release', 'releaseFile', { fileId: 9_999 }],
    ['file of an area', 'area', { fileId: 9_999 }],
    ['file of an occupation', 'occupation', { fileId: 9_999 }],
    ['file of a wage', 'wage', { fileId: 9_999 }],
    ['file of a projection', 'projection', { fileId: 9_999 }],
    ['file of a rating', 'rating', { fileId: 9_999 }],
    ['file of a job zone', 'jobZone', { fileId: 9_999 }],
    ['file of a Handbook profile', 'handbookProfile', { fileId: 9_999 }],
    ['file of a ZIP share', 'zipShare', { fileId: 9_999 }],
    ['file of a ZIP place', 'zipPlace', { fileId: 9_999 }],
    ['release of a career', 'career', { releaseId: 9_999 }],
    ['document of a claim', 'claim', { documentSlug: 'no-such' }],
    ['credential of a claim', 'claim', { credentialSlug: 'no-such' }],
    ['release of a claim', 'claim', { releaseId: 9_999 }],
    ['career of an occupation', 'careerOccupation', { careerSlug: 'no-such' }],
    ['related career', 'related', { toSlug: 'no-such' }],
  ])('%s', async (_, table, row) => {
    expect(await database.attempt((tx) => database.inserts[table](tx, row))).toMatch(/foreign key constraint/i);
  });
  test('what a career is related to, in its own release', async () => {
    const across = async (tx: Transaction) => {
      const { id: releaseId } = await database.inserts.release(tx, OF_THE_GUIDES);
      await database.inserts.career(tx, { releaseId, slug: 'dog-groomer' });
      await database.inserts.related(tx, { releaseId });
    };
    expect(await database.attempt(across)).toMatch(/foreign key constraint/i);
  });
});
