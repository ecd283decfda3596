import { KvSchemaError } from './kv-schema-error.js';

/** A value has no JSON text: undefined, a function, a bigint or a cycle; `cause` says which where the engine knows. */
export class NotJsonError extends KvSchemaError {
  override readonly name = 'NotJsonError';
  readonly code = 'not_json';

  constructor(options?: { cause: unknown }) {
    super(
      'The value has no JSON text; pass plain data without undefined, bigint or cycles at its root.',
      options,
    );
  }
}
