/**
 * The text of a rendered document.
 *
 * @throws TypeError when a component is asynchronous: pages get their data handed in, whole.
 */
export function documentText(document: { toString(): unknown }): string {
  return `<!DOCTYPE html>${markupText(document)}`;
}

/** The text of a part of a page. @throws TypeError as `documentText` does. */
export function markupText(part: { toString(): unknown }): string {
  const html = part.toString();
  if (typeof html !== 'string') throw new TypeError('A component of this page is asynchronous.');
  return html;
}
