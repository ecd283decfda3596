import { inject } from 'vitest';
import * as z from 'zod';
import { START_OVER_PATH } from './start-over-path.js';

const mailsSchema = z.array(
  z.object({ kind: z.string(), to: z.string(), token: z.string().optional(), from: z.string().optional() }),
);

/** A shop that misbehaves, or is changed, over the demo backend's own control addresses. */
export const backendControl = {
  startOver: () => request('POST', START_OVER_PATH),
  fail: (faults: readonly object[]) => control('PUT', '/faults', faults),
  heal: () => control('DELETE', '/faults'),
  edit: (edit: object) => control('POST', '/edit', edit),
  delay: (ms: number) => control('PUT', '/latency', { ms }),
  forgetRequests: () => control('POST', '/stats/reset'),
  stats: () => control('GET', '/stats'),
  /** What a merchant configures: see the demo backend's README. */
  shopSettings: (settings: object) => control('PUT', '/shop/settings', settings),
  /** A cart that its shopper still knows, and the shop no longer. */
  forgetCart: (maskedId: string) => control('POST', '/shop/forget-cart', { maskedId }),
  /** Carts and orders that there are. */
  shop: () => control('GET', '/shop'),
  expireTokens: () => control('POST', '/shop/expire-tokens'),
  mails: async () => mailsSchema.parse(await request('GET', '/_control/shop/mails')),
};

function control(method: string, path: string, body?: object): Promise<Record<string, unknown>> {
  return request(method, `/_control${path}`, body);
}

async function request(method: string, path: string, body?: object): Promise<Record<string, unknown>> {
  const response = await fetch(inject('backendUrl') + path, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const answer: Record<string, unknown> = await response.json();
  if (!response.ok) throw new Error(`The demo backend refused ${method} ${path}: ${JSON.stringify(answer)}`);
  return answer;
}
