import { createTestApi, loadNursingPrograms, type TestApi } from '@careergraph/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask } from '../support/ask.js';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi('loaded', loadNursingPrograms);
});
afterAll(() => api?.close());

interface Item {
  readonly __typename: string;
  readonly id: string;
  readonly name: string;
}

const PROGRAMS = 'programs(near: { area: { state: "AK" } }, occupation: "29-1141", first: 100)';

/** Entries of each Node type, read from the lists of the API, with a field to compare beside the id. */
const LISTS: Record<string, string> = {
  Area: '{ found: areas(first: 100) { nodes { __typename id name: code } } }',
  Career: '{ found: careers(first: 100) { nodes { __typename id name: slug } } }',
  Claim:
    '{ owner: career(slug: "medical-office-manager") { found: claims(first: 100) { nodes { __typename id name: key } } } }',
  Credential: '{ found: credentials(first: 100) { nodes { __typename id name: slug } } }',
  Institution: `{ found: ${PROGRAMS} { nodes { institution { __typename id name } } } }`,
  Occupation: '{ found: occupations(first: 100) { nodes { __typename id name: code } } }',
  Organization:
    '{ owner: career(slug: "medical-office-manager") { found: organizations { __typename id name: slug } } }',
  Program: `{ found: ${PROGRAMS} { nodes { __typename id name: levelName } } }`,
  Release: '{ found: releases { __typename id name: label } }',
  Source: '{ found: sources { __typename id name: key } }',
};
type Node = Item | { institution: Item };
type Found = { nodes: Node[] } | Node[];
async function itemsOf(type: string): Promise<Item[]> {
  const data = await ask<{ found?: Found; owner?: { found: Found } }>(api, LISTS[type] as string);
  const found = (data.owner?.found ?? data.found) as Found;
  const nodes = Array.isArray(found) ? found : found.nodes;
  // Several programs have the same institution.
  const items = nodes.map((node) => ('institution' in node ? node.institution : node));
  return items.filter(({ id }, index) => items.findIndex((item) => item.id === id) === index);
}

const FIELDS = `__typename id
  ... on Area { name: code } ... on Career { name: slug } ... on Claim { name: key } ... on Credential { name: slug }
  ... on Institution { name } ... on Program { name: levelName }
  ... on Occupation { name: code } ... on Organization { name: slug } ... on Release { name: label } ... on Source { name: key }`;

test('these are all types that can be fetched by id', async () => {
  const data = await ask<{ __type: { possibleTypes: { name: string }[] } }>(
    api,
    '{ __type(name: "Node") { possibleTypes { name } } }',
  );
  expect(data.__type.possibleTypes.map(({ name }) => name).sort()).toEqual(Object.keys(LISTS));
});

describe.each(Object.keys(LISTS))('%s', (type) => {
  test('every id fetches its own object again, alone and with others', async () => {
    const items = await itemsOf(type);
    expect(items.length).toBeGreaterThan(2);
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    for (const item of items) {
      expect(item.__typename).toBe(type);
      expect(await api.query(`query ($id: ID!) { node(id: $id) { ${FIELDS} } }`, { id: item.id })).toEqual({
        data: { node: item },
      });
    }
    const ids = items.map(({ id }) => id).toReversed();
    expect(await api.query(`query ($ids: [ID!]!) { nodes(ids: $ids) { ${FIELDS} } }`, { ids })).toEqual({
      data: { nodes: items.toReversed() },
    });
  });
  test('an id with padding is the same id', async () => {
    const [item] = await itemsOf(type);
    const padded = `${item?.id}${'='.repeat((4 - ((item as Item).id.length % 4)) % 4)}`;
    expect(await api.query(`query ($id: ID!) { node(id: $id) { ${FIELDS} } }`, { id: padded })).toEqual({
      data: { node: item },
    });
  });
});

test('ids of different types in one request, in their order, twice the same one', async () => {
  const items = (await Promise.all(Object.keys(LISTS).map(itemsOf))).map(([first]) => first as Item);
  const wanted = [...items, ...items.toReversed()];
  expect(
    await api.query(`query ($ids: [ID!]!) { nodes(ids: $ids) { ${FIELDS} } }`, { ids: wanted.map(({ id }) => id) }),
  ).toEqual({ data: { nodes: wanted } });
});

test('no ids, no nodes', async () => {
  expect(await api.query('{ nodes(ids: []) { id } }')).toEqual({ data: { nodes: [] } });
});
