import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PageMemory } from './page-memory.js';
import { ServablePage } from './servable-page.js';
import { bodyOf, samplePage } from './testing/sample-page.js';

function page(bytes: number, seq = 1): ServablePage {
  return new ServablePage(samplePage('x'.repeat(bytes), { stamp: { seq } }));
}

const PAGE_BYTES = 100_000;
const THREE_PAGES = 3 * (page(PAGE_BYTES).memoryBytes + 100);

describe('the memory of an isolate', () => {
  it('lets the page go that was not used for longest', () => {
    const memory = new PageMemory(THREE_PAGES);
    for (const address of ['/a', '/b', '/c']) memory.set(address, page(PAGE_BYTES));
    memory.get('/a');
    memory.set('/d', page(PAGE_BYTES));
    expect(['/a', '/b', '/c', '/d'].filter((address) => memory.get(address) !== null)).toEqual([
      '/a',
      '/c',
      '/d',
    ]);
  });

  it('does not hold a page that is larger than all it may hold, and lets nothing go for it', () => {
    const memory = new PageMemory(THREE_PAGES);
    memory.set('/a', page(PAGE_BYTES));
    memory.set('/huge', page(4 * PAGE_BYTES));
    expect([memory.get('/a') !== null, memory.get('/huge')]).toEqual([true, null]);
  });

  it('holds nothing with a limit of 0', () => {
    const memory = new PageMemory(0);
    memory.set('/a', page(1));
    expect([memory.get('/a'), memory.bytes]).toEqual([null, 0]);
  });

  it('does not replace the page of a later publish by that of an earlier', () => {
    const memory = new PageMemory(THREE_PAGES);
    memory.set('/a', page(7, 5));
    memory.set('/a', page(8, 4));
    expect(memory.get('/a')?.page.stamp.seq).toBe(5);
    memory.set('/a', page(9, 5));
    expect(bodyOf(memory.get('/a')?.page ?? null)).toHaveLength(9);
  });

  it('never holds more bytes than it may and counts them right, whatever happens', () => {
    const step = fc.record({
      address: fc.constantFrom('/a', '/b', '/c', '/d', '/e'),
      act: fc.constantFrom('set', 'set', 'get', 'delete'),
      bytes: fc.integer({ min: 0, max: 20_000 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const memory = new PageMemory(40_000);
        for (const { address, act, bytes } of steps) {
          if (act === 'set') memory.set(address, page(bytes));
          else memory[act === 'get' ? 'get' : 'delete'](address);
          expect(memory.bytes).toBeLessThanOrEqual(40_000);
        }
        for (const address of ['/a', '/b', '/c', '/d', '/e']) memory.delete(address);
        expect(memory.bytes).toBe(0);
      }),
    );
  });
});
