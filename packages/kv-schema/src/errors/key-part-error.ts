import { KvSchemaError } from './kv-schema-error.js';

/** A part of a key cannot stand in a key: an empty text, or an id or page that is no positive integer. */
export class KeyPartError extends KvSchemaError {
  override readonly name = 'KeyPartError';
  readonly code = 'key_part_invalid';

  constructor(
    readonly part: string,
    readonly value: string | number,
    expectation: string,
  ) {
    super(`KV key part "${part}" must be ${expectation}, got ${JSON.stringify(value)}.`);
  }
}
