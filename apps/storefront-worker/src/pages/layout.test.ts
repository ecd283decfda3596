import { describe, expect, it } from 'vitest';
import { cmsPage } from './cms/cms-page.js';
import { errorPage } from './error/error-page.js';
import { homePage } from './home/home-page.js';
import { renderDocument } from './layout.js';
import { notFoundPage } from './not-found/not-found-page.js';
import { pageAssets } from './page-assets.js';
import { searchPage } from './search/search-page.js';
import { sampleShop } from './testing/sample-shop.js';

const cms = { id: 3, identifier: 'service/returns', title: 'Returns', content: '<p>Text</p>' };
const shop = sampleShop({ path: '/service/returns' });
const page = cmsPage(shop, { page: cms });

describe('the layout', () => {
  it('names canonical, preview and title', () => {
    const html = renderDocument(shop, page);
    expect(html).toContain('<title>Returns – Sample Shop</title>');
    expect(html).toContain('<link rel="canonical" href="https://shop.example/service/returns"/>');
    expect(html).toContain('<meta property="og:url" content="https://shop.example/service/returns"/>');
    expect(html).toContain('<meta name="description" content="Text"/>');
  });

  it('shows the menu to its last level, blog and pages, but no page of the system', () => {
    const html = renderDocument(shop, page);
    for (const href of ['/women/tops/silk', '/men', '/blog', '/service/returns', '/cart']) {
      expect(html).toContain(`href="${href}"`);
    }
    expect(html).not.toContain('Missing page');
    expect(html).not.toContain('Home page');
  });

  it('leads to the same page of another store by what it is, since nothing here tells its address there', () => {
    const html = renderDocument(shop, page);
    expect(html).toContain(
      '<a href="https://de.shop.example/_switch/cms/service/returns" hreflang="de-DE" rel="nofollow">',
    );
    expect(html).not.toContain('rel="alternate"');
  });

  it('leads to the home of a store that shares no catalogue with this one, and calls it no translation', () => {
    const stores = [
      shop.store,
      { code: 'de', name: 'Deutsch', url: 'https://de.shop.example', backend: 'x' },
    ];
    expect(renderDocument({ ...shop, stores }, page)).toContain('<a href="https://de.shop.example/"');
    const home = sampleShop({ stores });
    const html = renderDocument(home, homePage(home, { cms: null, tiles: [], products: [] }));
    expect(html).not.toContain('rel="alternate"');
  });

  it('leads to the home of another store from what only this one has', () => {
    expect(renderDocument(shop, notFoundPage(shop))).toContain('<a href="https://de.shop.example/"');
  });

  it('names home pages as translations of each other', () => {
    const home = sampleShop();
    const html = renderDocument(home, homePage(home, { cms: null, tiles: [], products: [] }));
    expect(html).toContain('<link rel="alternate" hreflang="de-DE" href="https://de.shop.example/"/>');
  });

  it('links no store without an address', () => {
    const stores = [shop.store, { code: 'x', name: 'Nowhere', url: 'javascript:alert(1)' }];
    expect(renderDocument({ ...shop, stores }, page)).not.toContain('Nowhere');
  });

  it('shows what was searched for in its search form', () => {
    const found = { query: 'linen', products: [], page: 1, totalItems: 0, totalPages: 0 };
    const html = renderDocument(shop, searchPage(shop, found));
    expect(html).toMatch(/<input id="search"[^>]*value="linen"/);
  });

  it('keeps errors and searches away from search engines', () => {
    expect(renderDocument(shop, errorPage(shop))).toContain(
      '<meta name="robots" content="noindex, nofollow"/>',
    );
  });

  it('links its theme’s stylesheet and the one script', () => {
    const html = renderDocument({ ...shop, store: { ...shop.store, theme: 'outlet' } }, page);
    expect(html).toContain('<link rel="stylesheet" href="/assets/outlet.css"/>');
    expect(html.match(/<script[^>]*src=/g)).toHaveLength(1);
  });
});

describe('the files of a theme', () => {
  const assets = pageAssets({
    stylesheets: { maho: '/m.css', outlet: '/o.css' },
    defaultTheme: 'maho',
    script: '/s.js',
  });
  it.each([
    ['outlet', '/o.css'],
    [undefined, '/m.css'],
    ['no-such-theme', '/m.css'],
    ['constructor', '/m.css'],
  ])('for %j: %s', (theme, href) => {
    expect(assets.stylesheet(theme)).toBe(href);
  });

  it('are refused without the default theme', () => {
    expect(() => pageAssets({ stylesheets: {}, defaultTheme: 'maho', script: '/s.js' })).toThrow(RangeError);
  });
});
