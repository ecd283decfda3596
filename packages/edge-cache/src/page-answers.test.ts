import { describe, expect, it } from 'vitest';
import type { RenderedPage } from './rendered-page.js';
import { CacheHarness } from './testing/cache-harness.js';

async function warmSite(): Promise<{ site: CacheHarness; etag: string }> {
  const site = new CacheHarness();
  site.kv.set('tee', '10');
  const { headers } = await site.view('tee');
  return { site, etag: headers.get('etag') ?? '' };
}

describe('an answer', () => {
  it('is the same on MISS, HIT and REVALIDATED, but for the word that says which', async () => {
    const { site } = await warmSite();
    const extra = {
      headers: new Headers({ 'Content-Type': 'text/html', Vary: 'accept', 'X-Request-Id': '7' }),
    };
    const page = site.page('mug', extra);
    const answers = [await site.view('mug', { page }), await site.view('mug', { page })];
    site.publish({ other: '1' });
    answers.push(await site.view('mug', { page }));
    expect(answers.map(({ how }) => how)).toEqual(['MISS', 'HIT', 'REVALIDATED']);
    for (const { headers, body, how } of answers) {
      expect(body).toBe('<p>nothing here</p>');
      expect(Object.fromEntries(headers)).toEqual({
        'cache-control': 'public, max-age=0, must-revalidate',
        'content-type': 'text/html',
        etag: answers[0]?.headers.get('etag'),
        vary: 'accept',
        'x-edge-cache': how,
      });
    }
  });

  it('keeps the target of a redirect and its status', async () => {
    const { site } = await warmSite();
    const moved = { status: 301, headers: [['Location', '/shirts/tee']] as const, body: '' };
    await site.view('old', { page: site.page('old', moved) });
    const { how, status, headers } = await site.view('old', {
      page: site.page('old', moved),
      redirect: 'manual',
    });
    expect([how, status, headers.get('location')]).toEqual(['HIT', 301, '/shirts/tee']);
  });

  it('may take its headers from anything that can be gone through only once', async () => {
    const { site } = await warmSite();
    const cookie = { headers: new Map([['Set-Cookie', 'cart=1']]).entries() };
    const { how, headers } = await site.view('mug', { page: site.page('mug', cookie) });
    expect([how, headers.get('set-cookie')]).toEqual(['BYPASS', 'cart=1']);
  });

  it('has an ETag that is equal for equal bodies and different for others', async () => {
    const { site, etag } = await warmSite();
    site.publish({ tee: '11' });
    expect((await site.view('tee')).headers.get('etag')).not.toBe(etag);
    site.publish({ tee: '10' });
    expect((await site.view('tee')).headers.get('etag')).toBe(etag);
    expect(etag).toMatch(/^"[0-9a-f]{32}"$/);
  });

  it('is 304 without a body to whoever has the page, also by the weak ETag that compression leaves', async () => {
    const { site, etag } = await warmSite();
    for (const tag of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
      const answer = await site.view('tee', { headers: { 'if-none-match': tag } });
      expect(answer).toMatchObject({ how: 'HIT', status: 304, body: '' });
      expect(answer.headers.get('etag')).toBe(etag);
      expect(answer.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
    }
    const other = await site.view('tee', { headers: { 'if-none-match': '"x"' } });
    expect(other).toMatchObject({ status: 200, body: '<p>10</p>' });
  });

  it('is never 304 for a page that is no longer true, whatever the visitor has', async () => {
    const { site, etag } = await warmSite();
    site.publish({ tee: '11' });
    const answer = await site.view('tee', { headers: { 'if-none-match': etag } });
    expect(answer).toMatchObject({ how: 'MISS', status: 200, body: '<p>11</p>' });
  });

  it('is 304 after a new rendering that came out the same', async () => {
    const { site, etag } = await warmSite();
    site.publish({ other: '1' }, 'everything');
    expect(await site.view('tee', { headers: { 'if-none-match': etag } })).toMatchObject({
      how: 'MISS',
      status: 304,
    });
  });

  it('is never 304 for a page that is not found', async () => {
    const { site } = await warmSite();
    const { headers } = await site.view('gone');
    const again = await site.view('gone', { headers: { 'if-none-match': headers.get('etag') ?? '' } });
    expect(again.status).toBe(404);
  });

  it('to HEAD has the headers of GET and no body, and fills the cache for GET', async () => {
    const { site } = await warmSite();
    const head = await site.view('mug', { method: 'HEAD' });
    const get = await site.view('mug');
    expect([head.how, head.body, get.how, get.body]).toEqual(['MISS', '', 'HIT', '<p>nothing here</p>']);
    expect(head.headers.get('etag')).toBe(get.headers.get('etag'));
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])(
    'to %s is rendered each time and kept nowhere',
    async (method) => {
      const { site } = await warmSite();
      const answer = await site.view('tee', { method });
      expect(answer).toMatchObject({ how: 'BYPASS', status: 200, body: '<p>10</p>' });
      expect(answer.headers.get('cache-control')).toBe('private, no-store');
      expect(site.renderings).toBe(2);
    },
  );
});

describe('a page that nobody may keep', () => {
  const pages: [string, Partial<RenderedPage>][] = [
    ['personal', { personal: true }],
    ['with a cookie', { headers: [['set-COOKIE', 'cart=1']] }],
    ['that calls itself private', { headers: [['Cache-Control', 'max-age=60, Private']] }],
    ['that forbids storing', { headers: [['cache-control', 'no-store']] }],
    ['with status 400', { status: 400 }],
    ['with status 410', { status: 410 }],
    ['with status 500', { status: 500 }],
    ['with status 503', { status: 503, headers: [['Retry-After', '5']] }],
    ['of which a part is missing', { status: 206 }],
  ];

  it.each(pages)('%s is rendered for each visitor, with all its headers', async (_, extra) => {
    const { site } = await warmSite();
    const page = site.page('mug', extra);
    for (const rendering of [2, 3]) {
      const answer = await site.view('mug', { page, headers: { 'if-none-match': '*' } });
      expect(answer).toMatchObject({ how: 'BYPASS', status: extra.status ?? 404 });
      expect(answer.headers.get('cache-control')).toBe('private, no-store');
      expect(answer.headers.get('etag')).toBeNull();
      for (const [name, value] of extra.headers ?? []) {
        if (name.toLowerCase() !== 'cache-control') expect(answer.headers.get(name)).toBe(value);
      }
      expect(site.renderings).toBe(rendering);
    }
  });

  it('does not disturb the one that is kept at the same address', async () => {
    const { site } = await warmSite();
    site.publish({ tee: '11' });
    await site.view('tee', { page: site.page('tee', { status: 500 }) });
    expect(await site.view('tee')).toMatchObject({ how: 'MISS', body: '<p>11</p>' });
  });

  it('may have a status without a body', async () => {
    const { site } = await warmSite();
    for (const status of [204, 205, 304]) {
      const page = site.page('mug', { status, body: '' });
      expect(await site.view(`mug${status}`, { page })).toMatchObject({ status, body: '' });
    }
  });
});
