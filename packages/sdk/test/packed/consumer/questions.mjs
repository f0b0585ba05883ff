const TOP_CODED = { status: 'TOP_CODED', amount: null, atLeast: 239_200 };

/**
 * Uses each part of the SDK and tells what came, in what JSON can hold.
 *
 * @param sdk the package as this runtime loads it
 * @param endpoint the running server
 * @param gone an address where nobody listens
 */
export async function ask(sdk, endpoint, gone) {
  const requests = [];
  const client = sdk.createCareerClient({
    endpoint,
    onRequest: ({ operation, method }, next) => {
      requests.push(`${method} ${operation}`);
      return next();
    },
  });
  const { data } = await sdk.createClient({ endpoint }).request(sdk.careerPage, { slug: 'medical-assistant' });
  const { median, p10, p90, provenance } = data.career.salary;
  const slugs = [];
  for await (const { slug } of client.careers.all({ filter: { field: ['NURSING', 'DENTAL'] }, first: 7 }))
    slugs.push(slug);

  // The server knows the document from then on, and it can be asked for by its hash.
  await sdk.createClient({ endpoint }).request(sdk.sources);
  requests.length = 0;
  const twice = await Promise.all([client.sources(), client.sources()]);
  const cached = await client.sources();

  return {
    wage: { status: median.status, amount: median.amount },
    formatted: [sdk.formatWage(median), sdk.formatRange(p10, p90), sdk.formatWage(TOP_CODED, { locale: 'es-US' })],
    cited: sdk.cite(provenance),
    slugs,
    requests: [...requests],
    unknown: (await client.careerPage({ slug: 'nobody' })).data.career,
    same: new Set([...twice, cached].map((answer) => JSON.stringify(answer))).size === 1,
    errors: {
      wrong: await failure(sdk.BadUserInputError, client.careers({ first: 1000 })),
      aborted: await failure(Error, client.areas({ first: 1 }, { signal: aborted() })),
      late: await failure(
        sdk.TimeoutError,
        sdk.createClient({ endpoint, fetch: () => new Promise(() => {}), timeoutMs: 20 }).request(sdk.sources),
      ),
      gone: await failure(sdk.NetworkError, sdk.createClient({ endpoint: gone, retries: 1 }).request(sdk.sources)),
    },
  };
}

function aborted() {
  const controller = new AbortController();
  controller.abort();
  return controller.signal;
}

async function failure(kind, question) {
  try {
    await question;
  } catch (error) {
    return error instanceof kind ? error.name : `another: ${error?.stack ?? error}`;
  }
  return 'none';
}
