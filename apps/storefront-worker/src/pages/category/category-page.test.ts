import { describe, expect, it } from 'vitest';
import { renderDocument } from '../layout.js';
import { SAMPLE_CATEGORY, sampleCategoryData, sampleListing } from '../testing/sample-pages.js';
import { sampleShop } from '../testing/sample-shop.js';
import { type CategoryPageData, categoryPage } from './category-page.js';
import { parseListingSort } from './listing-sort.js';

const shop = sampleShop({ path: '/women' });
const page = (changes: Partial<CategoryPageData>) => categoryPage(shop, sampleCategoryData(changes));
const html = (changes: Partial<CategoryPageData>) => renderDocument(shop, page(changes));

describe('a category page', () => {
  it('leads to every other page of its listing by links', () => {
    const text = html({ listing: sampleListing({ page: 10, totalPages: 40 }) });
    const linked = new Set(
      [...text.matchAll(/href="\/women(?:\?page=(\d+))?"/g)].map(([, n = '1']) => Number(n)),
    );
    for (let number = 1; number <= 40; number += 1) expect(linked).toContain(number);
  });

  it('keeps the chosen order on its links, and stays out of search engines with it', () => {
    const sorted = page({ sort: 'price-asc', listing: sampleListing({ page: 2, totalPages: 3 }) });
    expect(sorted).toMatchObject({
      previous: '/women?sort=price-asc',
      next: '/women?sort=price-asc&page=3',
      canonical: null,
      robots: 'noindex, follow',
    });
  });

  it('is canonical under its own number', () => {
    expect(page({}).canonical).toBe('/women');
    const third = page({ listing: sampleListing({ page: 3, totalPages: 3 }) });
    expect(third).toMatchObject({ canonical: '/women?page=3', previous: '/women?page=2', next: undefined });
  });

  it('names itself once, even where the trail already does', () => {
    expect(page({ trail: [{ name: 'Women', path: 'women' }] }).crumbs).toEqual([
      { name: 'Women', path: 'women' },
    ]);
  });

  it.each([
    ['PRODUCTS', false],
    ['PRODUCTS_AND_PAGE', true],
    [undefined, false],
  ])('set to %s shows its products, and its block: %s', (displayMode, block) => {
    const text = html({ category: { ...SAMPLE_CATEGORY, displayMode } });
    expect(text.includes('Landing block')).toBe(block);
    expect(text).toContain('Linen shirt');
  });

  it('folds its products away below a block that is to stand alone, but leaves them there', () => {
    const category = { ...SAMPLE_CATEGORY, displayMode: 'PAGE' };
    expect(html({ category })).toMatch(/<details class="listing-folded"><summary.*Linen shirt.*<\/details>/s);
    const second = html({ category, listing: sampleListing({ page: 2, totalPages: 2 }) });
    expect(second).not.toContain('Landing block');
    expect(second).toMatch(/<details class="listing-folded" open="">/);
  });

  it('shows its products where the block it is set to is missing', () => {
    const category = { ...SAMPLE_CATEGORY, displayMode: 'PAGE', landingBlock: undefined };
    expect(html({ category })).toContain('Linen shirt');
  });

  it('shows block and description on its first page only', () => {
    const text = html({ listing: sampleListing({ page: 2, totalPages: 2 }) });
    expect(text).not.toContain('Landing block');
    expect(text).not.toContain('<p>For her</p>');
  });

  it('says what to do where there is nothing to buy', () => {
    const text = html({ listing: sampleListing({ products: [], totalItems: 0 }) });
    expect(text).toContain('Nothing here at the moment');
    expect(text).toContain('/women/tops');
  });
});

describe('the order asked for', () => {
  it.each([
    ['newest', 'newest'],
    ['price-asc', 'price-asc'],
    ['constructor', 'position'],
    [undefined, 'position'],
  ])('%j is %s', (text, sort) => {
    expect(parseListingSort(text)).toBe(sort);
  });
});
