import { chance, mix } from '../../seeded-random.js';
import type { ProductType, Visibility } from '../product.js';

export type SpecialKind = 'active' | 'future' | 'expired';

/** What kind of product stands at a place in the catalogue. */
export interface Blueprint {
  readonly type: ProductType;
  readonly dynamicPrice?: boolean;
  readonly special?: SpecialKind;
  readonly tiers?: boolean;
  readonly allOptions?: boolean;
  /** Products with the same number share their name and url key. */
  readonly shares?: number;
  readonly visibility?: Visibility;
}

/** The first places hold one of everything, so that small catalogues have all kinds too. */
const FIRST: readonly Blueprint[] = [
  { type: 'simple' },
  { type: 'simple' },
  { type: 'simple' },
  { type: 'simple' },
  { type: 'configurable' },
  { type: 'grouped' },
  { type: 'bundle', dynamicPrice: true },
  { type: 'bundle' },
  { type: 'downloadable' },
  { type: 'virtual' },
  { type: 'giftcard' },
  { type: 'simple', allOptions: true },
  { type: 'simple', special: 'active' },
  { type: 'simple', special: 'future' },
  { type: 'simple', special: 'expired' },
  { type: 'simple', tiers: true },
];

const SHARING_PERIOD = 150;

/** Groups of products that share a url key: a simple with a configurable, and three simples. */
function sharing(index: number): Blueprint | undefined {
  const place = index % SHARING_PERIOD;
  const period = Math.floor(index / SHARING_PERIOD) * 2;
  if (place === 16) return { type: 'simple', shares: period };
  if (place === 17) return { type: 'configurable', shares: period };
  if (place >= 18 && place <= 20) return { type: 'simple', shares: period + 1 };
  return undefined;
}

function typeFor(share: number): ProductType {
  if (share < 73) return 'simple';
  if (share < 84) return 'configurable';
  if (share < 87) return 'grouped';
  if (share < 91) return 'bundle';
  if (share < 94) return 'downloadable';
  if (share < 98) return 'virtual';
  return 'giftcard';
}

/** The blueprint of the listed product at an index; a pure function of index and seed. */
export function blueprintOf(index: number, seed: number): Blueprint {
  const fixed = FIRST[index] ?? sharing(index);
  if (fixed !== undefined) return fixed;
  const h = mix(seed, index);
  const type = typeFor(h % 100);
  if (type === 'bundle') return { type, dynamicPrice: mix(h, 1) % 2 === 0 };
  if (type !== 'simple') return { type };
  return { type, ...simpleTraits(h) };
}

function simpleTraits(h: number): Omit<Blueprint, 'type'> {
  if (chance(12, h, 2)) return { special: 'active' };
  if (chance(3, h, 3)) return { special: 'future' };
  if (chance(3, h, 4)) return { special: 'expired' };
  if (chance(6, h, 5)) return { tiers: true };
  if (chance(3, h, 6)) return { allOptions: true };
  if (chance(2, h, 7)) return { visibility: 'catalog' };
  return {};
}
