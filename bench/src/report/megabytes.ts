/** 1 MB = 1,000,000 bytes, as Cloudflare counts its limits. */
export const BYTES_PER_MB = 1_000_000;

/** @example megabytes(1_234_567) === '1.2' */
export function megabytes(bytes: number): string {
  return (bytes / BYTES_PER_MB).toFixed(1);
}
