import * as z from 'zod';
import { RequestError } from '../http/request-error.js';
import { CHANGES_SYNC, type SyncType } from './sync-type.js';

const SECOND_MS = 1_000;

/** As Maho itself takes it: a time with its zone, or whole seconds since 1970, which a query carries as text. */
const sinceSchema = z.union([
  z.iso.datetime({ offset: true }).transform((text) => Date.parse(text)),
  z.int().min(0).transform(toMs),
  z
    .string()
    .regex(/^\d{1,12}$/)
    .transform((text) => toMs(Number(text))),
]);

/**
 * Since when a sync of changes is to read what was saved, epoch ms; null for the time since the last one.
 *
 * @throws RequestError 400 for what is no moment, for one that lies ahead, and for any other sync.
 */
export function requestedSince(
  type: SyncType,
  query: URLSearchParams,
  body: Readonly<Record<string, unknown>>,
  now: number,
): number | null {
  const given = query.get('updatedSince') ?? body.updatedSince ?? null;
  if (given === null) return null;
  if (type !== CHANGES_SYNC) {
    throw invalid('Only POST /sync/changes takes updatedSince; any other sync compares everything.');
  }
  const { success, data } = sinceSchema.safeParse(given);
  if (!success) {
    throw invalid('updatedSince must be a time such as 2026-11-27T09:30:00Z, or whole seconds since 1970.');
  }
  if (data > now) {
    throw invalid(
      `updatedSince must not lie in the future; the time here is ${new Date(now).toISOString()}.`,
    );
  }
  return data;
}

function toMs(seconds: number): number {
  return seconds * SECOND_MS;
}

function invalid(message: string): RequestError {
  return new RequestError(400, 'invalid_updated_since', `${message} Nothing was synced.`);
}
