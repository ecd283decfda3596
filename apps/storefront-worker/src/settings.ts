import { type StoreDefinition, storeDefinitionSchema } from '@maho-storefront/kv-schema';
import type { Plan } from '@maho-storefront/sync-core';
import * as z from 'zod';
import type { Variables } from './environment.js';
import { RequestError } from './http/request-error.js';
import type { HostedPageSettings } from './shopping/checkout/payment/hosted-page.js';

/** Cloudflare lets a request wait; the admin module gives up after 120 s without a byte. */
const LONGEST_SYNC_WAIT_S = 110;

/** Shoppers and their browsers give up after a minute. */
const LONGEST_PLACE_ORDER_S = 60;

/** An isolate has 128 MB for everything, a sync's slices and the parsed catalogue tree among it. */
const LARGEST_PAGE_MEMORY_MB = 64;
const BYTES_PER_MIB = 1024 * 1024;

/** The variables, checked. */
export interface Settings {
  /** Base URL of the shop; null where it is not set. */
  mahoApiUrl: string | null;
  /** '' where it is not set. */
  syncSecret: string;
  /** Null where neither `STORES` nor its former name is set. */
  stores: StoreDefinition[] | null;
  environment: string;
  plan: Plan;
  basicAuth: string | null;
  workerAuth: string | null;
  pulseOnEverySync: boolean;
  syncWaitMs: number;
  /** The cron trigger that stands for a sync of what changed; any other stands for a full one. */
  changesCron: string;
  /** How long an isolate believes a pulse it has read. */
  pulseMemoMs: number;
  /** What an isolate spends on rendered pages and the records they are made of. */
  pageMemoryBytes: number;
  /** Whether pictures can be had in other sizes through `/cdn-cgi/image/`. */
  hasImageResizing: boolean;
  /** Whether pages tell the shop's own measuring what shoppers do; see docs/shopping.md. */
  hasDataLayer: boolean;
  /** How long placing an order may take before its outcome counts as unknown. */
  placeOrderTimeoutMs: number;
  /** The payment page that orders can be paid on; null where there is none. */
  hostedPayment: HostedPageSettings | null;
}

const text = z.string().trim().optional();

const flag = z
  .union([z.boolean(), z.literal(['true', 'false', '1', '0'])])
  .transform((value) => value === true || value === 'true' || value === '1');

/** A variable set in the dashboard is text, one set in the wrangler config may be the array itself. */
const stores = z.preprocess(
  (value, context) => (typeof value === 'string' ? jsonOf(value, context) : value),
  z.array(
    storeDefinitionSchema.extend({ name: z.string().optional(), url: z.string().optional() }).transform(
      ({ name, url, ...store }): StoreDefinition => ({
        ...store,
        name: name ?? store.code,
        url: url ?? '',
      }),
    ),
  ),
);

const variables = z.object({
  MAHO_API_URL: z.url({ protocol: /^https?$/ }).optional(),
  SYNC_SECRET: text,
  STORES: stores.optional(),
  DEMO_STORES: stores.optional(),
  ENVIRONMENT: z.string().trim().default('production'),
  PLAN: z.enum(['free', 'paid']).default('paid'),
  MAHO_API_BASIC_AUTH: text,
  WORKER_AUTH: text,
  PULSE_ON_EVERY_SYNC: flag.default(false),
  PULSE_MEMO_MS: z.coerce.number().min(0).max(60_000).default(2_000),
  PAGE_MEMORY_MB: z.coerce.number().min(0).max(LARGEST_PAGE_MEMORY_MB).default(16),
  IMAGE_RESIZING: flag.default(false),
  DATA_LAYER: flag.default(false),
  CHANGES_CRON: text,
  SYNC_WAIT_S: z.coerce.number().min(0).max(LONGEST_SYNC_WAIT_S).default(90),
  PLACE_ORDER_TIMEOUT_S: z.coerce.number().min(1).max(LONGEST_PLACE_ORDER_S).default(30),
  HOSTED_PAYMENT_URL: z.url({ protocol: /^https?$/ }).optional(),
  HOSTED_PAYMENT_SECRET: text,
  HOSTED_PAYMENT_METHODS: text,
});

/**
 * The Worker's settings; an empty variable counts as one that is not set.
 *
 * @throws RequestError (503, `misconfigured`) that names the variable and what is wrong, never its value.
 */
export function readSettings(environment: Variables): Settings {
  const given = Object.keys(variables.shape).map((name) => [name, Reflect.get(environment, name)] as const);
  const result = variables.safeParse(Object.fromEntries(given.filter(([, value]) => value !== '')));
  if (!result.success) throw misconfigured(result.error.issues);
  const { data } = result;
  return {
    mahoApiUrl: data.MAHO_API_URL ?? null,
    syncSecret: data.SYNC_SECRET ?? '',
    stores: nonEmpty(data.STORES) ?? nonEmpty(data.DEMO_STORES),
    environment: data.ENVIRONMENT,
    plan: data.PLAN,
    basicAuth: data.MAHO_API_BASIC_AUTH ?? null,
    workerAuth: data.WORKER_AUTH ?? null,
    pulseOnEverySync: data.PULSE_ON_EVERY_SYNC,
    syncWaitMs: data.SYNC_WAIT_S * 1_000,
    changesCron: data.CHANGES_CRON ?? '',
    pulseMemoMs: data.PULSE_MEMO_MS,
    pageMemoryBytes: data.PAGE_MEMORY_MB * BYTES_PER_MIB,
    hasImageResizing: data.IMAGE_RESIZING,
    hasDataLayer: data.DATA_LAYER,
    placeOrderTimeoutMs: data.PLACE_ORDER_TIMEOUT_S * 1_000,
    hostedPayment: hostedPayment(data),
  };
}

/** @throws RequestError where only a part of it is set: a page that cannot be asked who has paid is none. */
function hostedPayment({
  HOSTED_PAYMENT_URL: url,
  HOSTED_PAYMENT_SECRET: secret,
  HOSTED_PAYMENT_METHODS: methods,
}: z.infer<typeof variables>): HostedPageSettings | null {
  if (url === undefined && secret === undefined && methods === undefined) return null;
  if (url === undefined || secret === undefined || methods === undefined) {
    const message =
      'HOSTED_PAYMENT_URL, HOSTED_PAYMENT_SECRET and HOSTED_PAYMENT_METHODS belong together: one is not set.';
    throw new RequestError(503, 'misconfigured', message);
  }
  return { url: url.replace(/\/+$/, ''), secret, methods: methods.split(',').map((code) => code.trim()) };
}

const settingsByEnvironment = new WeakMap<Variables, Settings>();

/**
 * The settings of an environment that does not change. An isolate gets one object with all its requests, so
 * that they are read once and not with every page.
 *
 * @throws RequestError as `readSettings` does, each time.
 */
export function settingsOf(environment: Variables): Settings {
  const known = settingsByEnvironment.get(environment);
  if (known !== undefined) return known;
  const settings = readSettings(environment);
  settingsByEnvironment.set(environment, settings);
  return settings;
}

function nonEmpty(list: StoreDefinition[] | undefined): StoreDefinition[] | null {
  return list === undefined || list.length === 0 ? null : list;
}

function misconfigured(issues: readonly z.core.$ZodIssue[]): RequestError {
  const problems = issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  return new RequestError(503, 'misconfigured', `A variable of the Worker is wrong. ${problems}`);
}

function jsonOf(value: string, context: z.core.$RefinementCtx): unknown {
  try {
    return JSON.parse(value);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    context.addIssue({ code: 'custom', message: 'must be a JSON array of stores', input: undefined });
    return z.NEVER;
  }
}
