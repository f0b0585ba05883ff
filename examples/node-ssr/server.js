// A site rendered on the server: http://127.0.0.1:3000/medical-assistant?state=FL
import { createServer } from 'node:http';
import { BadUserInputError, CareerGraphError, createCareerClient } from '@careergraph/sdk';
import { createSSRApp } from 'vue';
import { renderToString } from 'vue/server-renderer';
import { CareerPage } from './career-page.js';

const STYLE = `<meta name="viewport" content="width=device-width"><style>
  body { margin: 2rem auto; max-width: 52rem; padding: 0 1rem; color: #1d2733; font: 16px/1.5 system-ui, sans-serif; }
  h1 { margin: 0; font-size: 2.2rem; } h2 { margin: 0 0 .3rem; font-size: 1.05rem; color: #4a5a6a; }
  .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(20rem, 1fr)); gap: 1rem; margin: 1.2rem 0; }
  .figures section { border: 1px solid #d5dde5; border-radius: 8px; padding: 1rem; }
  .median { margin: 0; font-size: 1.15rem; font-weight: 600; } p { margin: .2rem 0; }
  small { display: block; margin-top: .6rem; color: #5b6b7b; overflow-wrap: anywhere; }
  ul { columns: 2; margin: 0; padding-left: 1.2rem; } td { padding-right: 1.5rem; }
</style>`;

const client = createCareerClient({
  endpoint: process.env.CAREERGRAPH_ENDPOINT ?? 'http://127.0.0.1:4000/graphql',
  timeoutMs: 5_000,
});

const server = createServer(async (request, response) => {
  // A visitor who leaves takes his question along.
  const leaves = new AbortController();
  response.on('close', () => leaves.abort());
  try {
    const { pathname, searchParams } = new URL(`http://localhost${request.url}`);
    const slug = decodeURIComponent(pathname.slice(1)) || 'medical-assistant';
    const state = searchParams.get('state');
    const { data, errors } = await client.careerPage(
      { slug, ...(state && { area: { state } }) },
      { signal: leaves.signal },
    );
    if (!data.career) return send(404, `<h1>There is no career “${escapeHtml(slug)}”</h1>`);
    send(200, await renderToString(createSSRApp(CareerPage, { career: data.career, problem: errors?.[0]?.message })));
  } catch (error) {
    if (leaves.signal.aborted) return;
    if (error instanceof URIError) return send(400, '<h1>The address cannot be read</h1>');
    if (error instanceof BadUserInputError) return send(400, `<h1>${escapeHtml(error.errors[0]?.message)}</h1>`);
    // Rate limits, time-outs, a server that is down: all of them pass.
    console.error(error);
    const wait = error instanceof CareerGraphError && 'retryAfter' in error ? (error.retryAfter ?? 5) : 5;
    send(503, '<h1>The figures cannot be shown right now</h1>', { 'retry-after': String(Math.ceil(wait)) });
  }

  function send(status, body, headers = {}) {
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers });
    response.end(`<!doctype html><html lang="en"><meta charset="utf-8"><title>Careers</title>${STYLE}${body}</html>`);
  }
});

server.listen(Number(process.env.PORT ?? 3000), '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${server.address().port}/medical-assistant`);
});

function escapeHtml(text = '') {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
