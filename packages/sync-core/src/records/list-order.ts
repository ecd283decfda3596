/** Ascending by id. */
export function byId(a: { id: number }, b: { id: number }): number {
  return a.id - b.id;
}

/** Ascending by the merchant's position, then by id: Maho gives ties in no stable order. */
export function byPosition(
  a: { position?: number | undefined; id: number },
  b: { position?: number | undefined; id: number },
): number {
  return (a.position ?? 0) - (b.position ?? 0) || a.id - b.id;
}

export function bySortOrder(
  a: { sortOrder?: number | undefined; id: number },
  b: { sortOrder?: number | undefined; id: number },
): number {
  return (a.sortOrder ?? 0) - (b.sortOrder ?? 0) || a.id - b.id;
}

/** Ascending, without repeats. */
export function uniqueAscending(ids: readonly number[]): number[] {
  return [...new Set(ids)].sort((a, b) => a - b);
}
