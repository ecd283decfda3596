import { randomBytes } from 'node:crypto';

/** The made-up address of a record that has none of its own, new with every answer. */
export function genId(): string {
  return `/api/.well-known/genid/${randomBytes(10).toString('hex')}`;
}
