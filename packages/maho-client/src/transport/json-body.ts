/** What a body turned out to be. */
export type Body =
  | { readonly kind: 'json'; readonly json: unknown }
  | { readonly kind: 'html' }
  | { readonly kind: 'broken'; readonly reason: string };

/**
 * Reads a body as JSON, whatever its content type says, and tells an HTML page from broken JSON.
 *
 * A page is known by its first character, because PHP puts its warnings, as HTML, in front of anything.
 */
export function readBody(text: string, contentType: string | null): Body {
  if (text.trimStart().startsWith('<')) return { kind: 'html' };
  try {
    const json: unknown = JSON.parse(text);
    return { kind: 'json', json };
  } catch {
    if (contentType?.includes('html')) return { kind: 'html' };
    return { kind: 'broken', reason: brokenReason(text) };
  }
}

/** Says nothing of the content: the parser's own message quotes the body, which may hold personal data. */
function brokenReason(text: string): string {
  return text.trim() === ''
    ? 'the body is empty'
    : `the JSON is cut off or malformed (${text.length} characters)`;
}
