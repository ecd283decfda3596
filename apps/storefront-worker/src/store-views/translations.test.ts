import { describe, expect, it } from 'vitest';
import { type PublicStore, publicStore } from '../registry/public-store.js';
import { translationsOf } from './translations.js';

const store = (code: string, more: Partial<PublicStore> = {}): PublicStore => ({
  code,
  name: code,
  url: `https://${code}.shop.example/`,
  locale: code,
  ...more,
});
const [en, de, fr] = [store('en'), store('de'), store('fr')];

const codes = (own: PublicStore, stores: PublicStore[]) =>
  translationsOf(own, stores, ({ locale }) => locale).map(({ code }) => code);

describe('the translations of a store view', () => {
  it('are all store views of other languages, and itself, the same seen from each', () => {
    for (const own of [en, de, fr]) expect(codes(own, [en, de, fr])).toEqual(['en', 'de', 'fr']);
    expect(translationsOf(en, [en, de], ({ locale }) => locale)[1]).toEqual({
      code: 'de',
      language: 'de',
      origin: 'https://de.shop.example',
    });
  });

  it('are none where there is no other', () => {
    expect(codes(en, [en])).toEqual([]);
  });

  it('are of each language the first, whose own translations the others are not', () => {
    const outlet = store('outlet', { locale: 'en' });
    expect(codes(en, [en, outlet, de])).toEqual(['en', 'de']);
    expect(codes(de, [en, outlet, de])).toEqual(['en', 'de']);
    expect(codes(outlet, [en, outlet, de])).toEqual([]);
  });

  it.each([
    ['says nothing of its language', { code: 'xx', name: 'xx', url: 'https://xx.shop.example' }],
    ['has no address', store('xx', { url: '' })],
    ['is behind another store at one host', store('xx', { url: 'https://en.shop.example/xx/' })],
    ['has a backend of its own', store('xx', { backend: 'abcdef01' })],
  ])('are without one that %s', (_why, other) => {
    expect(codes(en, [en, other, de])).toEqual(['en', 'de']);
    expect(codes(other, [en, other, de])).toEqual([]);
  });
});

describe('a store as anyone may know it', () => {
  const definition = { code: 'en', name: 'English', url: 'https://shop.example' };

  it('tells backends apart without naming them', () => {
    const own = (apiUrl: string) => publicStore({ ...definition, apiUrl }).backend;
    expect(publicStore(definition)).toEqual(definition);
    expect(own('https://a.example/')).toBe(own('https://a.example'));
    expect(own('https://a.example')).not.toBe(own('https://b.example'));
    expect(JSON.stringify(publicStore({ ...definition, apiUrl: 'https://a.example' }))).not.toContain(
      'a.example',
    );
  });
});
