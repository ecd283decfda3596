import type { RunSwitches } from '@maho-storefront/sync-core';
import { RequestError } from '../http/request-error.js';

const NAMES = ['allowPrune', 'refreshPulse', 'rebuild'] as const satisfies readonly (keyof RunSwitches)[];

const VALUES: ReadonlyMap<unknown, boolean> = new Map<unknown, boolean>([
  ['1', true],
  ['true', true],
  ['0', false],
  ['false', false],
  [1, true],
  [0, false],
  [true, true],
  [false, false],
]);

/**
 * The switches of a sync, from its query (`?rebuild=1`) or from its body (`{"rebuild": true}`); all off by default.
 *
 * @throws RequestError 400 for a value that is neither on nor off, so that none is ever taken for the other, and
 * for `dry`.
 */
export function readSwitches(query: URLSearchParams, body: Readonly<Record<string, unknown>>): RunSwitches {
  if (readSwitch('dry', query.get('dry') ?? body.dry)) throw dryRunNotAvailable();
  const [allowPrune, refreshPulse, rebuild] = NAMES.map((name) =>
    readSwitch(name, query.get(name) ?? body[name]),
  );
  return { allowPrune: allowPrune === true, refreshPulse: refreshPulse === true, rebuild: rebuild === true };
}

/** Refused rather than ignored: whoever asks for a dry run must not get a real one. */
function dryRunNotAvailable(): RequestError {
  return new RequestError(400, 'dry_not_available', 'This version cannot do a dry run. Nothing was synced.');
}

function readSwitch(name: string, value: unknown): boolean {
  if (value === undefined || value === null) return false;
  const isOn = VALUES.get(value);
  if (isOn === undefined) {
    throw new RequestError(
      400,
      'invalid_switch',
      `${name} must be 1 or 0 in the query, true or false in the body.`,
    );
  }
  return isOn;
}
