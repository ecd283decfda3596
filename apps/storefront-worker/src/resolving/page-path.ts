/** What a request's path asks for, before anything is looked up. */
export type PagePath =
  /** `path` is decoded, without slashes at its ends; '' is the home page. */
  | { kind: 'page'; path: string }
  /** Another spelling of an address: `to` is the clean one, encoded, with its leading slash. */
  | { kind: 'respelled'; to: string }
  /** Nothing can be there: broken encoding, control characters, or too long to be an address. */
  | { kind: 'impossible' };

/** Longer than any key's address part; what a shop links is far below it. */
const MAX_PATH_LENGTH = 1_000;
const SUFFIX = /\.html?$/i;

/**
 * Reads a URL's path: one clean spelling for each address, without a slash at the end, without doubled
 * slashes and without the `.html` that Maho shops often carry.
 *
 * @param pathname as in `URL.pathname`: encoded, with a leading slash.
 */
export function pagePath(pathname: string): PagePath {
  if (pathname.length > MAX_PATH_LENGTH) return { kind: 'impossible' };
  const decoded = decode(pathname);
  if (decoded === null || hasControlCharacter(decoded)) return { kind: 'impossible' };
  const clean = decoded
    .split('/')
    .filter((segment) => segment !== '')
    .join('/')
    .replace(SUFFIX, '');
  const canonical = `/${clean}`;
  return decoded === canonical ? { kind: 'page', path: clean } : { kind: 'respelled', to: encodePath(clean) };
}

/**
 * The address that any spelling of a path leads to, decoded and without slashes at its ends; null where nothing can be.
 *
 * @param pathname as for `pagePath`.
 */
export function cleanPath(pathname: string): string | null {
  const asked = pagePath(pathname);
  if (asked.kind === 'respelled') return cleanPath(asked.to);
  return asked.kind === 'page' ? asked.path : null;
}

/** A path of the storefront as it stands in a link, with its leading slash. */
export function encodePath(path: string): string {
  return `/${path.split('/').map(encodeURIComponent).join('/')}`;
}

function decode(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

function hasControlCharacter(text: string): boolean {
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x20 || code === 0x7f) return true;
  }
  return false;
}
