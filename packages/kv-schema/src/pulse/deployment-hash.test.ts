import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { deploymentHash } from './deployment-hash.js';

const a = 'a'.repeat(32);
const b = 'b'.repeat(32);

describe('deploymentHash', () => {
  it('is the first 128 bits of SHA-256 over the sorted stores', async () => {
    const expected = createHash('sha256').update(`de\0${b}\nen\0${a}\n`).digest('hex').slice(0, 32);
    expect(
      await deploymentHash(
        new Map([
          ['en', a],
          ['de', b],
        ]),
      ),
    ).toBe(expected);
  });

  it('does not depend on the order of the stores', async () => {
    const one = await deploymentHash(
      new Map([
        ['en', a],
        ['en_us', b],
        ['de', a],
      ]),
    );
    const other = await deploymentHash(
      new Map([
        ['de', a],
        ['en_us', b],
        ['en', a],
      ]),
    );
    expect(other).toBe(one);
  });

  it('changes with any store’s hash, with hashes swapped, and with a store more or less', async () => {
    const deployments = [
      new Map([
        ['en', a],
        ['de', b],
      ]),
      new Map([
        ['en', b],
        ['de', a],
      ]),
      new Map([
        ['en', a],
        ['de', a],
      ]),
      new Map([['en', a]]),
      new Map([['de', a]]),
      new Map<string, string>(),
    ];
    const hashes = await Promise.all(deployments.map(deploymentHash));
    expect(new Set(hashes).size).toBe(deployments.length);
    for (const hash of hashes) expect(hash).toMatch(/^[0-9a-f]{32}$/);
  });
});
