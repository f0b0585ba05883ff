import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import * as sdk from '@careergraph/sdk';
import { aCount, aPercent, aQuotient, aWage, recorded, stubFetch } from '@careergraph/sdk/testing';
import { createTestApi, loadNursingPrograms, type TestApi } from '@careergraph/testkit';
import { Kind, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

type Document = sdk.TypedDocument<Record<string, unknown>, Record<string, unknown>>;
type Json = { readonly [key: string]: unknown };

const documents = Object.values(sdk).filter((exported) => typeof exported === 'object') as Document[];

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi('loaded', loadNursingPrograms);
});
afterAll(() => api?.close());

interface Recorded {
  readonly variables: Record<string, unknown>;
  readonly data: Json;
}

function recordedFor({ name }: Document): readonly [Recorded, ...Recorded[]] {
  const file = name.replaceAll(/(?<!^)[A-Z]/g, '-$&').toLowerCase();
  return JSON.parse(readFileSync(new URL(`../src/testing/recorded/${file}.json`, import.meta.url), 'utf8'));
}

const clientOf = (fetch: sdk.ClientOptions['fetch']) =>
  sdk.createClient({ endpoint: 'http://localhost/graphql', fetch });

test('what is recorded is what the server answers', async () => {
  const script = fileURLToPath(new URL('../scripts/record.mjs', import.meta.url));
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [script, '--check']).catch((error) => error);
  expect(stdout + stderr).toBe('');
});

test('there are 24 operations', () => expect(documents).toHaveLength(24));

describe.each(documents.map((document) => [document.name, document] as const))('%s', (_name, document) => {
  const answers = recordedFor(document);

  test('is answered with what is recorded', async () => {
    expect(recorded(document)).toEqual(answers[0].data);
    for (const { variables, data } of answers) {
      expect(recorded(document, variables)).toEqual(data);
      expect(await clientOf(stubFetch()).request(document, variables)).toEqual({ data, errors: undefined });
    }
  });

  test('is answered alike where what may be null is null', async () => {
    const [definition] = parse(document.text).definitions;
    if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error('The operation comes first.');
    const optional = (definition.variableDefinitions ?? []).filter(({ type }) => type.kind !== Kind.NON_NULL_TYPE);
    const nulls = Object.fromEntries(optional.map(({ variable }) => [variable.name.value, null]));
    const client = clientOf((url, init) => api.fetch(new Request(url, init)));
    const [{ variables, data }] = answers;
    const plain = await client.request(document, variables);
    expect(await client.request(document, { ...nulls, ...variables })).toEqual(plain);
    expect((await clientOf(stubFetch()).request(document, { ...nulls, ...variables })).data).toEqual(data);
  });
});

test('the factories make every figure that is recorded', () => {
  const figures = documents.flatMap((document) => figuresIn(recordedFor(document)));
  expect(figures.length).toBeGreaterThan(150);
  for (const [name, figure] of figures) expect(remade(name, figure as never)).toEqual(figure);
});

/** As JSON has it, whatever its status. */
interface AnyFigure {
  readonly status: string;
  readonly amount: number;
  readonly value: number;
  readonly unit: string;
  readonly display: string;
  readonly reason: string;
}

function remade(name: string, { status, amount, value, unit, reason }: AnyFigure): unknown {
  const isWage = amount !== undefined;
  if (value === null || amount === null) {
    const why = { status: status as 'SUPPRESSED' | 'NOT_PUBLISHED', reason };
    return isWage ? aWage(why) : unit ? aCount({ ...why, unit }) : aPercent(why);
  }
  if (status === 'DERIVED') return aWage({ status, amount });
  if (isWage) return aWage({ amount, per: name.startsWith('hourly') ? 'HOUR' : 'YEAR' });
  if (unit) return aCount({ value, unit });
  return name === 'locationQuotient' ? aQuotient({ value }) : aPercent({ value });
}

/** Figures of programs have texts of their own, and no factory. */
function figuresIn(data: unknown): (readonly [string, Json])[] {
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([name, value]) => {
    const isFigure = value && typeof value === 'object' && 'status' in value && 'display' in value;
    if (!isFigure) return figuresIn(value);
    return 'whoIsCounted' in value ? [] : [[name, value as Json] as const];
  });
}
