import { keys } from '@maho-storefront/kv-schema';
import { describe, expect, it } from 'vitest';
import { MemoryCatalogIndex } from '../catalog-index/memory-index.js';
import { categoryRow, contentRow, productRow, recordRow } from '../testing/index-rows.js';
import { Suspects } from '../writing/suspects.js';
import { RedirectBook, type RedirectTarget } from './redirect-book.js';

const LAMP: RedirectTarget = { type: 'product', id: 3 };

function bookWith(prepare: (index: MemoryCatalogIndex) => void = () => {}) {
  const index = new MemoryCatalogIndex();
  index.put('products', productRow(3, { slug: 'lamp' }));
  prepare(index);
  return { index, book: new RedirectBook(index, new Suspects(index), 'en') };
}

describe('RedirectBook.addressOf', () => {
  it('knows the present path of every kind of target', () => {
    const { book } = bookWith((index) => {
      index.put('categories', categoryRow(4, { path: 'lights' }));
      index.put('contents', contentRow(5, { address: 'about' }));
      index.put('contents', contentRow(5, { type: 'blog-post', address: 'hello' }));
    });
    expect(book.addressOf(LAMP)).toBe('lamp');
    expect(book.addressOf({ type: 'category', id: 4 })).toBe('lights');
    expect(book.addressOf({ type: 'cms-page', id: 5 })).toBe('about');
    expect(book.addressOf({ type: 'blog-post', id: 5 })).toBe('blog/hello');
  });

  it('is empty for what is gone, hidden or out of the tree', () => {
    const { book } = bookWith((index) => {
      index.put('products', productRow(8, { slug: '' }));
      index.put('categories', categoryRow(4, { inTree: 0 }));
    });
    for (const id of [8, 99]) expect(book.addressOf({ type: 'product', id })).toBe('');
    expect(book.addressOf({ type: 'category', id: 4 })).toBe('');
    expect(book.addressOf({ type: 'blog-post', id: 4 })).toBe('');
  });
});

describe('RedirectBook.leave', () => {
  it('notes a redirect that is to be written', () => {
    const { book, index } = bookWith();
    book.leave('old-lamp', LAMP);
    expect(index.scan('redirects', {})).toEqual([{ path: 'old-lamp', type: 'product', id: 3, dirty: 1 }]);
  });

  it('writes nothing for a redirect that is there already', () => {
    const { book, index } = bookWith((known) =>
      known.put('redirects', { path: 'old-lamp', ...LAMP, dirty: 0 }),
    );
    const written = index.rowsWritten;
    book.leave('old-lamp', LAMP);
    expect(index.rowsWritten).toBe(written);
  });

  it('hands a path over to a new target', () => {
    const { book, index } = bookWith((known) => known.put('redirects', { path: 'old', ...LAMP, dirty: 0 }));
    book.leave('old', { type: 'category', id: 4 });
    expect(index.get('redirects', ['old'])).toEqual({ path: 'old', type: 'category', id: 4, dirty: 1 });
  });

  it('leaves nothing from the home page', () => {
    const { book, index } = bookWith();
    book.leave('', LAMP);
    expect(index.scan('redirects', {})).toEqual([]);
  });
});

describe('RedirectBook.isOccupied', () => {
  const full = () =>
    bookWith((known) => {
      known.put('categories', categoryRow(4, { path: 'lights' }));
      known.put('categories', categoryRow(5, { path: 'hidden', inTree: 0 }));
      known.put('contents', contentRow(5, { address: 'about' }));
      known.put('contents', contentRow(6, { type: 'blog-post', address: 'hello' }));
      known.put('contents', contentRow(7, { type: 'block', address: 'footer' }));
    }).book;

  it.each([
    ['a product', 'lamp'],
    ['a category', 'lights'],
    ['a CMS page', 'about'],
    ['a blog post', 'blog/hello'],
  ])('knows where %s lives', (_who, path) => {
    expect(full().isOccupied(path)).toBe(true);
  });

  it.each(['nothing', 'hidden', 'footer', 'hello', 'blog/about', 'lights/lamp'])(
    'finds nobody at %s',
    (path) => {
      expect(full().isOccupied(path)).toBe(false);
    },
  );
});

describe('RedirectBook', () => {
  it('gives a path up when somebody takes it, and has its key looked at', () => {
    const key = keys.redirect('en', 'old');
    const { book, index } = bookWith((known) => {
      known.put('redirects', { path: 'old', ...LAMP, dirty: 0 });
      known.put('records', recordRow(key, { type: 'redirect' }));
    });
    book.occupy('old');
    book.occupy('never-a-redirect');
    expect(index.get('redirects', ['old'])).toBeUndefined();
    expect(index.get('records', [key])?.suspect).toBe(1);
  });

  it('has all redirects to a target that moved written again, and no others', () => {
    const { book, index } = bookWith((known) => {
      known.put('redirects', { path: 'a', ...LAMP, dirty: 0 });
      known.put('redirects', { path: 'b', ...LAMP, dirty: 0 });
      known.put('redirects', { path: 'c', type: 'category', id: 3, dirty: 0 });
    });
    book.retarget(LAMP);
    const dirty = index.scan('redirects', { by: 'byDirty', equals: [1] });
    expect(dirty.map(({ path }) => path)).toEqual(['a', 'b']);
  });

  it('drops all redirects to a target that is gone, and no others', () => {
    const { book, index } = bookWith((known) => {
      known.put('redirects', { path: 'a', ...LAMP, dirty: 0 });
      known.put('redirects', { path: 'b', ...LAMP, dirty: 1 });
      known.put('redirects', { path: 'c', type: 'product', id: 30, dirty: 0 });
    });
    book.drop(LAMP);
    expect(index.scan('redirects', {}).map(({ path }) => path)).toEqual(['c']);
  });
});
