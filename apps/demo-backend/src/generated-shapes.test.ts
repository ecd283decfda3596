import { describe, expect, it } from 'vitest';
import type { JsonValue } from './json.js';
import { exchangeNames, hasSharedFolder, readExchange } from './testing/recordings.js';
import { differences, emptyShape, observe, type Shape } from './testing/shape.js';
import { smallShop } from './testing/small-shop.js';

/** Keys that a record has only when its data calls for them. */
const DATA_DEPENDENT = new Set([
  // Texts a merchant may leave empty.
  'metaTitle',
  'metaDescription',
  'metaKeywords',
  'metaRobots',
  'pageLayout',
  'description',
  'contentHeading',
  // Prices and windows.
  'specialPrice',
  'specialFromDate',
  'specialToDate',
  'newsFromDate',
  'newsToDate',
  'msrp',
  'msrpEnabled',
  'msrpDisplayActualPriceType',
  'price',
  'finalPrice',
  'minimalPrice',
  'tierPrices',
  // Pictures and physical traits.
  'image',
  'imageUrl',
  'smallImageUrl',
  'thumbnailUrl',
  'weight',
  'optionsContainer',
  'averageRating',
  // Categories: only with a landing page or settings of their own.
  'landingPageId',
  'cmsBlock',
  'customUseParentSettings',
  'customApplyToProducts',
  // Composite records drop the tax class on the item.
  'taxClassId',
  // Which attributes a configurable varies by.
  'color',
  'size',
  // Options: which constraints a type of option has.
  'maxCharacters',
  'fileExtensions',
  'imageSizeX',
  'imageSizeY',
  'sku',
  // Gift cards: the recorded shop sells none.
  'giftcardType',
  // Links between pages depend on how many there are.
  'view',
  'first',
  'last',
  'next',
  'previous',
]);

const shop = smallShop();
const id = (type: Parameters<typeof shop.find>[0]) => shop.find(type).id;
const withOptions = shop.find('simple', (product) => product.allOptions).id;
const withTiers = shop.find('simple', (product) => product.tiers !== undefined).id;
const dynamicBundle = shop.find('bundle', (product) => product.price === 0).id;

/** What is compared: recordings (by pattern, together) and our requests of the same kind. */
const KINDS: readonly (readonly [string, RegExp, readonly string[]])[] = [
  [
    'simple item',
    /product-item\/(simple|special-.*|tier|visible.*)\.ld/,
    [`/products/${id('simple')}`, `/products/${withTiers}`],
  ],
  ['item with custom options', /product-item\/custom-options\.ld/, [`/products/${withOptions}`]],
  [
    'configurable item',
    /product-item\/configurable-(color-size|pricing|sample-15)\.ld/,
    [`/products/${id('configurable')}`],
  ],
  ['grouped item', /product-item\/grouped.*\.ld/, [`/products/${id('grouped')}`]],
  ['dynamic bundle item', /product-item\/bundle.*\.ld/, [`/products/${dynamicBundle}`]],
  ['downloadable item', /product-item\/downloadable.*\.ld/, [`/products/${id('downloadable')}`]],
  ['virtual item', /product-item\/virtual\.ld/, [`/products/${id('virtual')}`]],
  [
    'plain listing',
    /products\/list-size(100|50)\.ld/,
    ['/products?itemsPerPage=100', '/products?itemsPerPage=100&page=2'],
  ],
  [
    'category listing',
    /products\/list-category(4|10|-sort-position)\.ld/,
    ['/products?categoryId=4&itemsPerPage=5'],
  ],
  ['url key listing', /products\/list-urlkey\.ld/, [`/products?urlKey=${shop.find('simple').urlKey}`]],
  ['full detail listing', /products\/list-full-detail-5\.ld/, ['/products?fullDetail=1&itemsPerPage=5']],
  ['category list', /categories\/list\.ld/, ['/categories']],
  ['category item', /categories\/item-(4|10|41)\.ld/, ['/categories/4', '/categories/12']],
  ['CMS pages', /cms-pages\/(list|item-11)\.ld/, ['/cms-pages']],
  ['CMS blocks', /cms-blocks\/list\.ld/, ['/cms-blocks']],
  ['blog posts', /blog-posts\/list\.ld/, ['/blog-posts']],
  ['blog categories', /blog-categories\/list\.ld/, ['/blog-categories']],
  ['countries', /countries\/list\.ld/, ['/countries']],
  ['country', /countries\/item-US\.ld/, ['/countries/US']],
  ['stores', /stores\/list\.ld/, ['/stores']],
  ['store', /stores\/item-1\.ld/, ['/stores/1']],
  ['currencies', /stores\/currencies\.ld/, ['/stores/currencies']],
  ['store configuration', /store-config\/default\.ld/, ['/store-config']],
  ['url resolver', /url-resolver\/product\.ld/, [`/url-resolver?path=${shop.find('virtual').urlPath}`]],
  ['media', /product-sub\/media-906/, [`/products/${id('configurable')}/media`]],
  ['custom options', /product-sub\/custom-options/, [`/products/${withOptions}/custom-options`]],
  ['bundle options', /product-sub\/bundle-options/, [`/products/${dynamicBundle}/bundle-options`]],
  ['configurable set-up', /product-sub\/configurable/, [`/products/${id('configurable')}/configurable`]],
  ['grouped members', /product-sub\/grouped/, [`/products/${id('grouped')}/grouped`]],
  ['downloadable links', /product-sub\/downloadable/, [`/products/${id('downloadable')}/downloadable-links`]],
  ['tier prices', /product-sub\/tier-prices/, [`/products/${withTiers}/tier-prices`]],
  ['links', /product-sub\/links-related/, [`/products/${id('configurable')}/links/related`]],
  ['layered filters', /layered-filters\/category4\.ld/, ['/layered-filters?categoryId=4']],
  ['contact configuration', /contact\/config\.ld/, ['/contact/config']],
];

const available = hasSharedFolder();

describe.skipIf(!available)('generated records have the keys and types of recorded ones', () => {
  const names = available
    ? exchangeNames([
        'product-item',
        'products',
        'categories',
        'cms-pages',
        'cms-blocks',
        'blog-posts',
        'blog-categories',
        'countries',
        'stores',
        'store-config',
        'url-resolver',
        'product-sub',
        'layered-filters',
        'contact',
      ])
    : [];

  it.each(KINDS)('%s', async (_kind, pattern, requests) => {
    const recorded: Shape = emptyShape();
    for (const name of names.filter((candidate) => pattern.test(candidate))) {
      const exchange = readExchange(name);
      if (exchange.status === 200) observe(recorded, exchange.body);
    }
    const ours: Shape = emptyShape();
    for (const request of requests) {
      const answer = await shop.get(request);
      expect(answer.status, request).toBe(200);
      const body: JsonValue = answer.body;
      observe(ours, body);
    }
    expect(recorded.objects, 'recordings of this kind').toBeGreaterThan(0);
    expect(differences(recorded, ours, DATA_DEPENDENT)).toEqual([]);
  });
});
