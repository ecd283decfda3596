import { describe, expect, test } from 'vitest';
import { apiRead } from './api-resources.js';

const none = new URLSearchParams();

describe('what a shop’s own scripts may read', () => {
  test.each([
    'products',
    'products/394',
    'products/394/reviews',
    'categories/10',
    'countries/DE',
    'store-config',
  ])('%s is on the list', (below) => {
    expect(apiRead(below, none)).toEqual({ path: `/${below}`, query: {} });
  });

  test.each([
    '',
    'products/394/downloadable-links',
    'products/394.5',
    'products/../customers/me',
    'products%2F394',
    'customers/me',
    'customers/me/orders',
    'guest-carts/0123456789abcdef0123456789abcdef',
    'orders/1',
    'auth/token',
    'contact',
    'newsletter/subscribe',
    'coupons/validate',
    'url-resolver',
  ])('%s is not', (below) => {
    expect(apiRead(below, none)).toBeNull();
  });

  test('a parameter on the list is passed on', () => {
    const query = new URLSearchParams({ search: 'linen', page: '2' });
    expect(apiRead('products', query)?.query).toEqual({ search: 'linen', page: '2' });
  });

  test.each(['store', 'fullDetail', 'attr_sku', 'updatedSince'])('the parameter %s is refused', (name) => {
    expect(() => apiRead('products', new URLSearchParams({ [name]: '1' }))).toThrow(/takes these parameters/);
  });

  test('a parameter without end is refused', () => {
    const query = new URLSearchParams({ search: 'x'.repeat(201) });
    expect(() => apiRead('products', query)).toThrow(/longer than 200/);
  });
});
