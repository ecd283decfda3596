import { keys } from '@maho-storefront/kv-schema';
import { describe, expect, it } from 'vitest';
import { AddressWorld } from '../testing/address-world.js';

describe('AddressBook.resolve', () => {
  it('gives a new product its address and tells of the move', () => {
    const world = new AddressWorld();
    expect(world.save(3, { urlKey: 'lamp' })).toEqual([{ id: 3, from: '', to: 'lamp' }]);
    expect(world.book.slugOf(3)).toBe('lamp');
    expect(world.book.slugOf(4)).toBeUndefined();
  });

  it('gives even a product without url key and path an address', () => {
    const world = new AddressWorld();
    expect(world.save(3, { urlKey: '', path: '' })).toEqual([
      { id: 3, from: '', to: 'catalog/product/view/id/3' },
    ]);
  });

  it('says nothing of a product that stays where it is', () => {
    const world = new AddressWorld();
    world.save(3, { urlKey: 'lamp' });
    expect(world.save(3, { sku: 'other' })).toEqual([]);
  });

  it('moves the present owner away when a better claim appears, and back when it goes', () => {
    const world = new AddressWorld();
    world.save(3, { urlKey: 'lamp' });
    world.save(9, { urlKey: 'lamp', type: 'configurable' });
    expect(world.slugs()).toEqual({ 3: 'lamp-3', 9: 'lamp' });
    expect(world.remove(9)).toEqual([{ id: 3, from: 'lamp-3', to: 'lamp' }]);
    expect(world.slugs()).toEqual({ 3: 'lamp' });
  });

  it('swaps two products that swap their url keys, whichever is told first', () => {
    for (const [first, second] of [
      [3, 5],
      [5, 3],
    ] as const) {
      const world = new AddressWorld();
      world.save(3, { urlKey: 'a' });
      world.save(5, { urlKey: 'b' });
      world.save(first, { urlKey: first === 3 ? 'b' : 'a' });
      world.save(second, { urlKey: second === 3 ? 'b' : 'a' });
      expect(world.slugs()).toEqual({ 3: 'b', 5: 'a' });
    }
  });

  it('swaps two products in one change', () => {
    const world = new AddressWorld();
    world.save(3, { urlKey: 'a' });
    world.save(5, { urlKey: 'b' });
    world.settle();
    for (const [id, urlKey] of [
      [3, 'b'],
      [5, 'a'],
    ] as const) {
      const row = world.index.get('products', [id]);
      if (row) world.index.put('products', { ...row, urlKey });
    }
    expect(
      world.book
        .resolve(['a', 'b'])
        .map(({ from, to }) => `${from}→${to}`)
        .sort(),
    ).toEqual(['a→b', 'b→a']);
    expect(world.slugs()).toEqual({ 3: 'b', 5: 'a' });
  });

  it('follows a chain of claims: who gains a url key gives its path to the next', () => {
    const world = new AddressWorld();
    world.save(1, { urlKey: 'lamp' });
    world.save(2, { urlKey: 'lamp', path: 'lights/lamp' });
    world.save(3, { urlKey: 'lamp', path: 'lights/lamp' });
    expect(world.slugs()).toEqual({ 1: 'lamp', 2: 'lights/lamp', 3: 'lamp-3' });
    world.remove(1);
    expect(world.slugs()).toEqual({ 2: 'lamp', 3: 'lights/lamp' });
  });

  it('frees a numbered address when its claimant goes', () => {
    const world = new AddressWorld();
    world.save(1, { urlKey: 'lamp' });
    world.save(5, { urlKey: 'lamp' });
    world.save(8, { urlKey: 'lamp-5' });
    expect(world.book.slugOf(5)).toBe('catalog/product/view/id/5');
    world.save(8, { urlKey: 'torch' });
    expect(world.book.slugOf(5)).toBe('lamp-5');
  });

  it('gives way to a category that enters the tree, and comes back when it leaves', () => {
    const world = new AddressWorld();
    world.save(3, { urlKey: 'lights' });
    world.saveCategory(4, { path: 'lights' });
    expect(world.book.slugOf(3)).toBe('lights-3');
    world.saveCategory(4, { inTree: 0 });
    expect(world.book.slugOf(3)).toBe('lights');
  });

  it('takes the page of a product that is hidden', () => {
    const world = new AddressWorld();
    world.save(3, { urlKey: 'lamp' });
    expect(world.save(3, { visibility: 'not_visible' })).toEqual([{ id: 3, from: 'lamp', to: '' }]);
    expect(world.book.slugOf(3)).toBeUndefined();
  });

  it('suspects the key of an address that was left, so that a run’s end decides on it', () => {
    const world = new AddressWorld();
    world.save(3, { urlKey: 'a' });
    world.settle();
    world.save(3, { urlKey: 'b' });
    expect(world.index.get('records', [keys.product('en', 'a')])?.suspect).toBe(1);
  });
});

describe('redirects that an address book leaves', () => {
  it('lead from every published address to the present one, with no chain: a → b → c', () => {
    const world = new AddressWorld();
    for (const urlKey of ['a', 'b', 'c']) {
      world.save(3, { urlKey });
      world.settle();
    }
    expect(world.redirectsInKv()).toEqual({ a: 'c', b: 'c' });
  });

  it('do not come from an address that was never published', () => {
    const world = new AddressWorld();
    world.save(3, { urlKey: 'a' });
    world.save(3, { urlKey: 'b' });
    world.settle();
    expect(world.redirectsInKv()).toEqual({});
  });

  it('vanish when their target comes back, and lead back instead', () => {
    const world = new AddressWorld();
    for (const urlKey of ['a', 'b', 'a']) {
      world.save(3, { urlKey });
      world.settle();
    }
    expect(world.redirectsInKv()).toEqual({ b: 'a' });
  });

  it('vanish when another product takes the address that was freed', () => {
    const world = new AddressWorld();
    world.save(3, { urlKey: 'a' });
    world.settle();
    world.save(3, { urlKey: 'b' });
    world.settle();
    expect(world.redirectsInKv()).toEqual({ a: 'b' });
    world.save(5, { urlKey: 'a' });
    world.settle();
    expect(world.slugs()).toEqual({ 3: 'b', 5: 'a' });
    expect(world.redirectsInKv()).toEqual({});
  });

  it('stay where an address was taken and given back before anything was written', () => {
    const world = new AddressWorld();
    world.save(3, { urlKey: 'a' });
    world.settle();
    world.save(3, { urlKey: 'b' });
    world.settle();
    world.save(5, { urlKey: 'a' });
    world.save(5, { urlKey: 'c' });
    world.settle();
    expect(world.redirectsInKv()).toEqual({ a: 'b' });
  });

  it('are silent while an address is somebody’s to be, and lead again if that comes to nothing', () => {
    const world = new AddressWorld();
    world.save(3, { urlKey: 'a' });
    world.settle();
    world.save(3, { urlKey: 'b' });
    world.settle();
    world.save(5, { urlKey: 'a' });
    world.settleWithoutProducts();
    expect(world.redirectsInKv()).toEqual({});
    world.save(5, { urlKey: 'c' });
    world.settleWithoutProducts();
    expect(world.redirectsInKv()).toEqual({ a: 'b' });
  });

  it('lead from a second path to the product, until another one needs that path', () => {
    const world = new AddressWorld();
    world.save(3, { urlKey: 'lamp', path: 'lights/lamp' });
    world.settle();
    expect(world.redirectsInKv()).toEqual({ 'lights/lamp': 'lamp' });
    world.save(5, { urlKey: 'lamp', path: 'lights/lamp' });
    world.settle();
    expect(world.slugs()).toEqual({ 3: 'lamp', 5: 'lights/lamp' });
    expect(world.redirectsInKv()).toEqual({});
  });

  it('go with their target, and so does its key', () => {
    const world = new AddressWorld();
    world.save(3, { urlKey: 'a', path: 'x/a' });
    world.settle();
    world.save(3, { urlKey: 'b' });
    world.settle();
    expect(world.redirectsInKv()).toEqual({ a: 'b', 'x/a': 'b' });
    world.remove(3);
    world.settle();
    expect(world.redirectsInKv()).toEqual({});
    expect(world.index.count('records', {})).toBe(0);
  });

  it('to a product that is hidden are gone until it is back', () => {
    const world = new AddressWorld();
    world.save(3, { urlKey: 'a' });
    world.settle();
    world.save(3, { urlKey: 'b' });
    world.settle();
    world.save(3, { visibility: 'not_visible' });
    world.settle();
    expect(world.redirectsInKv()).toEqual({});
    world.save(3, { visibility: 'catalog' });
    world.settle();
    expect(world.redirectsInKv()).toEqual({ a: 'b' });
  });

  it('leave no trace of a swap: both addresses are somebody’s', () => {
    const world = new AddressWorld();
    world.save(3, { urlKey: 'a' });
    world.save(5, { urlKey: 'b' });
    world.settle();
    world.save(3, { urlKey: 'b' });
    world.save(5, { urlKey: 'a' });
    world.settle();
    expect(world.slugs()).toEqual({ 3: 'b', 5: 'a' });
    expect(world.redirectsInKv()).toEqual({});
  });
});

describe('AddressBook.remove', () => {
  it('does nothing for a product that is not known', () => {
    const world = new AddressWorld();
    world.save(3, { urlKey: 'a' });
    expect(world.remove(99)).toEqual([]);
    expect(world.slugs()).toEqual({ 3: 'a' });
  });
});
