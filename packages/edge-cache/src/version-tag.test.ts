import { describe, expect, it } from 'vitest';
import { EdgeCacheError } from './edge-cache-error.js';
import type { GetPulse } from './pulse.js';
import { pulseOf } from './testing/pulse-of.js';
import { parseVersionTag, versionTag } from './version-tag.js';
import { VersionTagError } from './version-tag-error.js';

const pulseHash = '0123456789abcdef0123456789abcdef';
const badParts = ['', '.', 'a.b', 'a b', ' a', 'a ', 'a\n', 'a\u00a0b', 'a\0b', 'a\u0085'];

function thrownBy(call: () => unknown): unknown {
  try {
    call();
  } catch (error) {
    return error;
  }
  return undefined;
}

describe('a version tag', () => {
  it('is the hash of the code, a dot, and the hash of the data', () => {
    expect(versionTag('a1b2c3', pulseHash)).toBe(`a1b2c3.${pulseHash}`);
  });

  it('comes apart into what it was made of', () => {
    for (const assetHash of ['a1b2c3', 'dev', 'ä-ß_1', '"quoted"']) {
      expect(parseVersionTag(versionTag(assetHash, pulseHash))).toEqual({ assetHash, pulseHash });
    }
  });

  it('changes with either half, and not by moving text from one to the other', () => {
    const tags = [versionTag('a', 'bc'), versionTag('ab', 'c'), versionTag('a', 'bd'), versionTag('b', 'bc')];
    expect(new Set(tags).size).toBe(tags.length);
  });

  it.each(badParts)('refuses %j as either half', (part) => {
    expect(() => versionTag(part, pulseHash)).toThrow(VersionTagError);
    expect(() => versionTag('a1b2c3', part)).toThrow(VersionTagError);
  });

  it('says which half is wrong', () => {
    const error = thrownBy(() => versionTag('a1b2c3', 'x.y'));
    expect(error).toBeInstanceOf(EdgeCacheError);
    expect(error).toMatchObject({
      code: 'version_tag_invalid',
      part: 'pulseHash',
      value: 'x.y',
      retryable: false,
    });
  });

  it.each(['', '.', 'a', 'a.', '.b', 'a.b.c', 'a. b', 'a.b\n'])('is not read from %j', (text) => {
    expect(parseVersionTag(text)).toBeNull();
  });

  it('is made from whatever gives a pulse, once there is one', async () => {
    const published: GetPulse = async () => pulseOf({ hash: pulseHash, seq: 7 });
    const empty: GetPulse = async () => null;
    const tagOf = async (getPulse: GetPulse): Promise<string | null> => {
      const pulse = await getPulse('en');
      return pulse === null ? null : versionTag('a1b2c3', pulse.hash);
    };
    expect(await tagOf(published)).toBe(`a1b2c3.${pulseHash}`);
    expect(await tagOf(empty)).toBeNull();
  });
});
