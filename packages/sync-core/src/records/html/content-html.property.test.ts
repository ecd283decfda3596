import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { htmlSoup } from '../../testing/html-soup.js';
import { elementsOf, visibleText } from '../../testing/parsed-html.js';
import { contentHtml } from './content-html.js';
import { textWithoutDirectives } from './directives.js';
import { isVoid, writtenName } from './element-rules.js';

const toHtml = contentHtml({ backendOrigins: ['https://shop.example'] });
const RUNS = { numRuns: 3_000 };
// Seconds on a machine of one's own, more on a busy one.
vi.setConfig({ testTimeout: 60_000 });

const ATTRIBUTES = new Set(
  (
    'href target rel name src srcset sizes alt width height loading media type colspan rowspan scope span ' +
    'start reversed value datetime open title lang dir'
  ).split(' '),
);
const SAFE_SCHEMES = ['https:', 'http:', 'mailto:', 'tel:'];

/** As a browser reads it on a page of the storefront; a URL that it cannot read leads nowhere. */
function schemeOf(url: string): string {
  const page = 'https://storefront.example/women';
  return URL.canParse(url, page) ? new URL(url, page).protocol : 'https:';
}

function forAll(check: (html: string) => void): void {
  fc.assert(fc.property(htmlSoup, check), RUNS);
}

describe('any HTML, sanitised', () => {
  it('has elements and attributes of the lists alone, whoever parses it', () => {
    forAll((html) => {
      for (const { name, attributes } of elementsOf(toHtml(html))) {
        // A parser puts in what tables and columns may leave out.
        if (name !== 'tbody' && name !== 'colgroup') expect(writtenName(name), name).toBe(name);
        for (const attribute of Object.keys(attributes)) expect(ATTRIBUTES).toContain(attribute);
      }
    });
  });

  it('has no URL with a scheme that runs code', () => {
    forAll((html) => {
      for (const { attributes } of elementsOf(toHtml(html))) {
        const { href = '', src = '', srcset = '' } = attributes;
        for (const url of [href, src, ...srcset.split(/[\s,]+/)])
          expect(SAFE_SCHEMES).toContain(schemeOf(url));
      }
    });
  });

  it('has no trace of a script, a handler or a directive in its source', () => {
    forAll((html) => {
      const output = toHtml(html);
      expect(output).not.toMatch(/<\s*\/?\s*(?:script|style|iframe|object|form|svg)/i);
      expect(output).not.toMatch(/<[^>]*\son\w+\s*=/i);
      expect(output).not.toContain('{{');
      expect(output).not.toContain('\0');
    });
  });

  it('never names the backend in a link or picture that the storefront has itself', () => {
    forAll((html) => {
      for (const { attributes } of elementsOf(toHtml(html))) {
        expect(attributes.href ?? '').not.toMatch(/^(?:https?:)?[/\\]{2}shop\.example/i);
        expect(attributes.src ?? '').not.toMatch(/^(?:https?:)?[/\\]{2}shop\.example\/+(?:media|skin)\//i);
      }
    });
  });

  it('closes what it opens, in order', () => {
    forAll((html) => {
      const open: string[] = [];
      for (const [, slash, name = ''] of toHtml(html).matchAll(/<(\/?)([a-z0-9]+)/g)) {
        if (slash === '/') expect(open.pop()).toBe(name);
        else if (!isVoid(name)) open.push(name);
      }
      expect(open).toEqual([]);
    });
  });

  it.each([
    ['<div data-frame>', '</div>'],
    ['<ul><li><div data-frame>', '</div></li></ul>'],
    ['<dl><dd><div data-frame>', '</div></dd></dl>'],
    ['<table><tbody><tr><td><div data-frame>', '</div></td></tr></tbody></table>'],
    ['<details><summary></summary><div data-frame>', '</div></details>'],
  ])('stays inside of %s', (before, after) => {
    const end = '<i data-end></i>';
    const around = (html: string) => elementsOf(`${before}${html}${end}${after}<i data-after></i>`);
    const isMarked = (mark: string) => (element: { attributes: object }) => mark in element.attributes;
    const expected = around('').filter(
      (element) => isMarked('data-end')(element) || isMarked('data-after')(element),
    );
    expect(expected).toHaveLength(2);
    forAll((html) => {
      const found = around(toHtml(html));
      expect(found.filter(isMarked('data-frame'))).toHaveLength(1);
      expect(found.filter(isMarked('data-end'))).toEqual([expected[0]]);
      expect(found.filter(isMarked('data-after'))).toEqual([expected[1]]);
    });
  });

  it('is the same when it is sanitised again', () => {
    forAll((html) => {
      const once = toHtml(html);
      expect(toHtml(once)).toBe(once);
    });
  });

  it('keeps plain text as a reader sees it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('{', '&#123;');
        expect(visibleText(toHtml(`<p>${escaped}</p>`))).toBe(visibleText(`<p>${escaped}</p>`));
      }),
    );
  });
});

describe('any text without its directives', () => {
  it('has no opening braces left, and stays as it is when they are looked for again', () => {
    const text = fc.array(fc.constantFrom('{', '}', '{{', '}}', 'a', ' '), { maxLength: 30 });
    fc.assert(
      fc.property(text, (parts) => {
        const once = textWithoutDirectives(parts.join(''));
        expect(once).not.toContain('{{');
        expect(textWithoutDirectives(once)).toBe(once);
      }),
      RUNS,
    );
  });
});
