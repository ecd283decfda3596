import { type Answer, type CallOptions, call } from './worker-client.js';

/** How many shoppers come at once. */
const AT_ONCE = 16;

/** What a shopper saw of a page. */
export interface Sight {
  status: number;
  /** `X-Edge-Cache`. */
  how: string | null;
  /** Stands for the body. */
  etag: string | null;
}

/** Has shoppers ask for pages, 16 at a time, each for its own. Resolves when all have been looked at. */
export async function visitEach<Visit>(
  visits: readonly Visit[],
  visit: (visit: Visit, number: number) => Promise<void>,
): Promise<void> {
  const waiting = visits.entries();
  const shopper = async () => {
    for (const [number, next] of waiting) await visit(next, number);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, shopper));
}

/** Visits every path. @returns path → what was seen. */
export async function visitAll(
  paths: readonly string[],
  options: Omit<CallOptions, 'secret' | 'method'>,
): Promise<Map<string, Sight>> {
  const seen = new Map<string, Sight>();
  await visitEach(paths, async (path) => {
    seen.set(path, sightOf(await call(path, { ...options, secret: null })));
  });
  return seen;
}

function sightOf({ status, headers }: Answer): Sight {
  return { status, how: headers.get('x-edge-cache'), etag: headers.get('etag') };
}
