/**
 * The value below which a share of the values lies; between two of them in proportion.
 *
 * @param share 0 to 1, 0.5 is the median.
 * @throws RangeError without values.
 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined) throw new RangeError('There is no quantile of nothing.');
  return below + (above - below) * (place - Math.floor(place));
}

/** The middle of the values. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}
