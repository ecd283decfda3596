import { isJsonObject, type JsonValue } from '../json.js';

/** What JSON values of one kind look like: types seen, keys with how often, and the shape of array elements. */
export interface Shape {
  readonly types: Set<string>;
  readonly keys: Map<string, Shape>;
  readonly counts: Map<string, number>;
  objects: number;
  element: Shape | undefined;
}

export function emptyShape(): Shape {
  return { types: new Set(), keys: new Map(), counts: new Map(), objects: 0, element: undefined };
}

/** Adds a value to a shape. */
export function observe(shape: Shape, value: JsonValue): Shape {
  if (Array.isArray(value)) {
    shape.types.add('array');
    for (const entry of value) {
      shape.element ??= emptyShape();
      observe(shape.element, entry);
    }
    return shape;
  }
  if (!isJsonObject(value)) {
    shape.types.add(value === null ? 'null' : typeof value);
    return shape;
  }
  shape.types.add('object');
  shape.objects++;
  for (const [key, entry] of Object.entries(value)) {
    shape.counts.set(key, (shape.counts.get(key) ?? 0) + 1);
    const known = shape.keys.get(key) ?? emptyShape();
    shape.keys.set(key, observe(known, entry));
  }
  return shape;
}

/**
 * Where a shape differs from the recorded one: keys the recording always has but ours lacks, keys it never has, other
 * types. `optional` names keys that depend on the data.
 */
export function differences(
  recorded: Shape,
  ours: Shape,
  optional: ReadonlySet<string>,
  path = '',
): string[] {
  const found: string[] = [];
  // A key that was only ever recorded as null says nothing of its type.
  const saysType = [...recorded.types].some((type) => type !== 'null');
  for (const type of ours.types) {
    if (saysType && !recorded.types.has(type)) found.push(`${path} is ${type}`);
  }
  if (ours.objects > 0 && recorded.objects > 0) found.push(...keyDifferences(recorded, ours, optional, path));
  if (recorded.element !== undefined && ours.element !== undefined) {
    found.push(...differences(recorded.element, ours.element, optional, `${path}[]`));
  }
  return found;
}

function keyDifferences(recorded: Shape, ours: Shape, optional: ReadonlySet<string>, path: string): string[] {
  const found: string[] = [];
  for (const [key, count] of recorded.counts) {
    const isAlways = count === recorded.objects;
    if (isAlways && !ours.keys.has(key) && !optional.has(key)) found.push(`${path}.${key} is missing`);
  }
  for (const [key, shape] of ours.keys) {
    const known = recorded.keys.get(key);
    if (known !== undefined) found.push(...differences(known, shape, optional, `${path}.${key}`));
    else if (!optional.has(key)) found.push(`${path}.${key} is not in the recording`);
  }
  return found;
}
