// Loses the thread of the embedded database within a session, and goes on with that session while others run on the next
// thread. Prints what each statement of the lost session met, and the rows of the table that must not be changed.
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '@careergraph/db';

const crash = (name) => writeFileSync(join(process.env.CRASH_FOLDER, name), '');
const faults = [];
const database = await openDatabase({
  home: process.env.CAREERGRAPH_HOME,
  onFault: (message, reason) => faults.push(`${message}: ${reason}`),
});
const met = [];
await database
  .session(async (lost) => {
    await lost.query('create table lost as select 1 as row');
    crash('go');
    crash('block');
    while (existsSync(join(process.env.CRASH_FOLDER, 'block'))) await sleep(20);
    await lost.query('select 1').catch((error) => met.push(error.code));
    // Until the next thread is there.
    while (!(await database.prisma.$queryRaw`select 1`.catch(() => null))) await sleep(20);
    for (let other = 0; other < 20; other += 1) {
      await database.session(async (session) => {
        await session.query('create table if not exists kept (row int)');
        await session.query('insert into kept values ($1)', [other]);
        await lost.query('delete from kept').then(
          () => met.push('done'),
          (error) => met.push(error.message.replace(/\d+/, 'N')),
        );
      });
    }
    throw new Error('The session is over.');
  })
  .catch((error) => met.push(error.message));
const tables = await database.session((session) =>
  session.query(`select to_regclass('public.lost') is null as "isLost", (select count(*)::int from kept) as kept`),
);
await database.close();
console.log(JSON.stringify({ faults, met, tables }));
