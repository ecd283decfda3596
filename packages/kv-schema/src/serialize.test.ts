import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KvKeyType } from './keys/kv-key.js';
import { RECORD_VERSIONS } from './metadata.js';
import { recordSchemas } from './records/record-schemas.js';
import { parseRecord, serializeRecord } from './serialize.js';
import { sampleCategory, sampleListing, sampleProduct } from './testing/sample-records.js';

const types = Object.keys(RECORD_VERSIONS).filter((name): name is KvKeyType => name in RECORD_VERSIONS);

describe('records', () => {
  it('come back from their text as they were', () => {
    const tree = [sampleCategory(3, [sampleCategory(4)])];
    expect(parseRecord('product', serializeRecord('product', sampleProduct(7)))).toEqual(sampleProduct(7));
    expect(parseRecord('listing', serializeRecord('listing', sampleListing([1, 2])))).toEqual(
      sampleListing([1, 2]),
    );
    expect(parseRecord('categories', serializeRecord('categories', tree))).toEqual(tree);
  });

  it('are the plain JSON of the record, of use to anyone who reads KV as JSON', () => {
    const redirect = { to: 'new', status: 301 as const, type: 'product' as const, id: 7 };
    expect(serializeRecord('redirect', redirect)).toBe('{"to":"new","status":301,"type":"product","id":7}');
  });

  it('are read from parsed JSON as well', () => {
    expect(parseRecord('product', sampleProduct(7))).toEqual(sampleProduct(7));
  });

  it('have a schema and a version for every key a sync writes', () => {
    expect(types).toEqual(expect.arrayContaining(Object.keys(recordSchemas)));
  });

  it('are null for an older or foreign shape', () => {
    const { slug: _slug, ...withoutSlug } = sampleProduct(7);
    expect(parseRecord('product', withoutSlug)).toBeNull();
    expect(parseRecord('product', '{"id":')).toBeNull();
    expect(parseRecord('product', '')).toBeNull();
    expect(parseRecord('product', null)).toBeNull();
    expect(parseRecord('listing', sampleProduct(7))).toBeNull();
  });

  it('never throw, whatever a key holds', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...types),
        fc.oneof(fc.anything(), fc.json(), fc.string()),
        (type, value) => {
          expect(() => parseRecord(type, value)).not.toThrow();
        },
      ),
      { numRuns: 2000 },
    );
  });
});
