/**
 * A 32-bit hash of two numbers (finaliser of MurmurHash3). Everything generated is a pure function of such hashes,
 * so any record can be built alone, in any order, and comes out the same.
 */
export function mix(seed: number, salt: number): number {
  let h = Math.imul(seed ^ Math.imul(salt + 0x9e3779b9, 0x85ebca6b), 0xc2b2ae35);
  h ^= h >>> 16;
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** A 32-bit hash of a text. */
export function mixText(text: string): number {
  let h = 2166136261;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619);
  return mix(h >>> 0, text.length);
}

/** An entry of a list, chosen by seed and salt. Throws RangeError on an empty list. */
export function pick<T>(list: readonly T[], seed: number, salt: number): T {
  return at(list, mix(seed, salt));
}

/** The entry at an index that wraps around. Throws RangeError on an empty list. */
export function at<T>(list: readonly T[], index: number): T {
  const entry = list[index % list.length];
  if (entry === undefined) throw new RangeError('Cannot pick from an empty list.');
  return entry;
}

/** True for about `percent` of all seeds. */
export function chance(percent: number, seed: number, salt: number): boolean {
  return mix(seed, salt) % 10_000 < percent * 100;
}

/** An integer from low to high, both included. */
export function between(low: number, high: number, seed: number, salt: number): number {
  return low + (mix(seed, salt) % (high - low + 1));
}
