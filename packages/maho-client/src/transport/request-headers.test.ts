import { expect, test } from 'vitest';
import { requestHeaders } from './request-headers.js';

test('asks for ld+json past every cache, and sends nothing else by itself', () => {
  expect(requestHeaders({})).toEqual({ Accept: 'application/ld+json', 'Cache-Control': 'no-cache' });
});

test('sends store, basic auth, worker auth and user agent where given', () => {
  const headers = requestHeaders({
    storeCode: 'en',
    basicAuth: 'jürgen:geheim',
    workerAuth: 'w',
    userAgent: 'sync/1',
  });
  expect(headers).toMatchObject({ 'X-Store-Code': 'en', 'X-Worker-Auth': 'w', 'User-Agent': 'sync/1' });
  const basic = headers.Authorization?.replace('Basic ', '') ?? '';
  expect(Buffer.from(basic, 'base64').toString('utf8')).toBe('jürgen:geheim');
});

test('sends no header for an empty secret', () => {
  expect(requestHeaders({ basicAuth: undefined, workerAuth: '' })).not.toHaveProperty('X-Worker-Auth');
});
