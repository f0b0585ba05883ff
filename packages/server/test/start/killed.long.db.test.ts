import { join } from 'node:path';
import { environmentOf, tableCounts, testDatabaseKind } from '@careergraph/testkit';
import { ciOnly, inCi } from '@careergraph/testkit/files';
import { expect, test } from 'vitest';
import { answerOf, COUNT, COUNTED, copyOfGuides, database, edit, start, stop, withGuidesBefore } from './starting.js';

const KILLS = 8;
/** From the first touch of the database to the end of the load. */
const FIRST_MS = 500;
const LAST_MS = testDatabaseKind() === 'embedded' ? 3_500 : 1_700;

test.skipIf(!inCi)(`kill -9 at any moment of a start leaves all of the content or none of it${ciOnly}`, async () => {
  const location = await database('empty');
  const guides = await copyOfGuides();
  const environment = { ...environmentOf(location), CAREERGRAPH_GUIDES: guides };
  const whole = await tableCounts(await database('loaded'));
  /** After no load, the first one, and a later one, which keeps what it replaced. */
  const states = [{}, whole, withGuidesBefore(whole)];
  let reached = 0;
  let before = 'title: EMT';
  for (let kill = 0; kill < KILLS; kill++) {
    // Every start has something to load, once there is a database.
    const title = `title: EMT ${kill}`;
    await edit(join(guides, 'careers/emt.yaml'), before, title);
    before = title;
    const delay = FIRST_MS + ((LAST_MS - FIRST_MS) / KILLS) * (kill + Math.random());
    const server = start(environment);
    await new Promise((resolve) => setTimeout(resolve, delay));
    server.kill('SIGKILL');
    await server.ended;
    const left = await tableCounts(location);
    const { 'public._prisma_migrations': _, ...content } = left;
    const full = Object.values(content).some((rows) => rows > 0);
    const state = !full ? 0 : left['public.career'] === whole['public.career'] ? 1 : 2;
    expect(full ? left : {}, `killed after ${Math.round(delay)} ms`).toEqual(states[state]);
    expect(state).toBeGreaterThanOrEqual(reached);
    reached = state;
  }
  const last = start(environment);
  const url = await last.url;
  expect(await answerOf(url, COUNT)).toEqual(COUNTED);
  expect(await answerOf(url, '{ career(slug: "emt") { title } }')).toEqual({
    data: { career: { title: `EMT ${KILLS - 1}` } },
  });
  if ((await stop(last)).stdout.includes('guides loaded')) reached = Math.min(reached + 1, 2);
  expect(await tableCounts(location)).toEqual(states[reached]);
});
