/** Number of a page in a query, 1 where there is none; null for what is no page number. */
export function pageNumber(text: string | null): number | null {
  if (text === null || text === '') return 1;
  if (!/^[1-9]\d{0,6}$/.test(text)) return null;
  return Number(text);
}
