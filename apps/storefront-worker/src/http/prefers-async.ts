/** Whether the caller wants to be answered before the work is done (`Prefer: respond-async`, RFC 7240). */
export function prefersAsync({ headers }: Request): boolean {
  const preferences = (headers.get('prefer') ?? '').split(',');
  return preferences.some((preference) => preference.split(';')[0]?.trim().toLowerCase() === 'respond-async');
}
