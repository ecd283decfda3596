export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

/** A JSON object under construction; `undefined` never survives into a response. */
export interface JsonObject {
  [key: string]: JsonValue;
}

/**
 * Leaves out what is null or undefined, as Maho's serializer does with top-level properties.
 * Nested free-form arrays keep their nulls.
 */
export function withoutNulls(fields: Readonly<Record<string, JsonValue | undefined>>): JsonObject {
  const record: JsonObject = {};
  for (const key in fields) {
    const value = fields[key];
    if (value !== undefined && value !== null) record[key] = value;
  }
  return record;
}

/** Parser: whether a value is a plain JSON object. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Parser: a JSON text's value; throws SyntaxError on malformed text. */
export function parseJson(text: string): JsonValue {
  return JSON.parse(text) as JsonValue;
}

/** Parser: the objects in a value that should be an array of objects; anything else is dropped. */
export function objectsIn(value: JsonValue | undefined): JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}

export function stringIn(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

export function numberIn(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

export function numbersIn(value: JsonValue | undefined): number[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'number') : [];
}
