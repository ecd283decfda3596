/** What a sync is asked for with. */
export interface SyncPathOptions {
  type: string | null;
  store: string | null;
  rebuild: boolean;
  allowPrune: boolean;
}

/** The path of a sync: `/sync/products?store=en&rebuild=1`. */
export function syncPath(
  { type, store, rebuild, allowPrune }: SyncPathOptions,
  more: Readonly<Record<string, string>> = {},
): string {
  const query = new URLSearchParams({
    ...(store === null ? {} : { store }),
    ...(rebuild ? { rebuild: '1' } : {}),
    ...(allowPrune ? { allowPrune: '1' } : {}),
    ...more,
  }).toString();
  const path = type === null ? '/sync' : `/sync/${encodeURIComponent(type)}`;
  return query === '' ? path : `${path}?${query}`;
}
