import { beforeAll, describe, expect, it } from 'vitest';
import { createDemoBackend, type DemoBackend } from './backend.js';
import { loadCatalogue } from './catalogue/dump/load-catalogue.js';
import { exchangeNames, hasSharedFolder, readExchange, SHARED_FOLDER } from './testing/recordings.js';

const FOLDERS = [
  'accept',
  'blog-categories',
  'blog-posts',
  'categories',
  'cms-blocks',
  'cms-pages',
  'contact',
  'countries',
  'errors',
  'layered-filters',
  'product-item',
  'product-sub',
  'products',
  'reviews',
  'store-config',
  'stores',
  'url-resolver',
];

/** Exchanges whose body cannot be the same, and why. */
const NOT_COMPARABLE: readonly (readonly [RegExp, string])[] = [
  [/categories\/item-storeroot/, 'the dump does not hold the root category'],
  [/contact\/config/, 'the honeypot has a name of its own on every installation'],
  [/layered-filters\/category4|list-attr-color|list-attributeFilters\.ld/, 'the dump holds no option ids'],
  [/currency-(GBP|EUR|eur|header-eur)|stores\/currencies/, 'the dump does not hold the list of currencies'],
  [/store-closed|numeric-2|query-beats|uppercase|stores\/list/, 'the dump holds two of the five store views'],
  [/product-item\/grouped\.|product-sub\/grouped/, 'members with equal positions come in any order'],
  [/custom-options-927|group-prices-922|reviews-423/, 'the dump does not hold this sub-resource'],
  [/links-(cross-sell|related|up-sell)-906/, 'one linked product is disabled and so not in the dump'],
  [/product-sub\/media-906/, 'the dump does not hold the ids of pictures'],
  [/category-inactive|product-disabled/, 'disabled entities are not in the dump'],
  [/list-page-huge/, 'PHP overflows its integers'],
  [
    /list-(default|limit5|size20|size50|size100|sort-price|sort-price-desc)\./,
    'equal names and prices come in any order',
  ],
];

const available = hasSharedFolder();

describe.skipIf(!available)('a dumped catalogue answers recorded requests as the real backend did', () => {
  const names = available ? exchangeNames(FOLDERS) : [];
  const comparable = names.filter((name) => !NOT_COMPARABLE.some(([pattern]) => pattern.test(name)));
  let backend: DemoBackend;

  beforeAll(async () => {
    const catalogue = await loadCatalogue(`${SHARED_FOLDER}real-catalogue`);
    backend = createDemoBackend({ catalogue, now: () => Date.parse('2026-11-23T08:30:00Z') });
  });

  it('compares most of what was recorded', () => {
    expect(comparable.length).toBeGreaterThan(300);
  });

  it.each(comparable)('%s: same status, headers and body', async (name) => {
    const exchange = readExchange(name);
    const { method, headers, requestBody } = exchange;
    const answer = await backend.fetch(exchange.url, {
      method,
      headers,
      redirect: 'manual',
      ...(requestBody === undefined || method === 'GET' ? {} : { body: requestBody }),
    });
    const text = await answer.text();
    expect(answer.status).toBe(exchange.status);
    expect(text === '' ? null : JSON.parse(text)).toEqual(exchange.body);
    for (const header of ['Content-Type', 'Vary', 'Cache-Control', 'WWW-Authenticate', 'Location']) {
      expect(answer.headers.get(header) ?? undefined, header).toBe(exchange.responseHeaders[header]);
    }
  });

  it.each(names.filter((name) => /list-(default|limit5|size\d|sort-price)/.test(name)))(
    '%s: same number of products, whatever the order of equals',
    async (name) => {
      const exchange = readExchange(name);
      const answer = await backend.fetch(exchange.url, { headers: exchange.headers });
      const ours: unknown = await answer.json();
      const size = (body: unknown) => (Array.isArray(body) ? body.length : Object(body).totalItems);
      expect(size(ours)).toBe(size(exchange.body));
    },
  );
});
