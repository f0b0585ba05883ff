// A site rendered on the server: http://127.0.0.1:3000/medical-assistant?state=FL
import { createServer } from 'node:http';
import { BadUserInputError, CareerGraphError, createCareerClient } from '@careergraph/sdk';
import { createSSRApp } from 'vue';
import { renderToString } from 'vue/server-renderer';
import { CareerPage } from './career-page.js';

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
    response.end(`<!doctype html><html lang="en"><meta charset="utf-8"><title>Careers</title>${body}</html>`);
  }
});

server.listen(Number(process.env.PORT ?? 3000), '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${server.address().port}/medical-assistant`);
});

function escapeHtml(text = '') {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
