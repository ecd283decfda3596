import type { CartItemRequest } from '@maho-storefront/maho-client/shopping';
import * as z from 'zod';
import { RequestError } from '../../http/request-error.js';

const id = z.int().positive();
const amount = z.number().positive();
const shortText = z.string().max(1_000);

/** What `POST /api/cart/items` takes; files and gift cards have forms of their own. */
const cartItemSchema = z.strictObject({
  sku: z.string().min(1).max(64),
  qty: amount.default(1),
  options: z.record(z.string(), z.union([shortText, id, z.array(id)])).optional(),
  links: z.array(id).optional(),
  grouped: z.record(z.string(), z.number().nonnegative()).optional(),
  bundle: z.record(z.string(), z.union([id, z.array(id)])).optional(),
  bundleQty: z.record(z.string(), amount).optional(),
});

/** @throws RequestError 400 that names what is wrong. */
export function cartItemFrom(body: unknown): CartItemRequest {
  const read = cartItemSchema.safeParse(body);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const where = issue?.path.join('.') || 'the body';
  throw new RequestError(400, 'invalid_item', `Wrong in ${where}: ${issue?.message ?? 'unreadable'}.`);
}
