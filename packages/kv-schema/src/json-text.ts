import { NotJsonError } from './errors/not-json-error.js';

/**
 * The JSON text of a value; properties keep the order the caller gave them.
 * @throws NotJsonError if the value has no JSON text.
 */
export function jsonText(value: unknown): string {
  const text = stringify(value);
  if (text === undefined) throw new NotJsonError();
  return text;
}

// The library's types promise a string, but undefined and functions give undefined.
function stringify(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch (cause) {
    throw new NotJsonError({ cause });
  }
}
