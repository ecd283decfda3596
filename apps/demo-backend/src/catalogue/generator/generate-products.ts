import { at, mix } from '../../seeded-random.js';
import type { Part, Product } from '../product.js';
import type { StoreView } from '../store-view.js';
import { type Blueprint, blueprintOf } from './blueprint.js';
import type { GeneratedCategories } from './generate-categories.js';
import { type Placement, ProductForge } from './product-forge.js';
import { groupOf } from './product-texts.js';

/** Share of the first store's listed products that the second website has too. */
export const SECOND_WEBSITE_SHARE = 0.6;
const OTHER_WEBSITE_PERCENT = 40;
const RECENT = 200;

export interface GeneratedProducts {
  readonly products: Map<number, Product>;
  /** Ids of the products listed in the first store, by word group. */
  readonly listed: ReadonlyMap<number, readonly number[]>;
}

/** Exactly `count` products listed in the first store, with everything that is not listed on top. */
export function generateProducts(
  count: number,
  stores: readonly StoreView[],
  categories: GeneratedCategories,
  seed: number,
): GeneratedProducts {
  const forge = new ProductForge(categories, seed);
  const websites = [...new Set(stores.map((store) => store.websiteId))];
  const listed = new Map<number, number[]>();
  const shelf: Shelf = { second: websites[1], all: [], shared: [] };
  const unlistedEach = Math.max(1, Math.round(count * 0.01));
  const step = Math.max(1, Math.floor(count / unlistedEach));
  const placed = websiteChooser(websites, seed);
  for (let index = 0; index < count; index++) {
    const on = placed(index);
    const blueprint = blueprintOf(index, seed);
    const product = makeListed(forge, blueprint, { websites: on }, shelf);
    const ofGroup = listed.get(product.group);
    if (ofGroup === undefined) listed.set(product.group, [product.id]);
    else ofGroup.push(product.id);
    remember(shelf, product);
    if ((index + 1) % step === 0) makeUnlisted(forge, { websites });
  }
  return { products: forge.products, listed };
}

/** Plain simples that composites may hold: on the first website, and those on the second as well. */
interface Shelf {
  readonly second: number | undefined;
  readonly all: Product[];
  readonly shared: Product[];
}

function isShared(shelf: Shelf, websites: readonly number[]): boolean {
  return shelf.second !== undefined && websites.includes(shelf.second);
}

function remember(shelf: Shelf, product: Product): void {
  if (product.type !== 'simple' || product.allOptions) return;
  shelf.all.push(product);
  if (shelf.all.length > RECENT) shelf.all.shift();
  if (!isShared(shelf, product.websites)) return;
  shelf.shared.push(product);
  if (shelf.shared.length > RECENT) shelf.shared.shift();
}

/** Website lists are shared arrays: a hundred thousand products need only a handful of them. */
function websiteChooser(websites: readonly number[], seed: number): (index: number) => readonly number[] {
  const [first = 1, second, ...others] = websites;
  const known = new Map<string, readonly number[]>();
  return (index) => {
    const on = [first];
    if (second !== undefined && isOnSecond(index)) on.push(second);
    for (const website of others) {
      if (mix(seed ^ website, index) % 100 < OTHER_WEBSITE_PERCENT) on.push(website);
    }
    const key = on.join();
    const shared = known.get(key) ?? on;
    known.set(key, shared);
    return shared;
  };
}

/** Spreads the share evenly, so that floor(count × share) products are on the second website. */
function isOnSecond(index: number): boolean {
  return (
    Math.floor((index + 1) * SECOND_WEBSITE_SHARE + 1e-9) > Math.floor(index * SECOND_WEBSITE_SHARE + 1e-9)
  );
}

function makeListed(forge: ProductForge, blueprint: Blueprint, placement: Placement, shelf: Shelf): Product {
  if (blueprint.type !== 'grouped' && blueprint.type !== 'bundle') return forge.make(blueprint, placement);
  const candidates = isShared(shelf, placement.websites) ? shelf.shared : shelf.all;
  if (candidates.length === 0) return forge.make({ type: 'simple' }, placement);
  const salt = forge.products.size;
  return forge.make(blueprint, placement, (group) => partsFrom(fitting(candidates, group), blueprint, salt));
}

/** Things of the same department, where enough of them exist. */
function fitting(candidates: readonly Product[], group: number): readonly Product[] {
  const { department } = groupOf({ group });
  const same = candidates.filter((candidate) => groupOf(candidate).department === department);
  return same.length < 3 ? candidates : same;
}

function partsFrom(candidates: readonly Product[], blueprint: Blueprint, salt: number): Part[] {
  const chosen = new Set<number>();
  const wanted = blueprint.type === 'grouped' ? 3 : 5;
  for (let n = 0; n < wanted * 2 && chosen.size < wanted; n++) {
    chosen.add(at(candidates, mix(salt, n)).id);
  }
  const ids = [...chosen];
  if (blueprint.type === 'grouped') return ids.map((productId) => ({ productId, defaultQty: 0 }));
  // Two options: the first must be chosen, the second may be.
  return ids.map((productId, n) => ({ productId, option: n % 2, required: n % 2 === 0, defaultQty: 1 }));
}

/** One of each kind that no listing shows: hidden, search-only, out of stock, disabled. */
function makeUnlisted(forge: ProductForge, placement: Placement): void {
  forge.make({ type: 'simple', visibility: 'not_visible' }, placement);
  forge.make({ type: 'simple', visibility: 'search' }, placement);
  forge.make({ type: 'simple' }, { ...placement, outOfStock: true });
  forge.make({ type: 'simple' }, { ...placement, enabled: false });
}
