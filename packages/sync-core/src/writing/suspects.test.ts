import { describe, expect, it } from 'vitest';
import { MemoryCatalogIndex } from '../catalog-index/memory-index.js';
import { recordRow } from '../testing/index-rows.js';
import { Suspects } from './suspects.js';

function suspectsOver(suspect: number) {
  const index = new MemoryCatalogIndex();
  index.put('records', recordRow('en:product:lamp', { suspect }));
  const suspects = new Suspects(index);
  return { index, suspects, mark: () => index.get('records', ['en:product:lamp'])?.suspect };
}

describe('Suspects', () => {
  it('marks a key by name or taken apart, and clears it', () => {
    const { suspects, mark } = suspectsOver(0);
    suspects.mark('en:product:lamp');
    expect(mark()).toBe(1);
    suspects.clear('en:product:lamp');
    expect(mark()).toBe(0);
    suspects.markKey({ type: 'product', store: 'en', slug: 'lamp' });
    expect(mark()).toBe(1);
  });

  it('keeps the stronger mark of a key that was adopted from KV', () => {
    const { suspects, mark } = suspectsOver(2);
    suspects.mark('en:product:lamp');
    expect(mark()).toBe(2);
  });

  it('makes up no row for a key that is not known, and writes none that is as it should be', () => {
    const { index, suspects } = suspectsOver(1);
    const written = index.rowsWritten;
    suspects.mark('en:product:lamp');
    suspects.mark('en:product:other');
    suspects.clear('en:product:other');
    expect(index.rowsWritten).toBe(written);
    expect(index.count('records', {})).toBe(1);
  });
});
