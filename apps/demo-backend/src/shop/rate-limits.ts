import type { Clock } from '../clock.js';
import { ApiError } from '../http/api-error.js';
import type { ShopSettings } from './shop-settings.js';

const MINUTE_S = 60;
const HOUR_S = 3600;

/** Maho's own limits: how many within how long. */
const LIMITS = {
  token: [10, MINUTE_S],
  login: [5, MINUTE_S],
  register: [5, HOUR_S],
  forgotPassword: [5, HOUR_S],
  resetPassword: [10, HOUR_S],
  changePassword: [10, HOUR_S],
  newsletter: [5, HOUR_S],
  unsubscribe: [10, HOUR_S],
  review: [10, HOUR_S],
  contact: [5, HOUR_S],
  coupon: [20, MINUTE_S],
  giftCard: [10, MINUTE_S],
  orderLookup: [30, HOUR_S],
} as const satisfies Record<string, readonly [number, number]>;

export type LimitName = keyof typeof LIMITS;

/** Counts attempts by name and by whom; switched on and off with the settings. */
export class RateLimits {
  readonly #settings: ShopSettings;
  readonly #now: Clock;
  readonly #attempts = new Map<string, number[]>();

  constructor(settings: ShopSettings, now: Clock) {
    this.#settings = settings;
    this.#now = now;
  }

  /** Counts an attempt. Throws ApiError 429 once there were too many; like Maho's, it carries no Retry-After. */
  count(name: LimitName, whom: string): void {
    if (!this.#settings.rateLimits) return;
    const [most, seconds] = LIMITS[name];
    const key = `${name}:${whom}`;
    const since = this.#now() - seconds * 1000;
    const recent = (this.#attempts.get(key) ?? []).filter((at) => at > since);
    if (recent.length >= most) throw new ApiError(429, 'Too many requests. Please try again later.');
    this.#attempts.set(key, [...recent, this.#now()]);
  }
}
