import type * as z from 'zod';
import { jsonText } from './json-text.js';
import type { KvKeyType } from './keys/kv-key.js';
import { deploymentPulseSchema, storePulseSchema } from './pulse/pulse-record.js';
import { recordSchemas } from './records/record-schemas.js';
import { storeRegistrySchema } from './records/store-registry.js';

const everySchema = {
  ...recordSchemas,
  pulse: storePulseSchema,
  'deployment-pulse': deploymentPulseSchema,
  stores: storeRegistrySchema,
} as const;

/** Key type → type of the value under such a key. */
export type RecordMap = { [T in KvKeyType]: z.output<(typeof everySchema)[T]> };

// The same schemas, typed so that a generic key type finds the schema of its own record.
const schemas: { readonly [T in KvKeyType]: z.ZodType<RecordMap[T]> } = everySchema;

/**
 * The text to store under a key of that type: the JSON of the record itself.
 * @throws NotJsonError if an `extensions` field holds something JSON cannot.
 */
export function serializeRecord<T extends KvKeyType>(_type: T, record: RecordMap[T]): string {
  return jsonText(record);
}

/**
 * The record from what KV holds under a key of that type, as text or already parsed as JSON.
 *
 * Fields the schema does not know are dropped; null for whatever the schema cannot parse. Never throws.
 */
export function parseRecord<T extends KvKeyType>(type: T, value: unknown): RecordMap[T] | null {
  const result = schemas[type].safeParse(typeof value === 'string' ? parseJson(value) : value);
  return result.success ? result.data : null;
}

/** Undefined, which no schema accepts, for a text that is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
