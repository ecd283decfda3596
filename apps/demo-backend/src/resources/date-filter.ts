import { internalError } from '../http/api-error.js';
import type { Query } from '../http/query.js';

const WALL_TIME = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?)?/;

/**
 * A date parameter in epoch seconds, undefined when absent. A number is a timestamp. An offset is not converted:
 * its wall time counts as UTC (list-updated-since-datetime-offset.ld.json). What is no date is a 500.
 */
export function dateParameter(query: Query, name: string): number | undefined {
  const text = query.scalar(name)?.trim();
  if (text === undefined || text === '') return undefined;
  if (/^\d{5,}$/.test(text)) return Number(text);
  const found = WALL_TIME.exec(text);
  if (found === null) throw internalError();
  const [, year, month, day, hour, minute, second] = found.map(Number);
  const isBareDay = found[4] === undefined;
  const endOfDay = isBareDay && name === 'createdTo';
  const seconds =
    Date.UTC(
      year ?? 0,
      (month ?? 1) - 1,
      day ?? 1,
      isBareDay ? 0 : hour,
      isBareDay ? 0 : minute,
      found[6] === undefined ? 0 : second,
    ) / 1000;
  if (Number.isNaN(seconds)) throw internalError();
  return endOfDay ? seconds + 86_399 : seconds;
}

/** Keeps what lies within `createdFrom`, `createdTo` and `updatedSince`, ends included. */
export function withinDates<T extends { readonly createdAt: number; readonly updatedAt: number }>(
  entries: readonly T[],
  query: Query,
): readonly T[] {
  const from = dateParameter(query, 'createdFrom');
  const to = dateParameter(query, 'createdTo');
  const since = dateParameter(query, 'updatedSince');
  if (from === undefined && to === undefined && since === undefined) return entries;
  return entries.filter(
    (entry) =>
      entry.createdAt >= (from ?? -Infinity) &&
      entry.createdAt <= (to ?? Infinity) &&
      entry.updatedAt >= (since ?? -Infinity),
  );
}
