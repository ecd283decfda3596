import * as z from 'zod';
import type { ProbeTarget } from './probe-target.ts';

export interface Question {
  method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  path: string;
  query?: Readonly<Record<string, string>>;
  /** The target's first by default. */
  origin?: URL;
}

/**
 * Asks the probe's Worker.
 *
 * @throws Error that says what was answered instead.
 */
export async function ask<Schema extends z.ZodType>(
  target: ProbeTarget,
  { method, path, query = {}, origin = target.origins[0] }: Question,
  schema: Schema,
): Promise<z.output<Schema>> {
  const url = new URL(`${path}?${new URLSearchParams(query)}`, origin);
  const response = await target.fetch(url, {
    method,
    headers: { Authorization: `Bearer ${target.secret}` },
  });
  const text = await response.text();
  if (response.ok) return schema.parse(JSON.parse(text));
  throw new Error(`${method} ${path} of the probe was answered ${response.status}: ${text.slice(0, 300)}`);
}

export const nothing = z.object({});
export const valueAnswer = z.object({ value: z.string().nullable() });
