import { DurableObject } from 'cloudflare:workers';
import { MahoApiError } from '@maho-storefront/maho-client';
import type { Environment } from '../../environment.js';
import { logError } from '../../log.js';
import { platformClock } from '../../platform/clock.js';
import { settingsOf } from '../../settings.js';
import { beginSession, type CustomerSession } from './customer-session.js';
import { mahoShop } from './maho-shop.js';
import { isSessionOver } from './signed-in.js';

/** For requests under way with the old token, and for a browser that never got the answer with the new one. */
const GRACE_MS = 5 * 60_000;
const RENEWED = 'renewed';

/** A token that is to be replaced, and whose it is. */
export interface RenewalRequest {
  readonly store: string;
  readonly token: string;
  /** The shopper's: Maho's limits count by it. */
  readonly address: string | undefined;
}

/** The new session; `over` if the token is good no more; `later` if the shop could not be asked. */
export type Renewal = CustomerSession | 'over' | 'later';

/**
 * Replaces one token, once. The shop revokes a token with the answer that replaces it, so of two tabs that ask at the
 * same time one would be signed out: here both get the same new one. One object a token, named by its hash.
 */
export class SessionRenewal extends DurableObject<Environment> {
  #renewal: Promise<Renewal> | null = null;

  async renew(request: RenewalRequest): Promise<Renewal> {
    this.#renewal ??= this.#known().then((known) => known ?? this.#ask(request));
    let renewal: Renewal = 'later';
    try {
      renewal = await this.#renewal;
    } finally {
      // Whoever asks next tries again.
      if (renewal === 'later') this.#renewal = null;
    }
    return renewal;
  }

  override async alarm(): Promise<void> {
    this.#renewal = null;
    await this.ctx.storage.deleteAll();
  }

  async #known(): Promise<CustomerSession | null> {
    return (await this.ctx.storage.get<CustomerSession>(RENEWED)) ?? null;
  }

  async #ask({ store, token, address }: RenewalRequest): Promise<Renewal> {
    try {
      const { tokens } = mahoShop(settingsOf(this.env), store);
      const session = beginSession(await tokens.refresh({ token, address }), platformClock.now());
      await this.ctx.storage.put(RENEWED, session);
      await this.ctx.storage.setAlarm(platformClock.now() + GRACE_MS);
      return session;
    } catch (error) {
      if (isSessionOver(error)) return 'over';
      if (!(error instanceof MahoApiError)) throw error;
      logError('session_not_renewed', { store, reason: error.message });
      return 'later';
    }
  }
}
