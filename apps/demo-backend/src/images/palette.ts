import { at } from '../seeded-random.js';

/** Backgrounds, from light to a little darker. */
const BACKDROPS: readonly (readonly [string, string])[] = [
  ['#f6f1ea', '#e6dccd'],
  ['#eef2f4', '#d6e0e6'],
  ['#f4eeef', '#e5d5d8'],
  ['#eff3ec', '#d8e2d1'],
  ['#f3f0f6', '#dfd8e8'],
  ['#f7f3e6', '#eadfb9'],
];

export function backdrop(seed: number): readonly [string, string] {
  return at(BACKDROPS, seed);
}

/** A colour mixed with black (negative amount) or white (positive amount), amount between -1 and 1. */
export function shade(hex: string, amount: number): string {
  const target = amount < 0 ? 0 : 255;
  const weight = Math.abs(amount);
  const channels = [1, 3, 5].map((start) => {
    const value = Number.parseInt(hex.slice(start, start + 2), 16);
    return Math.round(value + (target - value) * weight)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${channels.join('')}`;
}
