/** An object out of JSON whose fields nobody has checked yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @throws TypeError for anything but an object. */
export function objectOf(value: unknown): JsonObject {
  if (isObject(value)) return value;
  throw new TypeError(`Expected an object, got ${JSON.stringify(value)}`);
}

/** The objects of a list; an absent list is empty. */
export function objectsOf(value: unknown): JsonObject[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.map(objectOf);
  throw new TypeError(`Expected a list, got ${JSON.stringify(value)}`);
}

export function numbersOf(value: unknown): number[] {
  if (Array.isArray(value)) return value.map(Number);
  throw new TypeError(`Expected a list of numbers, got ${JSON.stringify(value)}`);
}

/** The named fields, those that are null or absent left out. */
export function picked(from: JsonObject, ...fields: readonly string[]): JsonObject {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = from[field];
      return value === undefined || value === null ? [] : [[field, value]];
    }),
  );
}

/** A copy that is sorted by a number in every object. */
export function sortedBy(objects: readonly JsonObject[], field: string): JsonObject[] {
  return [...objects].sort((a, b) => Number(a[field]) - Number(b[field]));
}

/** The value at the position; for tests that know it is there. */
export function nth<T>(values: readonly T[], position: number): T {
  const value = values.at(position);
  if (value === undefined) throw new RangeError(`There is nothing at ${position} of ${values.length}`);
  return value;
}
