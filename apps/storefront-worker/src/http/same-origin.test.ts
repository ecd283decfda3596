import { describe, expect, it } from 'vitest';
import { refuseOtherOrigins, requireSameOrigin } from './same-origin.js';

const post = (headers: Record<string, string>) =>
  new Request('https://shop.example/sync/dashboard/sync', { method: 'POST', headers });
const ask = (headers: Record<string, string>) => () => requireSameOrigin(post(headers));

describe('a form', () => {
  it.each([
    [{ 'Sec-Fetch-Site': 'same-origin' }],
    [{ 'Sec-Fetch-Site': 'same-origin', Origin: 'https://shop.example' }],
    [{ Origin: 'https://shop.example' }],
  ])('comes from this origin: %o', (headers) => {
    expect(ask(headers)).not.toThrow();
  });

  it.each([
    [{}],
    [{ Origin: 'null' }],
    [{ Origin: 'http://shop.example' }],
    [{ Origin: 'https://blog.shop.example' }],
    [{ 'Sec-Fetch-Site': 'same-site', Origin: 'https://shop.example' }],
    [{ 'Sec-Fetch-Site': 'cross-site' }],
    [{ 'Sec-Fetch-Site': 'none' }],
  ])('is refused: %o', (headers) => {
    expect(ask(headers)).toThrow(expect.objectContaining({ status: 403, code: 'cross_origin' }));
  });
});

describe('a public call', () => {
  it.each([
    [{}],
    [{ 'Sec-Fetch-Site': 'same-origin', Origin: 'https://shop.example' }],
    [{ Origin: 'https://shop.example' }],
  ])('comes from this origin or from no browser: %o', (headers) => {
    expect(() => refuseOtherOrigins(post(headers))).not.toThrow();
  });

  it.each([
    [{ Origin: 'null' }],
    [{ Origin: 'https://evil.example' }],
    [{ Origin: 'http://shop.example' }],
    [{ 'Sec-Fetch-Site': 'same-site', Origin: 'https://shop.example' }],
    [{ 'Sec-Fetch-Site': 'cross-site' }],
    [{ 'Sec-Fetch-Site': 'none' }],
  ])('is refused: %o', (headers) => {
    expect(() => refuseOtherOrigins(post(headers))).toThrow(
      expect.objectContaining({ status: 403, code: 'cross_origin' }),
    );
  });
});
