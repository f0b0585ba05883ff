import { createTestApi, type TestApi } from '@careergraph/testkit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { onlyError } from '../support/ask.js';

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api?.close());

describe('a fault of the server', () => {
  test('is masked, with an id that finds the log line', async () => {
    const broken = await createTestApi();
    try {
      await broken.prisma.$executeRawUnsafe('DROP TABLE "claim" CASCADE');
      const query = '{ career(slug: "medical-office-manager") { claims { totalCount } } }';
      const answers = [await broken.query(query), await broken.query(query)];
      const ids = answers.map((answer) => {
        const error = onlyError(answer);
        expect(error.code).toBe('INTERNAL_SERVER_ERROR');
        expect(answer.data).toEqual({ career: null });
        expect(JSON.stringify(answer)).not.toMatch(
          /claim"|prisma|select|relation|public\.|stack|node_modules|packages\//i,
        );
        return answer.errors?.[0]?.extensions.id as string;
      });
      expect(new Set(ids).size).toBe(2);
      for (const [index, id] of ids.entries()) {
        expect(answers[index]?.errors?.[0]?.message).toContain(id);
        const lines = broken.logged.filter((line) => line.includes(id));
        expect(lines).toHaveLength(1);
        expect(lines[0]).toContain('does not exist');
      }
      expect(await broken.query('{ career(slug: "phlebotomist") { title } }')).toEqual({
        data: { career: { title: 'Phlebotomist' } },
      });
    } finally {
      await broken.close();
    }
  });

  test('/ready says no when the database is gone, /health goes on', async () => {
    const gone = await createTestApi();
    await gone.close();
    const ready = await gone.fetch(new Request('http://localhost/ready'));
    expect(ready.status).toBe(503);
    expect(await ready.json()).toEqual({
      status: 'not ready',
      reason: 'the server is starting or stopping, or the database does not answer or holds no release',
    });
    expect((await gone.fetch(new Request('http://localhost/health'))).status).toBe(200);
  });
});
