import type { Environment } from './environment.ts';
import { ProbeRun } from './probe-run.ts';

export { ProbeRun };

/** How an operation went. */
interface Outcome {
  error: string | null;
}

const routes: Readonly<Record<string, (url: URL, environment: Environment) => Promise<object>>> = {
  'PUT /kv': async (url, { PROBE_KV }) => {
    await PROBE_KV.put(keyOf(url), url.searchParams.get('value') ?? '');
    return {};
  },
  'GET /kv': async (url, { PROBE_KV }) => ({ value: await PROBE_KV.get(keyOf(url), 'text') }),
  'DELETE /kv': async (url, { PROBE_KV }) => {
    await PROBE_KV.delete(keyOf(url));
    return {};
  },
  'POST /burst': async (url, { PROBE_KV }) => ({
    outcomes: await Promise.all(
      Array.from({ length: countOf(url) }, (_, n) => outcomeOf(() => PROBE_KV.put(keyOf(url), String(n)))),
    ),
  }),
  'POST /operations': async (url, { PROBE_KV }) => {
    const most = countOf(url);
    for (let done = 0; done < most; done += 1) {
      const { error } = await outcomeOf(() => PROBE_KV.get('a key that is not there'));
      if (error !== null) return { done, error };
    }
    return { done: most, error: null };
  },
  'PUT /cache': async (url) => {
    const headers = { 'Cache-Control': 'max-age=60' };
    await caches.default.put(cacheAddress(url), new Response(url.searchParams.get('value'), { headers }));
    return {};
  },
  'GET /cache': async (url) => {
    const cached = await caches.default.match(cacheAddress(url));
    return { value: cached === undefined ? null : await cached.text() };
  },
  'POST /run': async (url, environment) => {
    await runOf(url, environment).start(countOf(url));
    return {};
  },
  'GET /run': async (url, environment) => ({ state: await runOf(url, environment).state() }),
};

export default {
  async fetch(request, environment) {
    const url = new URL(request.url);
    if (request.headers.get('authorization') !== `Bearer ${environment.PROBE_SECRET}`) {
      return Response.json({ error: 'unauthorized', message: 'Only the probe may ask.' }, { status: 401 });
    }
    const route = routes[`${request.method} ${url.pathname}`];
    if (route === undefined) {
      return Response.json({ error: 'not_found', message: `There is no ${url.pathname}.` }, { status: 404 });
    }
    try {
      return Response.json(await route(url, environment), { headers: { 'Cache-Control': 'no-store' } });
    } catch (error) {
      return Response.json({ error: 'failed', message: String(error) }, { status: 500 });
    }
  },
} satisfies ExportedHandler<Environment>;

async function outcomeOf(operation: () => Promise<unknown>): Promise<Outcome> {
  try {
    await operation();
    return { error: null };
  } catch (error) {
    return { error: String(error) };
  }
}

function keyOf(url: URL): string {
  return url.searchParams.get('key') ?? 'probe';
}

function countOf(url: URL): number {
  return Number(url.searchParams.get('count') ?? 1);
}

/** On the host that was asked: a cache holds only addresses of its own zone. */
function cacheAddress(url: URL): string {
  return new URL(`/cached/${encodeURIComponent(keyOf(url))}`, url.origin).href;
}

function runOf(url: URL, { PROBE_RUN }: Environment): DurableObjectStub<ProbeRun> {
  return PROBE_RUN.getByName(keyOf(url));
}
