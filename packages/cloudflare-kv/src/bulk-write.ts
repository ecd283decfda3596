import * as z from 'zod';
import type { KvApi } from './kv-api.js';
import { KvApiError } from './kv-api-error.js';

/** What to do to one key. */
export type KeyWrite =
  | { kind: 'delete'; key: string }
  /** `pair` is the pair as the API takes it, as JSON. */
  | { kind: 'put'; key: string; pair: string };

const outcomeSchema = z.object({
  successful_key_count: z.number().optional(),
  unsuccessful_keys: z.array(z.string()).optional(),
});

/** Told of each key once: without an error as soon as Cloudflare has taken it. */
export type OnSettled = (key: string, error: KvApiError | null) => void;

/**
 * Writes keys of one kind in one request, and those that were not taken again, until none is left or it has been
 * tried often enough.
 */
export async function writeBulk(
  api: KvApi,
  kind: KeyWrite['kind'],
  writes: readonly KeyWrite[],
  onSettled: OnSettled,
): Promise<void> {
  const left = new Map(writes.map((write) => [write.key, write]));
  const settle = (key: string, error: KvApiError | null) => {
    left.delete(key);
    onSettled(key, error);
  };
  try {
    for (let attempt = 1; left.size > 0; attempt += 1) {
      const sent = [...left.values()];
      const refused = await attemptBulk(api, kind, sent);
      for (const { key } of sent.filter((write) => !refused.has(write.key))) settle(key, null);
      if (left.size > 0) await api.pauseAfter(incomplete(kind, left), attempt);
    }
  } catch (error) {
    if (!(error instanceof KvApiError)) throw error;
    for (const key of [...left.keys()]) settle(key, error);
  }
}

/** @returns the keys that were not taken. */
async function attemptBulk(
  api: KvApi,
  kind: KeyWrite['kind'],
  writes: readonly KeyWrite[],
): Promise<ReadonlySet<string>> {
  const { result } = await api.request(
    kind === 'put'
      ? { method: 'PUT', path: '/bulk', body: `[${writes.map(pairOf).join(',')}]` }
      : { method: 'POST', path: '/bulk/delete', body: JSON.stringify(writes.map(({ key }) => key)) },
  );
  const { data: outcome } = outcomeSchema.safeParse(result);
  // Before November 2024 the API told no more than that it succeeded.
  if (outcome?.successful_key_count === undefined) return new Set(outcome?.unsuccessful_keys);
  const refused = new Set(outcome.unsuccessful_keys);
  const isSound = outcome.successful_key_count + refused.size === writes.length;
  return isSound ? refused : new Set(writes.map(({ key }) => key));
}

function pairOf(write: KeyWrite): string {
  return write.kind === 'put' ? write.pair : '';
}

function incomplete(kind: KeyWrite['kind'], left: ReadonlyMap<string, KeyWrite>): KvApiError {
  const [first] = left.keys();
  return new KvApiError(
    'incomplete',
    `Cloudflare did not ${kind} ${left.size} keys of a bulk request, "${first}" among them`,
  );
}
