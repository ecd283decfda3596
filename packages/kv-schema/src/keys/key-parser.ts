import { decodeKeyPart, decodeNumberPart, utf8Length } from './key-part.js';
import { type KvKey, MAX_KEY_BYTES } from './kv-key.js';

/**
 * Takes a key of the contract apart; null for a foreign key.
 *
 * Accepts only what `buildKey` writes, so `buildKey(parseKey(text))` is `text` wherever this is not null: a
 * differently escaped spelling of one of our keys is foreign.
 */
export function parseKey(text: string): KvKey | null {
  if (utf8Length(text) > MAX_KEY_BYTES) return null;
  if (text === 'pulse') return { type: 'deployment-pulse' };
  if (text === '_stores') return { type: 'stores' };
  const [storePart = '', ...rest] = text.split(':');
  const store = decodeKeyPart(storePart);
  if (store === null) return null;
  const [kind = '', part = ''] = rest;
  if (rest.length === 1) return parseSingle(store, kind);
  if (rest.length === 2)
    return kind === 'category' ? parseCategory(store, part) : parseNamed(store, kind, part);
  return parseListing(store, rest);
}

function parseSingle(store: string, type: string): KvKey | null {
  switch (type) {
    case 'config':
    case 'categories':
    case 'menu':
    case 'category-paths':
    case 'cms-pages':
    case 'blog-posts':
    case 'blog-categories':
    case 'countries':
    case 'pulse':
      return { type, store };
    default:
      return null;
  }
}

function parseCategory(store: string, part: string): KvKey | null {
  const id = decodeNumberPart(part);
  return id === null ? null : { type: 'category', store, id };
}

function parseNamed(store: string, kind: string, part: string): KvKey | null {
  const name = decodeKeyPart(part);
  if (name === null) return null;
  switch (kind) {
    case 'product':
      return { type: 'product', store, slug: name };
    case 'cms':
      return { type: 'cms-page', store, identifier: name };
    case 'block':
      return { type: 'block', store, identifier: name };
    case 'blog':
      return { type: 'blog-post', store, urlKey: name };
    case 'redirect':
      return { type: 'redirect', store, path: name };
    default:
      return null;
  }
}

function parseListing(store: string, rest: readonly string[]): KvKey | null {
  const [products, category, id = '', pageWord, number = ''] = rest;
  const isListing =
    rest.length === 5 && products === 'products' && category === 'category' && pageWord === 'page';
  const categoryId = decodeNumberPart(id);
  const page = decodeNumberPart(number);
  return isListing && categoryId !== null && page !== null
    ? { type: 'listing', store, categoryId, page }
    : null;
}
