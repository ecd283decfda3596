/**
 * HTML without the `{{…}}` directives that the backend has left unresolved. As in Maho's own filter one
 * ends at the next `}}`, whatever stands between; one without an end is text.
 */
export function htmlWithoutDirectives(html: string): string {
  return withoutDirectives(html, (rest) => rest);
}

/**
 * Plain text without directives. One without an end goes to the end of the text: an excerpt is cut after
 * 200 characters, wherever that is.
 */
export function textWithoutDirectives(text: string): string {
  return withoutDirectives(text, () => '');
}

/** `textWithoutDirectives` where there is text. */
export function optionalText(text: string | undefined): string | undefined {
  return text === undefined ? undefined : textWithoutDirectives(text);
}

function withoutDirectives(text: string, unended: (rest: string) => string): string {
  const kept: string[] = [];
  let from = 0;
  for (;;) {
    const start = text.indexOf('{{', from);
    if (start === -1) break;
    kept.push(text.slice(from, start));
    const end = text.indexOf('}}', start + 2);
    if (end === -1) return kept.join('') + unended(text.slice(start));
    from = end + 2;
  }
  return kept.join('') + text.slice(from);
}
