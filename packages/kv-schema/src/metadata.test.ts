import { describe, expect, it } from 'vitest';
import {
  isCurrentOrPrevious,
  isReadableVersion,
  parseMetadata,
  RECORD_VERSIONS,
  type RecordMetadata,
  recordVersion,
} from './metadata.js';

const sound: RecordMetadata = { h: '0123456789abcdef0123456789abcdef', v: 1, u: '2026-11-23T10:00:00.000Z' };

describe('metadata', () => {
  it('is read as it was written', () => {
    expect(parseMetadata(JSON.parse(JSON.stringify(sound)))).toEqual(sound);
  });

  it('is kept when another program added a field of its own', () => {
    expect(parseMetadata({ ...sound, owner: 'feed' })).toEqual(sound);
  });

  it.each([
    null,
    undefined,
    'x',
    {},
    { ...sound, h: 'ABCDEF0123456789abcdef0123456789' },
    { ...sound, h: sound.h.slice(1) },
    { ...sound, h: `${sound.h}\n` },
    { ...sound, v: '1' },
    { ...sound, v: 0 },
    { ...sound, v: 1.5 },
    { ...sound, u: 'yesterday' },
    { ...sound, u: 1_700_000_000 },
  ])('is null for %j', (value) => {
    expect(parseMetadata(value)).toBeNull();
  });
});

describe('record versions', () => {
  it('are readable as they are written now', () => {
    for (const version of Object.values(RECORD_VERSIONS)) expect(version).toBeGreaterThanOrEqual(1);
    expect(isReadableVersion('product', recordVersion('product'))).toBe(true);
    expect(isReadableVersion('product', recordVersion('product') + 1)).toBe(false);
  });

  it('are readable when current or one behind, and no other', () => {
    expect([0, 1, 2, 3, 4].filter((v) => isCurrentOrPrevious(3, v))).toEqual([2, 3]);
    expect([-1, 0, 1, 2].filter((v) => isCurrentOrPrevious(1, v))).toEqual([1]);
  });
});
