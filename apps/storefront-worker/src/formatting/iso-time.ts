/** Epoch ms as ISO, UTC; null for 0, which stands for “not yet”. */
export function isoTime(ms: number): string | null {
  return ms === 0 ? null : new Date(ms).toISOString();
}
