import { describe, expect, it } from 'vitest';
import { formatDay } from './calendar-day.js';
import { localeTag } from './locale-tag.js';
import { formatMoney } from './money.js';
import { isNew } from './newness.js';
import { surchargeText } from './option-surcharge.js';
import { pageHref } from './page-href.js';
import { plainText } from './plain-text.js';
import { safeUrl } from './safe-url.js';
import { textsOf } from './texts/index.js';

describe('a locale', () => {
  it.each([
    ['en_US', 'en-US'],
    ['sr_Latn_RS', 'sr-Latn-RS'],
    ['de_DE@euro', 'de-DE'],
    ['fr', 'fr'],
    ['', 'en'],
    ['!!', 'en'],
  ])('%j is the tag %s', (locale, tag) => {
    expect(localeTag(locale)).toBe(tag);
  });
});

describe('an amount', () => {
  it.each([
    [1234.5, 'USD', 'en_US', '$1,234.50'],
    [1234.5, 'EUR', 'de_DE', '1.234,50\u00a0€'],
    [1200, 'JPY', 'en_US', '¥1,200'],
    [7.999, 'GBP', 'en_GB', '£8.00'],
    [5, 'POINTS', 'en_US', '5.00 POINTS'],
  ])('%s %s in %s is %j', (amount, currency, locale, text) => {
    expect(formatMoney(amount, currency, locale)).toBe(text);
  });
});

describe('a day', () => {
  it('is never moved by a time zone', () => {
    expect(formatDay('2026-03-05', 'en_GB')).toBe('5 March 2026');
    expect(formatDay('2026-03-05', 'de_DE')).toBe('5. März 2026');
  });

  it('that is none stands as it came', () => {
    expect(formatDay('soon', 'en_GB')).toBe('soon');
  });
});

describe('the “new” badge', () => {
  const time = { now: Date.parse('2026-11-23T12:00:00Z'), config: { timezone: 'UTC' } };
  it.each([
    [{}, false],
    [{ newsFromDate: '2026-11-23' }, true],
    [{ newsToDate: '2026-11-23' }, true],
    [{ newsFromDate: '2026-11-24' }, false],
    [{ newsFromDate: '2026-11-01', newsToDate: '2026-11-22' }, false],
  ])('for %j: %s', (dates, expected) => {
    expect(isNew(dates, time)).toBe(expected);
  });
});

describe('what an option costs', () => {
  const to = { currency: 'USD', locale: 'en_US', texts: textsOf('en_US') };
  it.each([
    [{ price: 5, priceType: 'fixed' }, 40, '+ $5.00'],
    [{ price: 10, priceType: 'percent' }, 40, '+ $4.00'],
    [{ price: 10, priceType: 'percent' }, null, '+ 10%'],
    [{ price: -2 }, 40, '− $2.00'],
    [{ price: 0 }, 40, ''],
    [{}, 40, ''],
  ])('%j of %s is %j', (surcharge, base, text) => {
    expect(surchargeText(surcharge, base, to)).toBe(text);
  });
});

describe('an address', () => {
  it.each([
    ['women/new arrivals', '/women/new%20arrivals'],
    ['', '/'],
    ['//evil.example/', '/evil.example'],
    ['kühl?#', '/k%C3%BChl%3F%23'],
  ])('of path %j is %s', (path, href) => {
    expect(pageHref(path)).toBe(href);
  });

  it('carries its query encoded, without what is not given', () => {
    expect(pageHref('search', { q: 'a&b "c"', page: undefined })).toBe('/search?q=a%26b+%22c%22');
  });

  it.each([
    ['https://a.example/x', 'https://a.example/x'],
    [' /media/x.jpg', '/media/x.jpg'],
    ['//evil.example/x', undefined],
    ['/\\evil.example', undefined],
    ['javascript:alert(1)', undefined],
    ['data:text/html,x', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%j may be linked as %j', (url, expected) => {
    expect(safeUrl(url)).toBe(expected);
  });
});

describe('the words of HTML', () => {
  it.each([
    ['<p>One</p><p>two &amp; three</p>', 'One two & three'],
    ['&lt;script&gt; &#8364; &nope;', '<script> € &nope;'],
    ['&#9999999;', '&#9999999;'],
  ])('%j are %j', (html, text) => {
    expect(plainText(html)).toBe(text);
  });

  it('end at a word where they are too long', () => {
    expect(plainText('one two three four', 12)).toBe('one two…');
  });
});

describe('the shop’s own words', () => {
  it('are there in every language, and differ', () => {
    const english = textsOf('en_US');
    const german = textsOf('de_CH');
    expect(Object.keys(german).sort()).toEqual(Object.keys(english).sort());
    expect(german.addToCart).not.toBe(english.addToCart);
    expect(textsOf('fi_FI')).toBe(english);
  });
});
