import { NotThereError } from '../visit/not-there-error.js';
import type { Visit } from '../visit/visit.js';

/** The `{id}` in the path of a request. @throws NotThereError if it cannot be one. */
export function idInPath({ context }: Visit, what: string): number {
  const id = numberFrom(context.req.param('id'));
  if (id === null) throw new NotThereError(what);
  return id;
}

/** A positive whole number; null for anything else. */
export function numberFrom(text: string | null | undefined): number | null {
  return text !== null && text !== undefined && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;
}
