import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { errorDocument } from './error/error-document.js';
import { renderDocument } from './layout.js';
import { pageProblems, structuredData } from './testing/page-audit.js';
import { samplePages } from './testing/sample-pages.js';
import { sampleShop } from './testing/sample-shop.js';

const HTML_BUDGET_GZIP = 20 * 1024;

describe.each(['en_US', 'de_DE'])('every page of a %s store', (locale) => {
  const shop = sampleShop({ path: '/women' }, { locale });

  it.each([...samplePages(shop)])('is sound HTML within its budget: %s', (_name, content) => {
    const html = renderDocument(shop, content);
    expect(pageProblems(html)).toEqual([]);
    expect(gzipSync(html).length).toBeLessThan(HTML_BUDGET_GZIP);
    expect(html).toMatch(/^<!DOCTYPE html><html lang="(en-US|de-DE)">/);
    expect(html).not.toMatch(/undefined|NaN|\[object /);
  });

  it.each([...samplePages(shop)])('names its way in JSON-LD as in its breadcrumbs: %s', (_name, content) => {
    const lists = structuredData(renderDocument(shop, content)).filter((data) =>
      JSON.stringify(data).includes('"BreadcrumbList"'),
    );
    expect(lists).toHaveLength(content.crumbs.length === 0 ? 0 : 1);
  });
});

describe('the audit these tests rest on', () => {
  it.each([
    ['inline style', '<h1>a</h1><p style="color:red">b</p>'],
    ['inline handler', '<h1>a</h1><p onclick="x()">b</p>'],
    ['inline script', '<h1>a</h1><script>x()</script>'],
    ['an id twice', '<h1 id="a">a</h1><p id="a">b</p>'],
    ['two h1', '<h1>a</h1><h1>b</h1>'],
    ['a heading left out', '<h1>a</h1><h3>b</h3>'],
    ['a field without label', '<h1>a</h1><input name="q">'],
    ['an image without alt', '<h1>a</h1><img src="/a" width="1" height="1">'],
    ['a reference to nothing', '<h1>a</h1><section aria-labelledby="gone"></section>'],
  ])('finds %s', (_what, html) => {
    expect(pageProblems(html)).not.toEqual([]);
  });
});

describe('the error document', () => {
  it('needs no store', () => {
    expect(pageProblems(errorDocument())).toEqual([]);
  });

  it('speaks the language it is told, and escapes what it is told to say', () => {
    const html = errorDocument({ locale: 'de_AT', title: '<b>', stylesheet: '/assets/a.css' });
    expect(html).toContain('lang="de-AT"');
    expect(html).toContain('Zurück zum Shop');
    expect(html).not.toContain('<b>');
  });
});
