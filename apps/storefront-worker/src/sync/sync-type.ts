import type { SyncedCounts, SyncScope } from '@maho-storefront/sync-core';

/** One kind of sync: what it brings up to date, and what of it an answer names. */
export interface SyncType {
  /** As in `/sync/{name}`; 'full' for `/sync` itself. */
  name: string;
  scope: SyncScope;
  synced: readonly (keyof SyncedCounts)[];
}

export const FULL_SYNC: SyncType = {
  name: 'full',
  scope: 'full',
  synced: ['config', 'categories', 'products', 'cmsPages', 'blogPosts', 'countries'],
};

/** What the backend says was saved since the last reading. */
export const CHANGES_SYNC: SyncType = {
  name: 'changes',
  scope: 'changes',
  synced: ['config', 'categories', 'products', 'cmsPages', 'blogPosts'],
};

/** Those that are asked for by their name in a path, and by nothing else. */
export const PARTIAL_SYNCS: readonly SyncType[] = [
  CHANGES_SYNC,
  { name: 'config', scope: 'config', synced: ['config'] },
  { name: 'categories', scope: 'categories', synced: ['categories'] },
  { name: 'products', scope: 'products', synced: ['products'] },
  { name: 'cms-pages', scope: 'cms-pages', synced: ['cmsPages'] },
  { name: 'blog-posts', scope: 'blog-posts', synced: ['blogPosts'] },
  { name: 'countries', scope: 'countries', synced: ['countries'] },
];

export const PRODUCTS_BY_ID: SyncType = {
  name: 'products-by-id',
  scope: 'products-by-id',
  synced: ['products'],
};

export const CATEGORIES_BY_ID: SyncType = {
  name: 'categories-by-id',
  scope: 'categories-by-id',
  synced: ['categories'],
};

/** Syncs of what a call names by id. */
const BY_ID_SYNCS: readonly SyncType[] = [PRODUCTS_BY_ID, CATEGORIES_BY_ID];

/** Names that the admin module uses for the same. */
const ALIASES: Readonly<Record<string, string>> = { cms: 'cms-pages', blog: 'blog-posts' };

export const SYNC_TYPE_NAMES: readonly string[] = [
  ...PARTIAL_SYNCS.map(({ name }) => name),
  ...Object.keys(ALIASES),
  ...BY_ID_SYNCS.map(({ name }) => name),
];

/** The type that a name in a path stands for, or null. */
export function partialSyncOf(name: string): SyncType | null {
  const known = Object.hasOwn(ALIASES, name) ? ALIASES[name] : name;
  return [...PARTIAL_SYNCS, ...BY_ID_SYNCS].find((type) => type.name === known) ?? null;
}

/** Whether a sync needs to be told the ids of what it is about. */
export function isById(type: SyncType): boolean {
  return BY_ID_SYNCS.includes(type);
}

/** The type of this name, or null. */
export function syncTypeOf(name: string): SyncType | null {
  return name === FULL_SYNC.name ? FULL_SYNC : partialSyncOf(name);
}
