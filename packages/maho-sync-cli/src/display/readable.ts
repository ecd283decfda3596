/** 12,345 */
export function readableCount(value: number): string {
  return value.toLocaleString('en');
}

/** `2026-11-27 12:00:05 UTC`, or `–`. */
export function readableTime(iso: string | null): string {
  return iso === null ? '–' : `${iso.slice(0, 19).replace('T', ' ')} UTC`;
}

/** `4.2 s`, `3 min 20 s`. */
export function readableSpan(fromIso: string | null, toIso: string | null): string {
  if (fromIso === null || toIso === null) return '–';
  const seconds = Math.max(0, Date.parse(toIso) - Date.parse(fromIso)) / 1_000;
  const whole = Math.round(seconds);
  return whole < 60 ? `${seconds.toFixed(1)} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
