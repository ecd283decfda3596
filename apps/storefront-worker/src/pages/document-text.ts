/**
 * The text of a rendered document.
 *
 * @throws TypeError when a component is asynchronous: pages get their data handed in, whole.
 */
export function documentText(document: { toString(): unknown }): string {
  const html = document.toString();
  if (typeof html !== 'string') throw new TypeError('A component of this page is asynchronous.');
  return `<!DOCTYPE html>${html}`;
}
