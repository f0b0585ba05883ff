// The third reference: PostGraphile 5 on the same tables, installed for the bench alone.
import { execFile } from 'node:child_process';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** PostGraphile 5 does not run on an older Node. */
const NODE = 22;

/**
 * Installs PostGraphile into a folder, with a Node that it runs on.
 *
 * @returns what to start, or why it could not be installed
 */
export async function installPostgraphile(folder) {
  const isNew = Number(process.versions.node.split('.')[0]) >= NODE;
  const platform = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  try {
    const packages = ['postgraphile@5', ...(isNew ? [] : [`${platform}@${NODE}`])];
    await run('npm', ['install', '--no-audit', '--no-fund', ...packages], { cwd: folder, timeout: 300_000 });
  } catch (error) {
    const lines = String(error.stderr ?? error.message).split('\n');
    return { skipped: lines.find((line) => /error/i.test(line)) ?? lines[0] };
  }
  const script = join(folder, 'server.mjs');
  await copyFile(new URL('postgraphile-server.mjs', import.meta.url), script);
  return { script, executable: isNew ? process.execPath : join(folder, `node_modules/${platform}/bin/node`) };
}

const SETUP = `query Setup($slug: String!) {
  allReleases(condition: { status: ACTIVE }) {
    nodes {
      rowId
      sourceId
      releaseFilesByReleaseId { nodes { fileId } }
    }
  }
  allCareerOccupations(condition: { careerSlug: $slug, role: PRIMARY }) { nodes { releaseId occupationCode } }
}`;

const ROWS = `query Rows($file: Int!, $occupation: String!, $states: String!) {
  nation: wageEstimateByFileIdAndOccupationCodeAndAreaCode(fileId: $file, occupationCode: $occupation, areaCode: "US") { fileId }
  states: allWageEstimates(condition: { fileId: $file, occupationCode: $states, areaKind: STATE }) { totalCount }
  growth: projectionByFileIdAndOccupationCodeAndAreaCode(fileId: $file, occupationCode: $occupation, areaCode: "US") { fileId }
}`;

const PLAIN = `query Plain($release: Int!, $slug: String!, $occupation: String!, $statesOf: String!, $nation: Int!, $states: Int!, $growth: Int!) {
  career: careerByReleaseIdAndSlug(releaseId: $release, slug: $slug) {
    title
    summary
    credentials: careerCredentialsByReleaseIdAndCareerSlug(orderBy: POSITION_ASC) {
      nodes {
        need
        credential: credentialByReleaseIdAndCredentialSlug {
          name
          acronym
          kind
          issuer: organizationByReleaseIdAndIssuerSlug { name }
        }
      }
    }
  }
  salary: wageEstimateByFileIdAndOccupationCodeAndAreaCode(fileId: $nation, occupationCode: $occupation, areaCode: "US") {
    annualMeanUsd
    annualMeanMarker
    annualP50Usd
    annualP50Marker
  }
  salaries: allWageEstimates(condition: { fileId: $states, occupationCode: $statesOf, areaKind: STATE }, first: 60) {
    nodes {
      areaCode
      annualMeanUsd
      annualMeanMarker
    }
  }
  growth: projectionByFileIdAndOccupationCodeAndAreaCode(fileId: $growth, occupationCode: $occupation, areaCode: "US") {
    baseYear
    projectedYear
    percentTenths
    annualOpeningsPersons
  }
}`;

/** The plain question in the words of PostGraphile's schema. The files that the catalog would find are found first. */
export async function plainQuestion({ url }, slug, statesOf) {
  const { allReleases, allCareerOccupations } = await ask(url, SETUP, { slug });
  const [{ releaseId: release, occupationCode: occupation }] = allCareerOccupations.nodes.filter(({ releaseId }) =>
    allReleases.nodes.some(({ rowId }) => rowId === releaseId),
  );
  const files = allReleases.nodes.flatMap(({ releaseFilesByReleaseId: { nodes } }) =>
    nodes.map(({ fileId }) => fileId),
  );
  const found = {};
  for (const file of files) {
    const { nation, states, growth } = await ask(url, ROWS, { file, occupation, states: statesOf });
    if (nation) found.nation ??= file;
    if (states.totalCount > 40) found.states ??= file;
    if (growth) found.growth ??= file;
  }
  return {
    query: PLAIN,
    variables: { release, slug, occupation, statesOf, ...found },
    check: (text) => {
      const { data, errors } = JSON.parse(text);
      const isWhole =
        data?.career?.credentials.nodes.length > 0 && data.salary && data.salaries.nodes.length > 40 && data.growth;
      if (errors || !isWhole) throw new Error(`PostGraphile answered ${text.slice(0, 300)}`);
    },
  };
}

async function ask(url, query, variables) {
  const response = await fetch(`${url}graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(`PostGraphile answered ${JSON.stringify(errors).slice(0, 300)}`);
  return data;
}
