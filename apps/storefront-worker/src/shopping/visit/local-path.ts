const MAX_LENGTH = 1_000;
/** Stands for whichever host the shop has: what leads away from it leads to another origin. */
const HERE = 'https://shop.invalid';

/** A path of this shop with its query, as somebody may ask to be led back to; null for whatever leads elsewhere. */
export function localPath(value: string | null | undefined): string | null {
  if (value === null || value === undefined || value.length > MAX_LENGTH) return null;
  // Browsers read a backslash as a slash, and skip tabs and line ends.
  if (!value.startsWith('/') || /^\/[/\\]|[\\\p{Cc}]/u.test(value)) return null;
  if (!URL.canParse(value, HERE)) return null;
  const { origin, pathname, search } = new URL(value, HERE);
  // Dots are resolved by now: “/.//evil.example” is “//evil.example”.
  return origin === HERE && !pathname.startsWith('//') ? pathname + search : null;
}
