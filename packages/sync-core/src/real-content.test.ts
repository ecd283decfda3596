import { describe, expect, it } from 'vitest';
import { contentHtml } from './records/html/content-html.js';
import { elementsOf, visibleText } from './testing/parsed-html.js';
import { realContents } from './testing/real-contents.js';
import { isRealCatalogueThere } from './testing/real-products.js';

const BACKEND = 'https://maho.example';
const toHtml = contentHtml({ backendOrigins: [BACKEND] });

describe.skipIf(!isRealCatalogueThere()).each(['en', 'outlet_uk'])(
  'the real content of %s (skipped where ../shared/real-catalogue is missing)',
  (store) => {
    const contents = realContents(store);

    it('is sanitised without a word lost', () => {
      expect(contents.length).toBeGreaterThan(10);
      for (const { name, html } of contents) {
        expect(words(toHtml(html)), name).toEqual(words(html));
      }
    });

    it('names neither the backend nor a directive', () => {
      for (const { name, html } of contents) {
        expect(toHtml(html), name).not.toContain('maho.example');
        expect(toHtml(html), name).not.toContain('{{');
      }
    });

    it('has every picture and every link that it had, those of the backend at the storefront', () => {
      for (const { name, html } of contents) {
        const [before, after] = [elementsOf(html), elementsOf(toHtml(html))];
        const pictures = before.filter((element) => element.name === 'img' && element.attributes.src);
        expect(valuesOf(after, 'img', 'src'), name).toEqual(
          pictures.map(({ attributes }) => attributes.src?.replace(BACKEND, '')),
        );
        expect(valuesOf(after, 'a', 'href'), name).toEqual(valuesOf(before, 'a', 'href').map(onStorefront));
      }
    });

    it('is the same when it is sanitised again', () => {
      for (const { html } of contents) expect(toHtml(toHtml(html))).toBe(toHtml(html));
    });
  },
);

function words(html: string): string[] {
  return visibleText(html).split(/\s+/).filter(Boolean);
}

function valuesOf(elements: ReturnType<typeof elementsOf>, name: string, attribute: string): string[] {
  return elements
    .filter((element) => element.name === name)
    .flatMap(({ attributes }) => attributes[attribute] ?? []);
}

/** A link of the real content on the storefront: such links have no query, and a slash or `.html` at the end. */
function onStorefront(href: string): string {
  const path = href.trim().replace(BACKEND, '');
  return path.startsWith('/') ? path.replace(/(?:\.html|\/)$/, '') || '/' : path;
}
