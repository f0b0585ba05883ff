// The salary questions with one full-size synthetic year of OEWS in the database, and with ten.
//   npm run bench:ten-years [-- --help]                  (build first: npm start, or npm run build)

import { parseArgs } from 'node:util';
import { openService } from './ten-years/service.mjs';

const usage = `usage: npm run bench:ten-years [-- --rounds 200 --occupations 850 --years 10 --json]

Fills two databases with synthetic wage estimates of the size of a full OEWS year (850 occupations, 54 states and
territories, 530 metropolitan and nonmetropolitan areas, about 400,000 rows): one year in the one, ten years in the
other. Then asks both the same salary questions in turns, in one process, through the request handler, and prints the
median milliseconds and their ratio. The history is measured too, but it says ten times as much with ten years.

Databases of its own are made on CAREERGRAPH_BENCH_POSTGRES_URL and dropped at the end; ten full years take about
2.5 GB there. Without it two embedded databases are filled, with 85 occupations unless --occupations says otherwise.

  --rounds       questions of each kind to each database (default 200)
  --occupations  rows are about 470 times this (default 850; embedded 85)
  --years        how many years the second database has (default 10)
  --json         print JSON instead of a table

Exit codes: 0 measured, 1 an answer was wrong or a database could not be filled, 2 wrong usage.`;

const options = {
  help: { type: 'boolean', short: 'h' },
  json: { type: 'boolean', default: false },
  rounds: { type: 'string', default: '200' },
  occupations: { type: 'string' },
  years: { type: 'string', default: '10' },
};

function readArguments() {
  try {
    const { values } = parseArgs({ options });
    const postgres = process.env.CAREERGRAPH_BENCH_POSTGRES_URL;
    const occupations = values.occupations ?? (postgres ? '850' : '85');
    for (const [name, value] of Object.entries({ rounds: values.rounds, occupations, years: values.years })) {
      if (!/^[1-9]\d{0,3}$/.test(value))
        throw new Error(`--${name} must be a whole number from 1 to 9999; it is "${value}".`);
    }
    return {
      ...values,
      postgres,
      rounds: Number(values.rounds),
      occupations: Number(occupations),
      years: Number(values.years),
    };
  } catch (error) {
    console.error(`${error.message}\n\n${usage}`);
    process.exit(2);
  }
}

const WAGE = 'area { code } release { key } median { amount display } mean { amount } provenance { row }';
const QUESTIONS = {
  'one wage in a metropolitan area': `{ career(slug: "medical-office-manager") { salary(in: { metro: "10007" }) { ${WAGE} } } }`,
  'one wage in a state, its release named': `{ career(slug: "medical-office-manager") { salary(in: { state: "CA" }, asOf: "2025-05") { ${WAGE} } } }`,
  'all states': `{ career(slug: "medical-office-manager") { salaries(kind: STATE, first: 100) { totalCount nodes { ${WAGE} } } } }`,
  'the five best states': `{ career(slug: "medical-office-manager") { salaries(kind: STATE, orderBy: { field: MEAN, direction: DESC }, first: 5) { edges { rank node { ${WAGE} } } leftOut { area { code } } } } }`,
  'a page of 100 metropolitan areas': `{ occupation(code: "43-6011") { salary { ${WAGE} } } career(slug: "medical-office-manager") { salaries(kind: METRO, first: 100) { totalCount nodes { ${WAGE} } } } }`,
  'the history': `{ career(slug: "medical-office-manager") { salaryHistory(in: { metro: "10007" }) { points { salary { ${WAGE} } } } } }`,
};

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

const { help, json, rounds, occupations, years, postgres } = readArguments();
if (help) {
  console.log(usage);
  process.exit(0);
}

const services = [];
try {
  for (const count of [1, years]) {
    const from = performance.now();
    services.push(await openService({ postgres, occupations, years: count }));
    console.error(
      `${count} ${count === 1 ? 'year' : 'years'}: ${services.at(-1).rows.toLocaleString('en-US')} rows in ${((performance.now() - from) / 1000).toFixed(0)} s`,
    );
  }
  const results = [];
  for (const [name, query] of Object.entries(QUESTIONS)) {
    const times = services.map(() => []);
    for (let round = -20; round < rounds; round++) {
      for (const [index, service] of services.entries()) {
        const from = performance.now();
        const { data, errors } = await service.ask(query);
        const took = performance.now() - from;
        // A history says null for releases without the row; any other question has its answer in both.
        const empty = !name.includes('history') && JSON.stringify(data ?? null).includes('"salary":null');
        if (errors || data?.career == null || empty)
          throw new Error(`${name}: ${JSON.stringify(errors ?? data).slice(0, 300)}`);
        if (round >= 0) times[index].push(took);
      }
    }
    const [one, ten] = times.map(median);
    results.push({ question: name, oneYearMs: one, manyYearsMs: ten, ratio: ten / one });
  }
  if (json) console.log(JSON.stringify({ years, rows: services.map(({ rows }) => rows), results }, null, 2));
  else {
    console.log(
      `\n${'median of a request, ms'.padEnd(42)}${'1 year'.padStart(9)}${`${years} years`.padStart(10)}${'ratio'.padStart(8)}`,
    );
    for (const { question, oneYearMs, manyYearsMs, ratio } of results) {
      console.log(
        `${question.padEnd(42)}${oneYearMs.toFixed(2).padStart(9)}${manyYearsMs.toFixed(2).padStart(10)}${ratio.toFixed(2).padStart(8)}`,
      );
    }
  }
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  for (const service of services) await service.close();
}
