import fc from 'fast-check';
import type { KvKey } from '../keys/kv-key.js';

// Whatever could make two keys look alike: separators, escapes, text that looks escaped, surrogate halves.
const trickyPiece = fc.constantFrom(
  ':',
  '%',
  '%3A',
  '%uD83D',
  '%25',
  '/',
  '.',
  ' ',
  '\u00a0',
  '\0',
  '\n',
  '\u007f',
  '\u0085',
  '\ufeff',
  '\ud83d',
  '\ude00',
  '😀',
  'é',
  'e\u0301',
  'pulse',
  'page',
  'category',
  'u',
);
const codeUnits = fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units));

/** Any text at all, lone surrogates included, leaning towards what keys could trip over. */
export const anyText = fc.oneof(
  fc.array(trickyPiece, { maxLength: 12 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary' }),
  codeUnits,
);

/** A text that can be a key part and, escaped, stays well below the length limit. */
export const partText = anyText.filter((text) => text !== '').map((text) => text.slice(0, 20));

const positive = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
const storeOnlyType = fc.constantFrom(
  'config' as const,
  'categories' as const,
  'menu' as const,
  'category-paths' as const,
  'cms-pages' as const,
  'blog-posts' as const,
  'blog-categories' as const,
  'countries' as const,
  'pulse' as const,
);

/** Any key of the contract. */
export const anyKey: fc.Arbitrary<KvKey> = fc.oneof(
  fc.record({ type: storeOnlyType, store: partText }),
  fc.record({ type: fc.constant('category' as const), store: partText, id: positive }),
  fc.record({ type: fc.constant('product' as const), store: partText, slug: partText }),
  fc.record({ type: fc.constant('listing' as const), store: partText, categoryId: positive, page: positive }),
  fc.record({ type: fc.constant('cms-page' as const), store: partText, identifier: partText }),
  fc.record({ type: fc.constant('block' as const), store: partText, identifier: partText }),
  fc.record({ type: fc.constant('blog-post' as const), store: partText, urlKey: partText }),
  fc.record({ type: fc.constant('redirect' as const), store: partText, path: partText }),
  fc.constant<KvKey>({ type: 'deployment-pulse' }),
  fc.constant<KvKey>({ type: 'stores' }),
);
