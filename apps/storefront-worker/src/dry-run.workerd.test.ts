import { reset } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { backendControl } from './testing/backend-control.js';
import { keyNames, post, pulse } from './testing/worker-client.js';

const changesSchema = z.array(z.object({ store: z.string(), key: z.string(), change: z.string() }));

afterEach(async () => {
  await backendControl.heal();
  await reset();
});

async function valuesInKv(): Promise<Map<string, string | null>> {
  const names = await keyNames('');
  return new Map(await Promise.all(names.map(async (name) => [name, await env.CONTENT.get(name)] as const)));
}

describe('POST /sync?dry=1', () => {
  test('names what a sync would change, changes nothing, and the sync then does just that', async () => {
    await post('/sync');
    const [before, pulseBefore] = [await valuesInKv(), await pulse()];
    const slug = (await keyNames('en:product:'))[0]?.slice('en:product:'.length);
    const { id } = z.object({ id: z.number() }).parse(await env.CONTENT.get(`en:product:${slug}`, 'json'));
    await backendControl.edit({ op: 'updateProduct', id, patch: { price: 4_321 } });

    const dry = await post('/sync?dry=1');
    expect([dry.status, dry.json.success, dry.json.dry, dry.json.truncated]).toEqual([
      200,
      true,
      true,
      false,
    ]);
    expect([await valuesInKv(), await pulse()]).toEqual([before, pulseBefore]);

    const sync = await post('/sync');
    const after = await valuesInKv();
    const really = [...after.keys()].filter(
      (key) => !key.endsWith('pulse') && after.get(key) !== before.get(key),
    );
    expect(changesSchema.parse(dry.json.changes).map(({ key }) => key)).toEqual(really.sort());
    expect(really).toContain(`en:product:${slug}`);
    expect([dry.json.written, dry.json.deleted]).toEqual([sync.json.written, sync.json.deleted]);
  });

  test('tells what would fail, as a sync does', async () => {
    await post('/sync');
    await backendControl.fail([{ kind: 'protocol_disabled', match: '^/api/rest/v2/blog-posts' }]);
    const { status, json } = await post('/sync/blog?dry=1');
    expect([status, json]).toMatchObject([
      502,
      { success: false, error: 'sync_would_fail', message: expect.stringContaining('blog-posts'), dry: true },
    ]);
  });

  test('answers 409 while the store is being synced', async () => {
    await backendControl.delay(300);
    const { json } = await post('/sync?store=en', { headers: { Prefer: 'respond-async' } });
    expect(json.state).toBe('running');
    const dry = await post('/sync?store=en&dry=1');
    await backendControl.delay(0);
    expect([dry.status, dry.json.error]).toEqual([409, 'busy']);
  });
});
