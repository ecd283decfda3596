import { describe, expect, it } from 'vitest';
import { storeOfHost } from './store-of-host.js';

const stores = [
  { code: 'en', name: 'English', url: 'https://shop.example' },
  { code: 'outlet_uk', name: 'Outlet', url: 'https://outlet.example:8443/' },
];

describe('storeOfHost', () => {
  it.each([
    ['shop.example', 'en'],
    ['SHOP.example', 'en'],
    ['outlet.example:8443', 'outlet_uk'],
    ['outlet-uk.localhost:8787', 'outlet_uk'],
    ['en.localhost', 'en'],
    ['unknown.example', 'en'],
    ['localhost:8787', 'en'],
  ])('%s is the store %s', (host, code) => {
    expect(storeOfHost(stores, host)?.code).toBe(code);
  });

  it('is null without any store', () => {
    expect(storeOfHost([], 'shop.example')).toBeNull();
  });
});
