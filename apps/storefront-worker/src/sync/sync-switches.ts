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
 * @throws RequestError 400 for a value that is neither on nor off, so that none is ever taken for the other.
 */
export function readSwitches(query: URLSearchParams, body: Readonly<Record<string, unknown>>): RunSwitches {
  const [allowPrune, refreshPulse, rebuild] = NAMES.map((name) =>
    readSwitch(name, query.get(name) ?? body[name]),
  );
  return { allowPrune: allowPrune === true, refreshPulse: refreshPulse === true, rebuild: rebuild === true };
}

/** Whether the call asks what a sync would change, instead of a sync. @throws RequestError 400 as `readSwitches`. */
export function isDryRun(query: URLSearchParams, body: Readonly<Record<string, unknown>>): boolean {
  return readSwitch('dry', query.get('dry') ?? body.dry);
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
