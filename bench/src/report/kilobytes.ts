/** 1 KB = 1,000 bytes. */
export const BYTES_PER_KB = 1_000;

/** @example kilobytes(12_345) === '12.3' */
export function kilobytes(bytes: number): string {
  return (bytes / BYTES_PER_KB).toFixed(1);
}
