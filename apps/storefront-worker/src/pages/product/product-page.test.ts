import type { ProductRecord } from '@maho-storefront/kv-schema';
import { describe, expect, it } from 'vitest';
import { renderDocument } from '../layout.js';
import { structuredData } from '../testing/page-audit.js';
import { bareProduct, SAMPLE_PRODUCTS } from '../testing/sample-products.js';
import { sampleShop } from '../testing/sample-shop.js';
import { productPage } from './product-page.js';

const shop = sampleShop();

function htmlOf(product: ProductRecord | undefined): string {
  if (!product) throw new Error('There is no such sample.');
  return renderDocument(shop, productPage(shop, { product, trail: [], related: [], upsell: [] }));
}

function productData(html: string): unknown {
  return structuredData(html).find((data) => JSON.stringify(data).includes('"Product"'));
}

describe('a product page', () => {
  it('tells what is looked at only where the shop measures', () => {
    const product = bareProduct({ name: '</script>', finalPrice: 20 });
    const view = { product, trail: [], related: [], upsell: [] };
    const measuring = sampleShop({ hasDataLayer: true });
    expect(renderDocument(measuring, productPage(measuring, view))).toContain(
      '{"event":"view_item","ecommerce":{"currency":"USD","value":20,"items":[{"item_id":"bare","item_name":"\\u003c/script\\u003e"',
    );
    expect(htmlOf(product)).not.toContain('view_item');
  });

  it('says the same price in text and JSON-LD while a special price holds', () => {
    const html = htmlOf(SAMPLE_PRODUCTS.simple);
    expect(html).toContain('>$40.00</ins>');
    expect(html).toContain('>$50.00</del>');
    expect(html).toContain('Save 20%');
    expect(productData(html)).toMatchObject({
      offers: {
        '@type': 'Offer',
        price: 40,
        priceCurrency: 'USD',
        priceValidUntil: '2026-11-30',
        availability: 'https://schema.org/InStock',
      },
      aggregateRating: { ratingValue: 4.5, reviewCount: 2 },
    });
  });

  it('shows each picture once, the main one first and at once', () => {
    const html = htmlOf(SAMPLE_PRODUCTS.simple);
    expect(html.match(/id="picture-\d"/g)).toHaveLength(2);
    expect(html.match(/fetchpriority="high"/g)).toHaveLength(1);
    expect(html).toContain('alt="Front"');
  });

  it('offers every kind of custom option with what it costs', () => {
    const html = htmlOf(SAMPLE_PRODUCTS.simple);
    for (const type of ['text', 'file', 'date', 'datetime-local', 'time']) {
      expect(html).toMatch(new RegExp(`type="${type}"[^>]*name="options\\[\\d+\\]"`));
    }
    expect(html).toMatch(/<textarea[^>]*name="options\[2\]"/);
    expect(html).toMatch(/<select[^>]*name="options\[20\]"/);
    expect(html).toMatch(/type="radio"[^>]*name="options\[21\]"/);
    expect(html).toMatch(/type="checkbox"[^>]*name="options\[22\]\[\]"/);
    expect(html).toContain('enctype="multipart/form-data"');
    expect(html).toContain('accept=".png,.jpg"');
    expect(html).toContain('+ $4.00');
  });

  it('lets no value be chosen of which no variant is in stock, and lists every variant', () => {
    const html = htmlOf(SAMPLE_PRODUCTS.configurable);
    expect(html).toMatch(/name="super_attribute\[92\]" value="1" data-code="color" required/);
    expect(html).toMatch(/name="super_attribute\[92\]" value="2" data-code="color" disabled/);
    expect(html).toMatch(/<select[^>]*name="super_attribute\[93\]"/);
    expect(html).toMatch(/<td>Blue<\/td><td>Size 1<\/td><td class="stock-out">Sold out/);
    expect(html).toContain('>$100.00</span>');
    expect(html).not.toContain('$80.00');
  });

  it('is sold out when all its parts are, whatever its own flag says', () => {
    const product = SAMPLE_PRODUCTS.configurable;
    const variants = product?.variants.map((variant) => ({ ...variant, inStock: false })) ?? [];
    const html = htmlOf(bareProduct({ ...product, variants }));
    expect(html).toMatch(/<button[^>]*disabled/);
    expect(productData(html)).toMatchObject({ offers: { availability: 'https://schema.org/OutOfStock' } });
  });

  it('prices a group from its cheapest part and asks for a number of each', () => {
    const html = htmlOf(SAMPLE_PRODUCTS.grouped);
    expect(productData(html)).toMatchObject({ offers: { '@type': 'AggregateOffer', lowPrice: 9 } });
    expect(html).toContain('name="super_group[31]"');
    expect(html).not.toContain('name="super_group[32]"');
    expect(html).not.toContain('name="qty"');
  });

  it('lets a bundle be put together, each part with its price', () => {
    const html = htmlOf(SAMPLE_PRODUCTS.bundle);
    expect(html).toMatch(/<select[^>]*name="bundle_option\[1\]"/);
    for (const ofOnePart of [1, 2]) expect(html).toContain(`name="bundle_option_qty[${ofOnePart}]"`);
    expect(html).not.toContain('name="bundle_option_qty[3]"');
    expect(html).toMatch(/type="radio"[^>]*name="bundle_option\[2\]"/);
    expect(html).toMatch(/type="checkbox"[^>]*name="bundle_option\[3\]\[\]"/);
    expect(html).toContain('2 or more: 15% off');
    expect(html).toContain('From');
  });

  it('sells downloads one by one and links safe samples only', () => {
    const html = htmlOf(SAMPLE_PRODUCTS.downloadable);
    expect(html.match(/name="links\[\]"/g)).toHaveLength(2);
    expect(html).toContain('href="https://backend.example/sample/1"');
    expect(html).not.toContain('javascript:');
  });

  it('prices a gift card in the currency of its amounts', () => {
    const html = htmlOf(SAMPLE_PRODUCTS.giftcard);
    expect(html).toContain('>$10.00</span>');
    expect(html).toContain('name="giftcard_amount"');
    expect(html).toContain('name="giftcard_custom_amount"');
    expect(html).not.toContain('€');
  });

  it('stands without price, picture or text', () => {
    const html = htmlOf(bareProduct());
    expect(html).toContain('Choose your options to see the price');
    expect(html).toContain('picture-placeholder');
    expect(productData(html)).not.toHaveProperty('offers');
  });
});
