import * as z from 'zod';

/** A number; a numeric string is accepted, because some columns come out of the database driver as text. */
export const decimal = z.preprocess(numberOf, z.number());

/** A whole number, with the same tolerance for numeric strings as `decimal`. */
export const wholeNumber = z.preprocess(numberOf, z.int());

/** A string; a number becomes its text: the option label `8` of a shoe size is sent as a JSON number. */
export const text = z.preprocess((sent) => (typeof sent === 'number' ? String(sent) : sent), z.string());

/** A boolean; `0`, `1`, `"0"` and `"1"` are accepted, as PHP modules send them. */
export const flag = z.preprocess(booleanOf, z.boolean());

/** The id of an entity: strict, because a record with a doubtful identity must not be stored. */
export const entityId = z.int().positive();

const NUMERIC = /^-?\d+(\.\d+)?$/;

function numberOf(sent: unknown): unknown {
  return typeof sent === 'string' && NUMERIC.test(sent.trim()) ? Number(sent) : sent;
}

function booleanOf(sent: unknown): unknown {
  if (sent === 0 || sent === '0') return false;
  return sent === 1 || sent === '1' ? true : sent;
}
