import { expect, test } from 'vitest';
import { errorFromResponse } from '../errors/error-from-response.js';
import { collection, json, problem, raw, scriptedFetch } from '../testing/scripted-fetch.js';
import type { FetchLike, HttpMethod } from './json-attempt.js';
import { JsonTransport, type RequestEvent, type TransportSettings } from './json-transport.js';
import { requestHeaders } from './request-headers.js';
import { RequestLimiter } from './request-limiter.js';

/** A transport whose waits take no time and are written down. */
function transport(fetch: FetchLike, changed: Partial<TransportSettings> = {}) {
  const waits: number[] = [];
  const events: RequestEvent[] = [];
  const settings: TransportSettings = {
    baseUrl: 'https://shop.example/api/rest/v2',
    storeCode: 'en',
    headers: requestHeaders({ storeCode: 'en', basicAuth: 'ann:hunter2', workerAuth: 'w0rker' }),
    timeoutMs: 1000,
    retries: 3,
    limiter: new RequestLimiter(),
    fetch,
    errorFrom: errorFromResponse,
    sleep: async (ms) => void waits.push(ms),
    random: () => 0.5,
    now: () => Date.parse('2026-11-23T10:00:00Z'),
    onRequest: (event) => void events.push(event),
    ...changed,
  };
  return { transport: new JsonTransport(settings), waits, events };
}

const serverError = json(problem(500, 'internal_server_error', 'An internal error occurred'), 500);
const fine = json({ fine: true }, 200, { ETag: '"abc"', Date: 'Mon, 23 Nov 2026 10:00:00 GMT' });

test('gives JSON, ETag and the clock of the backend', async () => {
  const { fetch } = scriptedFetch(fine);
  const answer = await transport(fetch).transport.get('/store-config');
  expect(answer).toMatchObject({ json: { fine: true }, etag: '"abc"', status: 200 });
  expect(answer.date?.toISOString()).toBe('2026-11-23T10:00:00.000Z');
});

test('sends the store as a header, never in the URL, and follows no redirect', async () => {
  const { fetch, seen } = scriptedFetch(fine);
  await transport(fetch).transport.get('/products', { page: 2 });
  expect(seen[0]?.url.search).toBe('?page=2');
  expect(seen[0]?.headers.get('x-store-code')).toBe('en');
  expect(seen[0]?.headers.get('accept')).toBe('application/ld+json');
  expect(seen[0]?.init).toMatchObject({ method: 'GET', redirect: 'manual' });
});

test.each([
  ['a 500', serverError],
  ['a 429 without Retry-After', json(problem(429, 'too_many_requests', 'slow'), 429)],
  ['a 502 page of a proxy', raw('<html>Bad gateway</html>', 502, { 'Content-Type': 'text/html' })],
  ['a body that was cut off', raw('{"member": [{"id": 1', 200, { 'Content-Type': 'application/ld+json' })],
  ['an empty 200', raw('', 200)],
  ['a broken connection', () => Promise.reject(new TypeError('fetch failed'))],
])('repeats after %s', async (_name, failing) => {
  const { fetch, seen } = scriptedFetch(failing, failing, fine);
  const { transport: client, waits } = transport(fetch);
  expect((await client.get('/stores')).json).toEqual({ fine: true });
  expect([seen.length, waits]).toEqual([3, [150, 300]]);
});

test.each([
  ['an entity 404', json(problem(404, 'not_found', 'Not Found'), 404), 'not_found'],
  ['a 422', json(problem(422, 'unprocessable_entity', 'no'), 422), 'bad_request'],
  ['a page with status 200', raw('<html>Back soon</html>', 200), 'html_response'],
  ['a page with status 404', raw('<html>Nothing</html>', 404), 'html_response'],
  ['a redirect', raw(null, 301, { Location: 'https://www.shop.example/api' }), 'redirected'],
  ['a redirect to nonsense', raw(null, 302, { Location: 'http://[' }), 'redirected'],
])('asks only once when the answer is %s', async (_name, answer, code) => {
  const { fetch, seen } = scriptedFetch(answer);
  const { transport: client, waits } = transport(fetch);
  await expect(client.get('/products/5')).rejects.toMatchObject({ code, retryable: false });
  expect([seen.length, waits]).toEqual([1, []]);
});

test('gives up after the retries with the last error', async () => {
  const { fetch, seen } = scriptedFetch(serverError);
  await expect(transport(fetch).transport.get('/products')).rejects.toMatchObject({
    name: 'MahoServerError',
    status: 500,
    storeCode: 'en',
    url: 'https://shop.example/api/rest/v2/products',
  });
  expect(seen).toHaveLength(4);
});

test('honours Retry-After, in seconds and as a date, up to its cap', async () => {
  const busy = (after: string) => json({ error: 'upgrading' }, 503, { 'Retry-After': after });
  const { fetch } = scriptedFetch(busy('4'), busy('Mon, 23 Nov 2026 10:00:09 GMT'), busy('3600'), fine);
  const { transport: client, waits } = transport(fetch);
  await client.get('/products');
  expect(waits).toEqual([4150, 9150, 30_000]);
});

test('times out while the body trickles, and tries again', async () => {
  const headersOnly = () =>
    new Response(new ReadableStream({ start: (c) => c.enqueue(new Uint8Array([123])) }));
  const { fetch } = scriptedFetch(headersOnly);
  const { transport: client, waits } = transport(fetch, { timeoutMs: 10, retries: 1 });
  await expect(client.get('/products')).rejects.toMatchObject({ code: 'timeout', retryable: true });
  expect(waits).toHaveLength(1);
});

test.each<[HttpMethod, string, Parameters<typeof scriptedFetch>[0]]>([
  ['POST', 'a 500', serverError],
  ['PUT', 'a 429', json(problem(429, 'too_many_requests', 'slow'), 429)],
  ['DELETE', 'a broken connection', () => Promise.reject(new TypeError('fetch failed'))],
  ['POST', 'an answer that was cut off', raw('{"id": 1', 201, { 'Content-Type': 'application/ld+json' })],
])('never repeats a %s after %s', async (method, _what, failing) => {
  const { fetch, seen } = scriptedFetch(failing, fine);
  const { transport: client, waits } = transport(fetch);
  await expect(client.send({ method, path: '/x', body: {} })).rejects.toMatchObject({
    retryable: true,
    method,
  });
  expect([seen.length, waits]).toEqual([1, []]);
});

test('never repeats a GET that may be asked once only', async () => {
  const { fetch, seen } = scriptedFetch(serverError, fine);
  const call = { method: 'GET', path: '/orders/1/details', once: true } as const;
  await expect(transport(fetch).transport.send(call)).rejects.toMatchObject({ code: 'server_error' });
  expect(seen).toHaveLength(1);
});

test('sends a body as JSON with the headers of the call, and takes 204 for an answer', async () => {
  const { fetch, seen } = scriptedFetch(raw(null, 204));
  const headers = { Authorization: 'Bearer t0ken' };
  const answer = await transport(fetch).transport.send({
    method: 'PUT',
    path: '/x',
    body: { qty: 2 },
    headers,
  });
  expect(answer).toMatchObject({ json: undefined, status: 204 });
  expect(seen[0]?.init).toMatchObject({ method: 'PUT', body: '{"qty":2}', redirect: 'manual' });
  expect(seen[0]?.headers.get('content-type')).toBe('application/json');
  expect(seen[0]?.headers.get('authorization')).toBe('Bearer t0ken');
  expect(seen[0]?.headers.get('x-store-code')).toBe('en');
});

test('sends no body and no content type with a GET', async () => {
  const { fetch, seen } = scriptedFetch(fine);
  await transport(fetch).transport.get('/stores');
  expect(seen[0]?.init).not.toHaveProperty('body');
  expect(seen[0]?.headers.has('content-type')).toBe(false);
});

test('holds no slot of the limiter while it waits for a retry', async () => {
  const limiter = new RequestLimiter(1);
  const held: number[] = [];
  const { fetch } = scriptedFetch(serverError, fine);
  const { transport: client } = transport(fetch, {
    limiter,
    sleep: async () => void held.push(limiter.inFlight),
  });
  await client.get('/products');
  expect([held, limiter.highest]).toEqual([[0], 1]);
});

test("stops at once when the caller's signal aborts, with the caller's reason", async () => {
  const abort = new AbortController();
  const { fetch, seen } = scriptedFetch(() => new Promise<Response>(() => undefined));
  const request = transport(fetch).transport.get('/products', {}, abort.signal);
  abort.abort(new Error('deploy'));
  await expect(request).rejects.toThrow('deploy');
  expect(seen.length).toBeLessThanOrEqual(1);
});

test('reports each attempt once', async () => {
  const { fetch } = scriptedFetch(serverError, json(collection([])));
  const { transport: client, events } = transport(fetch);
  await client.get('/products', { token: 'T0ken' });
  expect(events.map(({ attempt, status }) => [attempt, status])).toEqual([
    [1, 500],
    [2, 200],
  ]);
  expect(events[0]?.error).toMatchObject({ code: 'server_error' });
  expect(JSON.stringify(events)).not.toContain('T0ken');
});

test('lets an observer that throws end the request, without calling it a failure of the backend', async () => {
  const { fetch, seen } = scriptedFetch(fine);
  const onRequest = () => {
    throw new Error('logger broke');
  };
  await expect(transport(fetch, { onRequest }).transport.get('/stores')).rejects.toThrow('logger broke');
  expect(seen).toHaveLength(1);
});

test('puts no credentials into an error', async () => {
  const { fetch } = scriptedFetch(() => Promise.reject(new TypeError('fetch failed')));
  const { transport: client } = transport(fetch, { retries: 0 });
  const error = await client.get('/products', { secret: 'S3cret' }).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: 'unavailable' });
  const shown = `${String(error)} ${JSON.stringify(error)}`;
  for (const secret of ['hunter2', 'w0rker', 'S3cret', btoa('ann:hunter2')])
    expect(shown).not.toContain(secret);
});
