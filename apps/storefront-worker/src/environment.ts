import type { DeploymentPulse } from './deployment/deployment-pulse.js';
import type { PlaceOrder } from './shopping/checkout/place-order/place-order.js';
import type { SessionRenewal } from './shopping/visit/session-renewal.js';
import type { StoreCatalog } from './store-catalog/store-catalog.js';
import type { SyncDriveOrder } from './workflow/sync-drive-order.js';

/** Variables as the platform hands them over; `readSettings` checks them. */
export interface Variables {
  MAHO_API_URL?: unknown;
  SYNC_SECRET?: unknown;
  STORES?: unknown;
  /** Former name of `STORES`. */
  DEMO_STORES?: unknown;
  ENVIRONMENT?: unknown;
  PLAN?: unknown;
  MAHO_API_BASIC_AUTH?: unknown;
  WORKER_AUTH?: unknown;
  PULSE_ON_EVERY_SYNC?: unknown;
  SYNC_WAIT_S?: unknown;
  CHANGES_CRON?: unknown;
  PULSE_MEMO_MS?: unknown;
  PAGE_MEMORY_MB?: unknown;
  IMAGE_RESIZING?: unknown;
  DATA_LAYER?: unknown;
  PLACE_ORDER_TIMEOUT_S?: unknown;
  HOSTED_PAYMENT_URL?: unknown;
  HOSTED_PAYMENT_SECRET?: unknown;
  HOSTED_PAYMENT_METHODS?: unknown;
}

/** What the Worker is bound to. */
export interface Environment extends Variables {
  CONTENT: KVNamespace;
  STORE_CATALOG: DurableObjectNamespace<StoreCatalog>;
  DEPLOYMENT_PULSE: DurableObjectNamespace<DeploymentPulse>;
  /** One per cart: lets one attempt at an order through at a time. */
  PLACE_ORDER: DurableObjectNamespace<PlaceOrder>;
  SESSION_RENEWAL: DurableObjectNamespace<SessionRenewal>;
  /** Attempts to sign in, by address and by e-mail. */
  SIGN_IN_LIMIT?: RateLimit | undefined;
  /** Forms that make the shop write a mail or keep a text, by address. */
  FORM_LIMIT?: RateLimit | undefined;
  /** Codes of coupons and gift cards, by address. */
  CODE_LIMIT?: RateLimit | undefined;
  /** Calls of `/api/…`, by address. */
  API_LIMIT?: RateLimit | undefined;
  /** Drives syncs that nobody waits for; without it, alarms do. */
  SYNC_WORKFLOW?: Workflow<SyncDriveOrder> | undefined;
}
