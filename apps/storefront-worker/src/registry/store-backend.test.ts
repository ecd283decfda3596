import type { StoreDefinition } from '@maho-storefront/kv-schema';
import { describe, expect, it } from 'vitest';
import { publicStore } from './public-store.js';
import { requireSameBackend, storeBackend } from './store-backend.js';

const plain: StoreDefinition = { code: 'en', name: 'English', url: '' };
const other: StoreDefinition = { code: 'b2b', name: 'Trade', url: '', apiUrl: 'https://trade.example/' };
const settings = {
  mahoApiUrl: 'https://shop.example',
  basicAuth: 'ann:secret',
  workerAuth: 'w0rker',
  stores: [plain, other],
};

describe('the shop behind a store view', () => {
  it('is the deployment’s, with its credentials', () => {
    const credentials = { basicAuth: 'ann:secret', workerAuth: 'w0rker' };
    expect(storeBackend(settings, 'en')).toEqual({ baseUrl: 'https://shop.example', ...credentials });
  });

  it('is its own where STORES names one, and gets no credentials of the deployment’s', () => {
    const credentials = { basicAuth: null, workerAuth: null };
    expect(storeBackend(settings, 'b2b')).toEqual({ baseUrl: 'https://trade.example/', ...credentials });
  });

  it('is nowhere while nobody has said where', () => {
    expect(storeBackend({ ...settings, mahoApiUrl: null, stores: null }, 'en')).toBeNull();
  });
});

describe('a shopper', () => {
  it.each([plain, other])('buys where the products come from: $code', (store) => {
    expect(() => requireSameBackend(publicStore(store), settings)).not.toThrow();
  });

  it('buys where the registry names the deployment’s own shop, and STORES is not set', () => {
    const named = publicStore({ ...plain, apiUrl: 'https://shop.example/' });
    expect(() => requireSameBackend(named, { ...settings, stores: null })).not.toThrow();
  });

  it.each([
    ['only the registry in KV names another shop', publicStore(other), { ...settings, stores: null }],
    ['only STORES does', publicStore({ ...other, apiUrl: undefined }), settings],
    ['they name two', publicStore({ ...other, apiUrl: 'https://third.example' }), settings],
  ])('buys nowhere where %s', (_what, store, known) => {
    expect(() => requireSameBackend(store, known)).toThrow(
      expect.objectContaining({ status: 503, code: 'misconfigured' }),
    );
  });
});
