import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseLayerEvent, pushEvent } from './data-layer.js';

const viewed = { event: 'view_item', ecommerce: { items: [] } };
const added = { event: 'add_to_cart', ecommerce: { items: [] } };

interface Page {
  shopConsent?: unknown;
  dataLayer?: unknown[];
}

describe('the data layer', () => {
  let page: Page = {};

  beforeEach(() => {
    page = {};
    vi.stubGlobal('window', page);
  });
  afterEach(() => {
    // What waits belongs to the page, and each test is one.
    page.shopConsent = 'denied';
    pushEvent(viewed);
    vi.unstubAllGlobals();
  });

  it('is told nothing while nobody has consented', () => {
    pushEvent(viewed);
    expect(page.dataLayer).toBeUndefined();
  });

  it('is told each event once, apart from the one before, when the shopper consents', () => {
    pushEvent(viewed);
    page.shopConsent = 'granted';
    pushEvent(added);
    expect(page.dataLayer).toEqual([{ ecommerce: null }, viewed, { ecommerce: null }, added]);
  });

  it('never hears of what happened before the shopper refused', () => {
    pushEvent(viewed);
    page.shopConsent = 'denied';
    pushEvent(viewed);
    page.shopConsent = 'granted';
    pushEvent(added);
    expect(page.dataLayer).toEqual([{ ecommerce: null }, added]);
  });

  it.each(['1', 'null', '{}', '{"event":1,"ecommerce":{}}', '{"event":"view_item","ecommerce":null}'])(
    'takes no %s for an event',
    (json) => {
      expect(parseLayerEvent(json)).toBeNull();
    },
  );
});
