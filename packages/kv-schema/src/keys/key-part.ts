import { KeyPartError } from '../errors/key-part-error.js';

/**
 * What must not stand in a key part as it is: the escape sign and the separator, control characters, lone
 * surrogates (UTF-8 has no form for them) and white space at either end, which consoles and shells trim.
 * Only the outermost character needs escaping to keep an edge, and matching one keeps this linear.
 */
const ESCAPED = /[%:\p{Cc}\p{Cs}]|^\s|\s$/gu;
const ESCAPE = /%u([0-9A-F]{4})|((?:%[0-9A-F]{2})+)/g;
const POSITIVE_INTEGER = /^[1-9][0-9]*$/;

const encoder = new TextEncoder();
// A byte order mark is a character like any other here, and bad UTF-8 must decode to something that does not
// encode back, instead of throwing.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Length of a text in UTF-8 bytes. */
export function utf8Length(text: string): number {
  return encoder.encode(text).length;
}

/**
 * Percent-encodes a text for use between two colons of a key; readable characters, `/` included, stay.
 *
 * Different texts give different parts. Lone surrogates become `%uD83D`, everything else escaped is its UTF-8
 * bytes in upper-case hex.
 */
export function encodeKeyPart(text: string): string {
  return text.replace(ESCAPED, escapeCharacter);
}

/** The text that {@link encodeKeyPart} turned into `part`, or null if it would not write exactly this part. */
export function decodeKeyPart(part: string): string | null {
  const text = part.replace(ESCAPE, (_, surrogate: string | undefined, bytes: string | undefined) =>
    surrogate === undefined ? decodeBytes(bytes ?? '') : String.fromCharCode(Number.parseInt(surrogate, 16)),
  );
  return text !== '' && encodeKeyPart(text) === part ? text : null;
}

/**
 * A text part of a key.
 *
 * An empty part is refused: no entity has an empty address, and `en:product:` reads like a prefix, not a key.
 * @throws KeyPartError if the text is empty.
 */
export function textPart(name: string, text: string): string {
  if (text === '') throw new KeyPartError(name, text, 'a text that is not empty');
  return encodeKeyPart(text);
}

/**
 * A number part of a key: a backend id or a page.
 * @throws KeyPartError unless the number is a positive safe integer.
 */
export function numberPart(name: string, value: number): string {
  if (!Number.isSafeInteger(value) || value < 1) throw new KeyPartError(name, value, 'a positive integer');
  return String(value);
}

/** The number that {@link numberPart} turned into `part`, or null. */
export function decodeNumberPart(part: string): number | null {
  const value = Number(part);
  return POSITIVE_INTEGER.test(part) && Number.isSafeInteger(value) ? value : null;
}

function escapeCharacter(character: string): string {
  if (/^\p{Cs}$/u.test(character)) return `%u${hex(character.charCodeAt(0))}`;
  return Array.from(encoder.encode(character), (byte) => `%${hex(byte).padStart(2, '0')}`).join('');
}

function decodeBytes(escapes: string): string {
  return decoder.decode(Uint8Array.from(escapes.slice(1).split('%'), (byte) => Number.parseInt(byte, 16)));
}

function hex(value: number): string {
  return value.toString(16).toUpperCase();
}
