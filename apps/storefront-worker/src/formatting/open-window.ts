import { startOfDay } from '@maho-storefront/sync-core';
import type { Shop } from '../pages/shop.js';

/** What dates need to know: the store's time zone and the present. */
export type ShopTime = Pick<Shop, 'now'> & { config: Pick<Shop['config'], 'timezone'> };

/**
 * Whether now lies between two store-local days, both included; a missing or unreadable day is no bound.
 *
 * @param firstDay `YYYY-MM-DD`, from its midnight in the store's time zone.
 * @param lastDay `YYYY-MM-DD`, to the midnight at its end.
 */
export function isOpen(
  firstDay: string | undefined,
  lastDay: string | undefined,
  { now, config }: ShopTime,
): boolean {
  const opens = firstDay ? startOfDay(firstDay, config.timezone) : null;
  const closes = lastDay ? startOfDay(lastDay, config.timezone, 1) : null;
  return (opens === null || now >= opens) && (closes === null || now < closes);
}
