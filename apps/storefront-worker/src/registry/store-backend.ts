import { RequestError } from '../http/request-error.js';
import type { Settings } from '../settings.js';
import { backendFingerprint, type PublicStore } from './public-store.js';

/** Where a store's shop is, and what the Worker proves itself with there. */
export interface StoreBackend {
  readonly baseUrl: string;
  readonly basicAuth: string | null;
  readonly workerAuth: string | null;
}

type BackendSettings = Pick<Settings, 'stores' | 'mahoApiUrl' | 'basicAuth' | 'workerAuth'>;

/** The shop behind a store view: its own where `STORES` names one, else the deployment's; null where there is neither. */
export function storeBackend(settings: BackendSettings, code: string): StoreBackend | null {
  const own = settings.stores?.find((store) => store.code === code)?.apiUrl;
  const baseUrl = own ?? settings.mahoApiUrl;
  return baseUrl === null ? null : { baseUrl, ...credentialsFor(baseUrl, settings) };
}

/** Credentials are the deployment's: a registry, which others write, must not choose who else gets them. */
export function credentialsFor(
  url: string,
  { mahoApiUrl, basicAuth, workerAuth }: Omit<BackendSettings, 'stores'>,
): Pick<StoreBackend, 'basicAuth' | 'workerAuth'> {
  const isOwn = mahoApiUrl !== null && new URL(url).origin === new URL(mahoApiUrl).origin;
  return isOwn ? { basicAuth, workerAuth } : { basicAuth: null, workerAuth: null };
}

/**
 * Makes sure that a shopper buys where the store's products come from: `_stores` may name a backend that `STORES` does
 * not, and its address is kept from whatever answers shoppers.
 *
 * Where there is no shop at all, whoever asks it says so.
 *
 * @throws RequestError 503.
 */
export function requireSameBackend(store: PublicStore, settings: BackendSettings): void {
  const { mahoApiUrl } = settings;
  const sellsIn = fingerprintOf(storeBackend(settings, store.code)?.baseUrl ?? null);
  // A registry may name the deployment's own shop as well as leave it out.
  const comesFrom = store.backend ?? fingerprintOf(mahoApiUrl);
  if (sellsIn === null || sellsIn === comesFrom) return;
  throw new RequestError(
    503,
    'misconfigured',
    `The store "${store.code}" is synced from another shop than it would sell in: name its apiUrl in STORES too.`,
  );
}

function fingerprintOf(url: string | null): string | null {
  return url === null ? null : backendFingerprint(url);
}
