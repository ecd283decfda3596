import { type CallOptions, call } from './worker-client.js';

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

/** Visits pages as shoppers do, 16 at a time. @returns path → what was seen. */
export async function visitAll(
  paths: readonly string[],
  options: Omit<CallOptions, 'secret' | 'method'>,
): Promise<Map<string, Sight>> {
  const seen = new Map<string, Sight>();
  const waiting = paths.values();
  const visit = async () => {
    for (const path of waiting) {
      const { status, headers } = await call(path, { ...options, secret: null });
      seen.set(path, { status, how: headers.get('x-edge-cache'), etag: headers.get('etag') });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, visit));
  return seen;
}
