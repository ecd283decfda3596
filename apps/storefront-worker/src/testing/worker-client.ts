import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect } from 'vitest';
import * as z from 'zod';
import type { Environment, Variables } from '../environment.js';
import type { LimitBinding } from '../shopping/limits/admit.js';
import { worker } from '../worker.js';
import { TEST_SYNC_SECRET } from './test-secret.js';

declare global {
  namespace Cloudflare {
    interface Env extends Environment {}
    interface GlobalProps {
      mainModule: typeof import('../index.js');
    }
  }
}

/** Store secrets that tests put into the registry. No answer may ever hold one. */
export const STORE_SECRET = 'the-own-secret-of-one-store-91';

export interface CallOptions {
  method?: string;
  /** Null for no Authorization header. */
  secret?: string | null;
  headers?: Record<string, string>;
  body?: BodyInit;
  variables?: Variables & Partial<Pick<Environment, 'SYNC_WORKFLOW' | 'STORE_CATALOG' | LimitBinding>>;
  /** Scheme and host that are asked. */
  origin?: string;
  /** Who answers; the Worker of the tests' own process where it is not given. */
  isolate?: Isolate;
}

/** Something that answers requests as the Worker does. */
export interface Isolate {
  fetch(request: Request, environment: Environment, context: ExecutionContext): Response | Promise<Response>;
}

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  /** Parsed; an empty object for what is no JSON. */
  json: Record<string, unknown>;
}

/** Calls the Worker in the tests' own process, with other variables where a test wants them. */
export async function call(path: string, options: CallOptions = {}): Promise<Answer> {
  const {
    method = 'GET',
    secret = TEST_SYNC_SECRET,
    headers = {},
    body,
    variables = {},
    origin = 'https://shop.example',
    isolate = worker,
  } = options;
  const request = new Request<unknown, IncomingRequestCfProperties>(origin + path, {
    method,
    headers: { ...(secret === null ? {} : { Authorization: `Bearer ${secret}` }), ...headers },
    ...(body === undefined ? {} : { body }),
  });
  const context = createExecutionContext();
  const response = await isolate.fetch(request, { ...env, ...variables }, context);
  const text = await response.text();
  await waitOnExecutionContext(context);
  expect(text).not.toContain(TEST_SYNC_SECRET);
  expect(text).not.toContain(STORE_SECRET);
  const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
  const json = isJson ? z.record(z.string(), z.unknown()).parse(JSON.parse(text)) : {};
  return { status: response.status, headers: response.headers, text, json };
}

export function post(path: string, options: CallOptions = {}): Promise<Answer> {
  return call(path, { ...options, method: 'POST' });
}

/** The public pulse. */
export async function pulse(): Promise<Record<string, unknown>> {
  return (await call('/pulse', { secret: null })).json;
}

/** Names of all keys in KV with a prefix. */
export async function keyNames(prefix: string): Promise<string[]> {
  const { json } = await call(`/cache/keys?prefix=${encodeURIComponent(prefix)}`);
  return z.array(z.string()).parse(json.keys);
}
