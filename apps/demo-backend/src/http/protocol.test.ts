import { describe, expect, it } from 'vitest';
import { smallShop } from '../testing/small-shop.js';

const shop = smallShop();

describe('protocol', () => {
  it('answers JSON errors even to a browser', async () => {
    const answer = await shop.get('/products/999999', { Accept: 'text/html,*/*;q=0.8' });
    expect([answer.status, answer.body]).toEqual([
      404,
      { error: 'not_found', message: 'Not Found', code: 404 },
    ]);
    expect(answer.headers.get('Content-Type')).toBe('application/json');
  });

  it('refuses formats it does not speak', async () => {
    expect((await shop.get('/products', { Accept: 'text/html' })).status).toBe(406);
  });

  it('gives a bare array for plain JSON', async () => {
    const answer = await shop.get('/products?itemsPerPage=2', { Accept: 'application/json' });
    const list = answer.body.array;
    expect(Array.isArray(list) ? list.length : 0).toBe(2);
    expect(JSON.stringify(list)).not.toContain('@type');
  });

  it('answers 304 to the exact validator only', async () => {
    const etag = (await shop.get('/categories')).headers.get('ETag') ?? '';
    const statusFor = async (value: string) =>
      (await shop.get('/categories', { 'If-None-Match': value })).status;
    expect(etag).toMatch(/^"[0-9a-f]{32}"$/);
    expect(await statusFor(etag)).toBe(304);
    expect([await statusFor(`W/${etag}`), await statusFor('*'), await statusFor(`"x", ${etag}`)]).toEqual([
      200, 200, 200,
    ]);
  });

  it('gives HEAD another validator and no body', async () => {
    const answer = await shop.fetch('https://shop.test/api/rest/v2/categories', { method: 'HEAD' });
    expect(await answer.text()).toBe('');
    expect(answer.headers.get('ETag')).toMatch(/^"[0-9a-f]{16}"$/);
  });

  it('dates its answers by its own clock', async () => {
    expect((await shop.get('/categories')).headers.get('Date')).toBe('Mon, 23 Nov 2026 09:00:00 GMT');
  });

  it.each([
    ['/products?store=nope', {}, 400, 'bad_request'],
    ['/products?store=', {}, 400, 'bad_request'],
    ['/products', { 'X-Store-Code': 'admin' }, 401, 'unauthorized'],
    ['/products', { Authorization: 'Bearer stale' }, 401, 'authentication_error'],
    ['/products', { 'X-Currency-Code': 'JPY' }, 400, 'bad_request'],
    ['/products?sortBy=evil', {}, 400, 'bad_request'],
    ['/products?attr_nosuch=1', {}, 422, 'unprocessable_entity'],
    ['/products?updatedSince=garbage', {}, 500, 'internal_server_error'],
    ['/customers/me', {}, 401, 'unauthorized'],
    ['/nosuch', {}, 404, 'not_found'],
    ['/countries/zzzz', {}, 422, 'unprocessable_entity'],
  ])('%s with %o is %i %s', async (path, headers, status, slug) => {
    const answer = await shop.get(path, { ...headers });
    expect([answer.status, answer.body.error]).toEqual([status, slug]);
  });

  it('lets the parameter beat the header', async () => {
    const answer = await shop.get('/store-config?store=de', { 'X-Store-Code': 'en' });
    expect(answer.body.storeCode).toBe('de');
    expect(answer.headers.get('Cache-Control')).toBe('max-age=3600, private');
  });

  it('converts prices to an allowed currency', async () => {
    const { id } = shop.find('simple');
    const [usd, eur] = [
      await shop.get(`/products/${id}`),
      await shop.get(`/products/${id}`, { 'X-Currency-Code': 'EUR' }),
    ];
    expect(eur.body.currency).toBe('EUR');
    expect(Number(eur.body.price)).toBeCloseTo(Number(usd.body.price) * 0.9, 2);
  });

  it('rewrites its host to the one it was asked under', async () => {
    expect(String((await shop.get('/store-config')).body.baseUrl)).toBe('https://shop.test/');
  });
});
