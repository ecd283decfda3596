/** Whether a script asks, which takes JSON, or a browser, which takes a page. */
export function wantsJson({ headers }: Request): boolean {
  return headers.get('accept')?.startsWith('application/json') === true;
}
