import { KvSchemaError } from './kv-schema-error.js';

const SHOWN_CHARACTERS = 80;

/** A key is longer than Workers KV stores; `bytes` and `limit` are UTF-8 bytes. */
export class KeyTooLongError extends KvSchemaError {
  override readonly name = 'KeyTooLongError';
  readonly code = 'key_too_long';

  constructor(
    readonly key: string,
    readonly bytes: number,
    readonly limit: number,
  ) {
    super(
      `KV key is ${bytes} bytes, the limit is ${limit}: "${key.slice(0, SHOWN_CHARACTERS)}…". ` +
        'Shorten the url key, identifier or path it is built from.',
    );
  }
}
